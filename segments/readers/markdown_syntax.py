"""The parser of Markdown: CommonMark, tables and strike-through by markdown-it-py, and footnotes."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline, image, link

FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_FOOTNOTE_NUMBER = re.compile(r"\[\^[^\]\s]+\]")


@cache
def markdown_parser() -> MarkdownIt:
    """Give the parser; escapes and references stay tokens of their own, and links and pictures tell where they end."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "footnote_number", _footnote_number)
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("image", _image)
    return parser


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (the parser's own call)
    """Read `[^1]: a note` as a paragraph; without this rule it would define a link."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not FOOTNOTE.match(state.src, begin, state.eMarks[start]):
        return False
    return silent or paragraph(state, start, end, silent)


def _footnote_number(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the parser's own call)
    found = _FOOTNOTE_NUMBER.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote_number", "", 0).markup = found.group()
    state.pos = found.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the parser's own call)
    return _telling_its_end(state, link(state, silent), silent=silent)


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the parser's own call)
    return _telling_its_end(state, image(state, silent), silent=silent)


def _telling_its_end(state: StateInline, found: bool, *, silent: bool) -> bool:  # noqa: FBT001 (what a rule answered)
    if found and not silent:
        state.tokens[-1].meta["end"] = state.pos
    return found
