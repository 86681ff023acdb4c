"""HTML: what a reader of the page sees as paragraphs, with inline elements as codes.

The text is taken apart by places, not parsed into a tree, so that a writer can put a translation exactly where the
original stood and leave every other character of the file alone.
"""

import html
import re

from segments.encoding import read_bytes
from segments.errors import InputError
from segments.model import CodeRole, Kind, Reading
from segments.readers.html_tags import Tag, tags_of
from segments.readers.passage import Located, Passage

BLANKS = re.compile(r"[ \t\n\r\f]+")
_NO_BLANKS = re.compile(r"(?!)")
_LINE_END = re.compile(r"\r\n?|\n")
_REFERENCE = re.compile(r"&(?:#[0-9]++|#[xX][0-9a-fA-F]++|[A-Za-z][A-Za-z0-9]*+);?")
_DECLARED = re.compile(
    rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9._-]+)|<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096

_BLOCKS = frozenset(
    "address article aside base blockquote body caption center col colgroup dd details dialog dir div dl "  # noqa: SIM905 (a name a line would fill the page)
    "dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr "
    "html legend li link main menu meta nav ol optgroup option p pre search section select summary table "
    "tbody td tfoot th thead title tr ul".split()
)
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()  # noqa: SIM905 (a name a line would fill the page)
)
_KINDS = {
    "title": Kind.TITLE,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd", "option"), Kind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Kind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption"), Kind.CAPTION),
}


def read_html(data: bytes | str, *, encoding: str | None = None, place: str = "The page") -> Reading:
    """Read an HTML page into paragraphs: as a browser shows it, without scripts, styles and program listings.

    The base of a ruby is text and its reading a code; what is marked `translate="no"` is a code; line breaks in the file
    are no spaces between Japanese characters.

    Args:
        data: The page, or its bytes: a byte order mark or the page's own declaration tells the encoding.
        encoding: The encoding of the bytes when the user knows better.
        place: What to call the page in an error message.

    Raises:
        InputError: The bytes are empty, are no text, or are not in the encoding named.
    """
    text, used = decode_html(data, encoding=encoding, place=place)
    return Reading(tuple(located.paragraph for located in locate_html(text)), encoding=used)


def decode_html(data: bytes | str, *, encoding: str | None = None, place: str = "The page") -> tuple[str, str]:
    """Give a page's text and the name of its encoding.

    Raises:
        InputError: As `read_html` says it.
    """
    if isinstance(data, str):
        return data, "utf-8"
    declared = None if encoding else _declared(data)
    if declared is None:
        return read_bytes(data, encoding=encoding, place=place)
    try:
        return read_bytes(data, encoding=declared, place=place)
    except InputError:
        return read_bytes(data, place=place)


def _declared(data: bytes) -> str | None:
    """Give the encoding that a page names, as browsers understand the names (WHATWG Encoding); marks come first."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    name = (found[1] or found[2]).decode().lower()
    return {"iso-8859-1": "cp1252", "latin1": "cp1252", "x-sjis": "cp932", "utf-16": "utf-8"}.get(name, name)


def locate_html(text: str) -> list[Located]:
    """Give the paragraphs of a page, or of a piece of one, with the stretch of text of each."""
    return _Page(text).paragraphs()


class _Page:
    """One walk over a page, from the first character to the last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._passage = Passage()
        self._blocks: list[str] = []
        self._found: list[Located] = []

    def paragraphs(self) -> list[Located]:
        at = 0
        for tag in tags_of(self._text):
            self._read_text(at, tag.start)
            self._read_tag(tag)
            at = tag.end
        self._read_text(at, len(self._text))
        self._finish()
        return self._found

    def _finish(self) -> None:
        """End the paragraph that was being read."""
        kind = next((_KINDS[name] for name in reversed(self._blocks) if name in _KINDS), Kind.TEXT)
        located = self._passage.located(kind, _NO_BLANKS if "pre" in self._blocks else BLANKS)
        if located:
            self._found.append(located)
        self._passage = Passage()

    def _read_tag(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._finish()
            self._enter_or_leave(tag)
        elif tag.name == "br":
            self._break(tag)
        else:
            self._passage.add_code(_role(tag), tag.name, self._text[tag.start : tag.end], tag.start, tag.end)

    def _enter_or_leave(self, tag: Tag) -> None:
        if not tag.closing and tag.name not in _VOID and not tag.whole:
            self._blocks.append(tag.name)
        elif tag.closing and tag.name in self._blocks:
            while self._blocks.pop() != tag.name:
                pass

    def _break(self, tag: Tag) -> None:
        """Read a line break; two of them end the paragraph."""
        if self._passage.ends_in_break("br") or "pre" in self._blocks:
            self._finish()
        else:
            self._passage.add_break("br", self._text[tag.start : tag.end], tag.start, tag.end)

    def _read_text(self, start: int, end: int) -> None:
        if "pre" not in self._blocks:
            self._read_characters(start, end)
            return
        for line in _LINE_END.finditer(self._text, start, end):
            self._read_characters(start, line.start())
            self._finish()
            start = line.end()
        self._read_characters(start, end)

    def _read_characters(self, start: int, end: int) -> None:
        """Read characters and the references to characters among them."""
        for found in _REFERENCE.finditer(self._text, start, end):
            self._passage.add_text(self._text[start : found.start()], start)
            self._passage.add_written(html.unescape(found.group()), found.start(), found.end())
            start = found.end()
        self._passage.add_text(self._text[start:end], start)


def _role(tag: Tag) -> CodeRole:
    if tag.whole or tag.name in _VOID or not tag.name:
        return CodeRole.STANDALONE
    return CodeRole.CLOSE if tag.closing else CodeRole.OPEN
