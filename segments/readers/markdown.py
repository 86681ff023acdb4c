"""Markdown (CommonMark with tables, strike-through, footnotes and front matter): paragraphs, with inline markup as codes.

markdown-it-py finds the blocks; the places of the inline markup are followed through each block, so that a writer can
put a translation exactly where the original stood and leave every other character of the file alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markdown_it.utils import EnvType

from segments.encoding import read_bytes
from segments.model import Kind, Reading
from segments.readers.html import locate_html
from segments.readers.markdown_block import Block, block_of_cell, block_of_lines, lines_of
from segments.readers.markdown_inline import Lost, follow
from segments.readers.markdown_syntax import FOOTNOTE, markdown_parser
from segments.readers.passage import Located, Passage

BLANKS = re.compile(r"[ \t]*\n[ \t]*")
# Text in these is written as it is, without escapes.
LITERAL = frozenset(("codespan", "autolink"))
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)")
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_KINDS = {
    "heading_open": Kind.HEADING,
    "list_item_open": Kind.LIST_ITEM,
    "th_open": Kind.TABLE_CELL,
    "td_open": Kind.TABLE_CELL,
}


@dataclass(frozen=True, slots=True)
class MarkdownPlaces:
    """The paragraphs of a Markdown text with their places, and what its blocks define for each other (link addresses)."""

    places: tuple[Located, ...]
    env: EnvType


def read_markdown(data: bytes | str, *, encoding: str | None = None, place: str = "The document") -> Reading:
    """Read a Markdown document into paragraphs.

    Front matter, code blocks and link definitions are left alone; blocks of HTML are read as `read_html` reads them. The
    first heading of level 1 is the title. A line break in the file is no space between Japanese characters.

    Args:
        data: The text, or its bytes.
        encoding: The encoding of the bytes; None detects it.
        place: What to call the document in an error message.

    Raises:
        InputError: The bytes are empty, are no text, or are not in the encoding named.
    """
    text, used = (data, "utf-8") if isinstance(data, str) else read_bytes(data, encoding=encoding, place=place)
    return Reading(tuple(located.paragraph for located in locate_markdown(text).places), encoding=used)


def locate_markdown(text: str) -> MarkdownPlaces:
    """Give the paragraphs of a Markdown text with the stretch of text of each."""
    env: EnvType = {}
    tokens = markdown_parser().parse(_without_front_matter(text), env)
    return MarkdownPlaces(tuple(_places(text, tokens, env)), env)


def _locate_block(block: Block, tokens: list[Token], kind: Kind, context: str) -> Located | None:
    """Give the paragraph of one block, whose inline markup markdown-it has found."""
    passage = passage_of(block, tokens)
    if passage is None:
        passage, context = Passage(), "raw"
        passage.add_written(block.content, block.starts[0], block.ends[-1])
    located = passage.located(kind, BLANKS, inner=LITERAL, context=context)
    if located is None:
        return None
    before, after = block.around(located.start, located.end)
    return replace(located, before=before, after=after)


def passage_of(block: Block, tokens: list[Token]) -> Passage | None:
    """Follow the inline markup of a block; None when it cannot be found again."""
    passage = Passage()
    try:
        follow(tokens, block, passage)
    except Lost:
        return None
    return passage


def _without_front_matter(text: str) -> str:
    """Blank out the front matter; the other lines keep their numbers."""
    unified = re.sub(r"\r\n?", "\n", text)
    front = _FRONT_MATTER.match(unified)
    return "\n" * front.group().count("\n") + unified[front.end() :] if front else unified


def _places(text: str, tokens: list[Token], env: EnvType) -> Iterator[Located]:
    lines = lines_of(text)
    around: list[Token] = []
    titled = False
    row_from = 0
    for token in tokens:
        if token.type == "html_block" and all(outer.type != "blockquote_open" for outer in around):
            yield from _places_in_html(text, _span(lines, token))
        elif token.type == "tr_open":
            row_from = _span(lines, token)[0]
        elif token.type == "inline" and token.content.strip():
            kind, titled = _kind(around, titled=titled)
            block = _block(text, lines, token, row_from if kind is Kind.TABLE_CELL else -1)
            row_from = block.ends[-1] if block else row_from
            located = block and _place_in_block(block, token, kind, _context(around), env)
            if located:
                yield located
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()


def _span(lines: list[tuple[int, int]], token: Token) -> tuple[int, int]:
    """Give where the lines of a block begin and end in the file."""
    first, last = token.map or (0, 1)
    return lines[first][0], lines[last - 1][1]


def _block(text: str, lines: list[tuple[int, int]], token: Token, cell_from: int) -> Block | None:
    """Find the content of a block in its lines, or that of a cell in what is left of its row."""
    if cell_from < 0:
        return block_of_lines(text, lines[(token.map or [0])[0] :], token.content)
    return block_of_cell(text, cell_from, _span(lines, token)[1], token.content)


def _place_in_block(block: Block, token: Token, kind: Kind, context: str, env: EnvType) -> Located | None:
    """Read a block without the mark of a footnote or a task before it."""
    footnote = FOOTNOTE.match(block.content)
    mark = footnote or (_TASK.match(block.content) if kind is Kind.LIST_ITEM else None)
    if mark is None:
        children = token.children or []
        lone_picture = len(children) == 1 and children[0].type == "image"
        return _locate_block(block, children, Kind.CAPTION if lone_picture else kind, context)
    rest = block.after(mark.end())
    return _locate_block(rest, inline_tokens(rest.content, env), Kind.NOTE if footnote else kind, context)


def inline_tokens(content: str, env: EnvType) -> list[Token]:
    """Give the tokens of the content of a block, with the link addresses that its document defines."""
    return [child for token in markdown_parser().parseInline(content, env) for child in token.children or []]


def _kind(around: list[Token], *, titled: bool) -> tuple[Kind, bool]:
    """Say what a block is by the blocks around it, and whether the document has its title by then."""
    for token in reversed(around):
        if token.type == "heading_open" and token.tag == "h1" and not titled:
            return Kind.TITLE, True
        if token.type in _KINDS:
            return _KINDS[token.type], titled
    return Kind.TEXT, titled


def _context(around: list[Token]) -> str:
    """Tell a writer of places where text cannot open a block: cells, and headings after their marks."""
    inside = around[-1] if around else None
    if inside and inside.type in {"td_open", "th_open"}:
        return "cell"
    return "heading" if inside and inside.markup.startswith("#") else ""


def _places_in_html(text: str, span: tuple[int, int]) -> Iterator[Located]:
    """Read a block of HTML in its place."""
    start, end = span
    for located in locate_html(text[start:end]):
        paragraph = replace(located.paragraph, offsets=tuple(start + offset for offset in located.paragraph.offsets))
        yield replace(
            located, paragraph=paragraph, start=start + located.start, end=start + located.end, context="html"
        )
