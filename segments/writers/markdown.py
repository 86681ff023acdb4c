"""Markdown with its paragraphs translated, everything else as it was."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from markdown_it.utils import EnvType

from segments.encoding import read_bytes
from segments.model import Code, CodedText, CodeRole
from segments.readers.markdown import BLANKS, LITERAL, inline_tokens, locate_markdown, passage_of
from segments.readers.markdown_block import Block
from segments.readers.passage import Located
from segments.writers import Target
from segments.writers.html import write_html_text
from segments.writers.splice import encode_like, splice

_SPECIAL = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)")
# What would open another block at the beginning of a line.
_OPENER = re.compile(
    r"(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|~~~|```|<(?=[A-Za-z/!?])|=+\s*$|--+\s*$|(?:[-*_][ \t]*){3,}$|\[(?=[^\]]*\]:|[ xX]\]\s))"
)
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CLOSING_MARKS = re.compile(r"(?<!\S)(#+)(?=\s*$)")
_TAGS = {"em": "em", "strong": "strong", "s": "del", "codespan": "code"}


def write_markdown(original: bytes, targets: Sequence[Target], *, encoding: str | None = None) -> bytes:
    """Give the document with each paragraph replaced by its target.

    A target is written on one line, with as few escapes as it needs to be read again as it is.

    Args:
        original: The document as it was read.
        targets: One for each paragraph that `read_markdown` gives; None leaves a paragraph as it stands.
        encoding: The encoding that the document was read with, when it was named.

    Raises:
        InputError: The document cannot be read.
        OutputError: There are more or fewer targets than paragraphs.
    """
    text, used = read_bytes(original, encoding=encoding, place="The document")
    found = locate_markdown(text)
    written = splice(text, found.places, targets, partial(_write, found.env))
    return original if written == text else encode_like(written, original, used)


def _write(env: EnvType, place: Located, target: CodedText) -> str:
    """Write a target in the first way that is read again as the same text with the same codes."""
    if place.context == "html":
        return write_html_text(target)
    if place.context == "raw":
        return target.plain
    *ways, last = _ways(place, target)
    return next((way for way in ways if _says(target, place, way, env)), last)


def _ways(place: Located, target: CodedText) -> Iterator[str]:
    """Give the ways of writing a target: with bare text, with escapes, with tags in place of marks, without formatting.

    Marks fail beside some Japanese brackets: CommonMark takes `**「海」**と` for plain text.
    """
    opens_block = not place.before and not place.context
    target = _as_content(target) if place.context == "cell" else target
    unformatted = CodedText(target.plain, tuple(code for code in target.codes if code.role is CodeRole.STANDALONE))
    forms = ((target, _bare), (target, _escaped), (_with_tags(target), _escaped), (unformatted, _escaped))
    for coded, written in forms:
        yield _in_context(_marked_up(coded, written, beginning=opens_block), place)


def _bare(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _marked_up(target: CodedText, written: Callable[[str], str], *, beginning: bool) -> str:
    """Give the text with its codes; in code spans and addresses it stands as it is, at a line's beginning with care."""
    pieces: list[str] = []
    at, literal = 0, 0
    for code in (*target.codes, Code(len(target.plain), CodeRole.STANDALONE)):
        text = target.plain[at : code.offset]
        if text and not literal:
            text = _begun(written(text.lstrip())) if beginning else written(text)
        pieces += [text, code.data]
        beginning = code.element == "br" or (beginning and not text and not code.data)
        literal += code.element in LITERAL and {CodeRole.OPEN: 1, CodeRole.CLOSE: -1}.get(code.role, 0)
        at = code.offset
    return "".join(pieces)


def _begun(text: str) -> str:
    """Give the beginning of a line in such a way that it opens no block."""
    if _NUMBER.match(text):
        return _NUMBER.sub(r"\1\\\2", text, count=1)
    return "\\" + text if _OPENER.match(text) else text


def _in_context(written: str, place: Located) -> str:
    if place.context == "cell":
        return written.replace("|", r"\|").strip()
    if place.context == "heading":
        return _CLOSING_MARKS.sub(r"\\\1", written).strip()
    return written.strip()


def _as_content(target: CodedText) -> CodedText:
    """Give the text of a cell with its codes before their pipes are escaped, as those of the text will be."""
    codes = tuple(replace(code, data=code.data.replace(r"\|", "|")) for code in target.codes)
    return CodedText(target.plain, codes)


def _with_tags(target: CodedText) -> CodedText:
    """Give the text with HTML tags for marks, which mean the same and care for nothing that stands beside them."""
    slashes = {CodeRole.CLOSE: "/"}
    codes = tuple(
        replace(code, element="tag", data=f"<{slashes.get(code.role, '')}{_TAGS[code.element]}>")
        if code.element in _TAGS
        else code
        for code in target.codes
    )
    return CodedText(target.plain, codes)


def _says(target: CodedText, place: Located, way: str, env: EnvType) -> bool:
    """Tell whether a text is read as the target, white space and what the emphasis is written with left aside."""
    written = place.before + way + place.after
    content = written.replace(r"\|", "|") if place.context == "cell" else written
    length = len(content)
    passage = passage_of(
        Block(content, content, tuple(range(length)), tuple(range(1, length + 1))), inline_tokens(content, env)
    )
    if passage is None:
        return False
    said = passage.coded(BLANKS)
    codes, wanted = _skeleton(said), _skeleton(target)
    within = any(codes[at : at + len(wanted)] == wanted for at in range(len(codes) - len(wanted) + 1))
    return said.plain.split() == target.plain.split() and within


def _skeleton(coded: CodedText) -> list[tuple[CodeRole, str, int]]:
    """Give what codes there are, in which order, and after how many visible characters."""
    names = {tag: name for name, tag in _TAGS.items()}
    return [
        (code.role, names.get(code.element, code.element), len("".join(coded.plain[: code.offset].split())))
        for code in coded.codes
    ]
