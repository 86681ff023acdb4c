"""The inline markup of a Markdown block: the parser's tokens, each found again in the text that it came from."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from segments.model import CodeRole
from segments.readers.markdown_block import Block
from segments.readers.passage import Passage

_SOFT_BREAK = re.compile(r" *\n[ \t]*")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n[ \t]*")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_RUBY_NOTE = re.compile(r"<(rt|rp)\b.{0,200}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_VOID = frozenset(("br", "hr", "img", "wbr"))
_PAIRED = {"em": "em", "strong": "strong", "s": "s"}


class Lost(Exception):  # noqa: N818 (it says what happened, and never leaves the reader)
    """A token does not answer to the text at its place."""


def follow(tokens: list[Token], block: Block, passage: Passage) -> None:
    """Put the text and the codes of a block into a passage.

    Raises:
        Lost: The tokens are not those of this text.
    """
    walk = _Walk(block, passage)
    walk.follow(tokens, 0)
    walk.expect_end()


class _Walk:
    """One walk along a block's content, token by token."""

    def __init__(self, block: Block, passage: Passage) -> None:
        self._block = block
        self._source = block.content
        self._passage = passage
        self._at = 0
        self._labels: list[int] = []

    def expect_end(self) -> None:
        if self._source[self._at :].strip():
            raise Lost

    def follow(self, tokens: list[Token], base: int) -> None:
        """Follow tokens whose own ends are counted from `base`."""
        rest = iter(tokens)
        for token in rest:
            if token.type == "text":
                self._text(token.content)
            elif token.type == "text_special":
                self._written(token.content, token.markup)
            elif token.type in {"softbreak", "hardbreak"}:
                self._break(hard=token.type == "hardbreak")
            elif token.type == "code_inline":
                self._code_span(token)
            elif token.type == "html_inline":
                self._html(token.content, rest)
            elif token.type == "image":
                self._image(token, base)
            elif token.type in {"link_open", "link_close"}:
                self._link(token, rest, base)
            else:
                self._formatting(token)

    def _take(self, raw: str) -> tuple[int, int]:
        """Go on over what must stand here; give its places in the file."""
        if not self._source.startswith(raw, self._at):
            raise Lost
        start = self._at
        self._at += len(raw)
        if not raw:
            return 0, 0
        return self._block.starts[start], self._block.ends[self._at - 1]

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._source, self._at)
        if found is None:
            raise Lost
        return found

    def _code(self, role: CodeRole, element: str, raw: str) -> None:
        begin = self._at
        start, end = self._take(raw)
        self._passage.add_code(role, element, self._block.written(begin, self._at), start, end)

    def _text(self, text: str) -> None:
        for character in text:
            self._passage.add_written(character, *self._take(character))

    def _written(self, text: str, raw: str) -> None:
        self._passage.add_written(text, *self._take(raw))

    def _break(self, *, hard: bool) -> None:
        found = self._match(_HARD_BREAK if hard else _SOFT_BREAK)
        begin = self._at
        start, end = self._take(found.group())
        if hard:
            self._passage.add_break("br", self._block.written(begin, self._at), start, end)
        else:
            self._passage.add_written("\n", start, end)

    def _code_span(self, token: Token) -> None:
        """Read a code span; one blank on each side belongs to its marks, and a line break in it is a blank."""
        mark = token.markup
        found = self._match(re.compile(rf"{mark}(.+?)(?<!`){mark}(?!`)", re.DOTALL))
        blank = (len(found[1]) - len(token.content)) // 2 * " "
        self._code(CodeRole.OPEN, "codespan", self._source[self._at : self._at + len(mark + blank)])
        for character in token.content:
            self._passage.add_written(character, *self._take(self._source[self._at]))
        self._code(CodeRole.CLOSE, "codespan", self._source[self._at : found.end()])

    def _html(self, raw: str, rest: Iterator[Token]) -> None:
        note = _RUBY_NOTE.match(self._source, self._at)
        if note:
            name = note[1].lower()
            self._code(CodeRole.STANDALONE, name, note.group())
            next((token for token in rest if token.content.lower().startswith(f"</{name}")), None)
            return
        tag = _TAG.match(raw)
        name = tag[2].lower() if tag else ""
        if name == "br":
            start, end = self._take(raw)
            self._passage.add_break("br", raw, start, end)
        elif not tag or name in _VOID or raw.endswith("/>"):
            self._code(CodeRole.STANDALONE, name, raw)
        else:
            self._code(CodeRole.CLOSE if tag[1] else CodeRole.OPEN, name, raw)

    def _image(self, token: Token, base: int) -> None:
        """Read a picture: its description is text."""
        self._code(CodeRole.OPEN, "image", "![")
        label = self._source[self._at : self._at + len(token.content)]
        self.follow(token.children or [], self._at)
        end = base + int(token.meta["end"])
        self._close("image", end, label)

    def _link(self, token: Token, rest: Iterator[Token], base: int) -> None:
        if token.markup == "autolink":
            self._code(CodeRole.OPEN, "autolink", "<")
            self._text(self._source[self._at : self._source.index(">", self._at)])
            self._code(CodeRole.CLOSE, "autolink", ">")
            next(rest), next(rest)
        elif token.type == "link_open":
            self._labels.append(self._at + 1)
            self._code(CodeRole.OPEN, "link", "[")
        else:
            label = self._source[self._labels.pop() : self._at]
            self._close("link", base + int(token.meta["end"]), label)

    def _close(self, element: str, end: int, label: str) -> None:
        """Close a link or picture; one that is known by its own text gets that as its label, to stay known by it."""
        begin = self._at
        start, stop = self._take(self._source[begin:end])
        data = self._block.written(begin, end)
        if data in {"]", "][]"}:
            data = f"][{label}]"
        self._passage.add_code(CodeRole.CLOSE, element, data, start, stop)

    def _formatting(self, token: Token) -> None:
        name, _, side = token.type.partition("_")
        if name == "footnote":
            self._code(CodeRole.STANDALONE, "footnote", token.markup)
        elif name in _PAIRED and side in {"open", "close"}:
            self._code(CodeRole.OPEN if side == "open" else CodeRole.CLOSE, name, token.markup)
        else:
            raise Lost
