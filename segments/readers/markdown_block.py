"""A block of Markdown as the parser sees it (without indents and marks), each character with its place in the file."""

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_PIPE = re.compile(r"(?<!\\)\|")
_INDENT = " \t"


@dataclass(frozen=True, slots=True)
class Block:
    """The content of a block, and the places of its characters.

    Attributes:
        source: The whole text of the file.
        content: The content as markdown-it gives it, lines parted by line feeds.
        starts: For each character of the content the offset in the file where what it stands for begins.
        ends: For each character the offset where that ends; a line feed ends where the text of the next line begins.
    """

    source: str
    content: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, start: int, end: int) -> str:
        """Give a stretch of the content as the file has it."""
        return self.source[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def after(self, start: int) -> "Block":
        """Give the block without its first characters."""
        return Block(self.source, self.content[start:], self.starts[start:], self.ends[start:])

    def around(self, start: int, end: int) -> tuple[str, str]:
        """Give what of the block stands in the file before one offset and after another."""
        return self.source[self.starts[0] : start], self.source[end : self.ends[-1]]


def lines_of(text: str) -> list[tuple[int, int]]:
    """Give the start and the end of each line, its end mark not included."""
    return [found.span(1) for found in _LINE.finditer(text)]


def block_of_lines(text: str, lines: list[tuple[int, int]], content: str) -> Block | None:
    """Find the content of a paragraph or heading in the lines from its first; None when a line is not found.

    Each line of the content ends its line in the file, blanks aside; only a heading may be followed by closing marks.
    """
    starts: list[int] = []
    ends: list[int] = []
    pieces = content.split("\n")
    for piece, (start, end) in zip(pieces, lines, strict=False):
        base = _place_in_line(text[start:end], piece)
        if base < 0:
            return None
        base += start
        if ends:
            ends[-1] = max(base, ends[-1])
        indent = len(piece) - len(piece.lstrip(_INDENT))
        places = [*([base] * indent), *range(base, base + len(piece) - indent)]
        starts += [*places, base + len(piece) - indent]
        ends += [*([base] * indent), *(place + 1 for place in places[indent:]), end]
    return Block(text, content, tuple(starts[:-1]), tuple(ends[:-1]))


def _place_in_line(line: str, piece: str) -> int:
    """Give the offset in a line of the first character of a piece of content that is no indent, or -1."""
    bare = piece.strip(_INDENT)
    if line.rstrip(_INDENT).endswith(bare):
        return len(line.rstrip(_INDENT)) - len(bare)
    heading = re.search(r"#{1,6}[ \t]+", line)
    return heading.end() if heading and line.startswith(bare, heading.end()) else -1


def block_of_cell(text: str, start: int, end: int, content: str) -> Block | None:
    """Find the content of a table's cell in the rest of its row; a pipe in it is written with a backslash."""
    written = content.replace("|", r"\|")
    bounds = [start, *(pipe.end() for pipe in _PIPE.finditer(text, start, end)), end + 1]
    for left, right in pairwise(bounds):
        cell = text[left : right - 1].rstrip(_INDENT)
        if cell.endswith(written):
            base = left + len(cell) - len(written)
            return _cell(text, content, base)
    return None


def _cell(text: str, content: str, base: int) -> Block:
    starts: list[int] = []
    for character in content:
        starts.append(base)
        base += 2 if character == "|" else 1
    return Block(text, content, tuple(starts), (*starts[1:], base))
