"""The one way in for XML: bytes to elements, streaming, with nothing fetched, expanded or guessed by the parser.

The encoding is decided here and the text transcoded before the parser sees it; entity declarations are refused (they
are how a small file becomes a huge one, or reads other files); finished elements are freed, so that memory stays
constant however long a file is.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Literal, TypeAlias, cast

from lxml import etree

from segments.errors import InputError

Element: TypeAlias = etree._Element  # noqa: SLF001 (lxml has no public name for it)
Event: TypeAlias = tuple[Literal["start", "end"], Element]

_CHUNK = 1 << 16
_LONGEST_PROLOG = 1 << 20

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_SHIFT_JIS = frozenset({"shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932", "ms932"})

_PROLOG = re.compile(
    r"""
    (?: \s++
      | <\? (?> .*? \?> )
      | <!-- (?> .*? --> )
      | (?P<doctype> <!DOCTYPE (?: [^\["'>] | "[^"]*" | '[^']*' )*+
            (?: \[ (?: [^\]"'<] | "[^"]*" | '[^']*' | <!-- (?> .*? --> ) | <\? (?> .*? \?> ) | <(?!!--|\?) )*+ \] \s*+ )? > )
    )*+
    < (?P<root> [^\s/>!?<]++ ) (?= [\s/>] )
    """,
    re.VERBOSE | re.DOTALL,
)


def read_elements(
    stream: BinaryIO,
    roots: tuple[str, ...],
    names: frozenset[str],
    *,
    place: str = "",
    on_progress: Callable[[int], None] | None = None,
) -> Iterator[Event]:
    """Give the start and the end of each element whose local name is among `names`, in any namespace.

    An element is whole at its end, and stays so until the next event is asked for. All that precedes a damaged place
    is given before the error is raised.

    Args:
        stream: The file, read in small pieces from where it stands.
        roots: Local names that the outermost element may have.
        names: Local names of the elements wanted.
        place: Name of the file for messages.
        on_progress: Told the number of bytes read so far.

    Raises:
        InputError: The file is empty, is not XML, is damaged or cut off, has another root, or declares entities.
    """
    parser = _parser(names)
    for text in _from_root(_decoded(stream, place, on_progress or (lambda _: None)), roots, place):
        yield from _events(parser, partial(parser.feed, text.encode()), place)
    yield from _events(parser, parser.close, place)


def parse_fragment(markup: str) -> Element | None:
    """Parse markup as the content of an element, which is given; None when it is not well-formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        # lxml recodes a string with surrogates into bytes that its parser then refuses.
        return etree.fromstring(f"<content>{markup}</content>", parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace.

    Raises:
        InputError: It is no element but a reference to an entity (`&nbsp;`), which nothing defines.
    """
    tag = element.tag
    if isinstance(tag, str):
        return tag if tag[0] != "{" else tag.rpartition("}")[2]
    raise InputError(f"the reference {element.text} is not defined. Replace it with the character it stands for")


def refuse_references(element: Element) -> None:
    """See that an element holds no reference to an entity.

    Raises:
        InputError: It does, as `local_name` says it.
    """
    for reference in element.iter(etree.Entity):
        local_name(reference)


def where(place: str, line: int | None) -> str:
    """Give the beginning of a message: the file, where it has a name, and the line."""
    if not line:
        return f"{place}: " if place else ""
    return f"{place}, line {line}: " if place else f"Line {line}: "


def _parser(names: frozenset[str]) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in sorted(names)],
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        # Long segments are good input; what the limits of the parser guard against needs entities.
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )


def _events(parser: etree.XMLPullParser, step: Callable[[], object], place: str) -> Iterator[Event]:
    """Take a step of parsing and give the events it brings; then free the elements that are finished."""
    fault: tuple[int | None, str | None] | None = None
    try:
        step()
    except etree.XMLSyntaxError as error:
        fault = (error.lineno, error.msg)
    last: Element | None = None
    # The stubs know the events of other parsers too.
    for event in cast("Iterator[Event]", parser.read_events()):
        last = event[1]
        yield event
    # The parser stops in silence at an undefined entity, and would take the rest for a new file.
    for entry in parser.feed_error_log.filter_from_errors():
        fault = fault or (entry.line, entry.message)
    if fault is not None:
        raise InputError(f"{where(place, fault[0])}the XML is damaged or cut off ({_plain(fault[1])}).")
    parent = None if last is None else last.getparent()
    if parent is not None:
        # The last child may still be growing.
        del parent[:-1]


def _from_root(texts: Iterator[str], roots: tuple[str, ...], place: str) -> Iterator[str]:
    """Give the texts on, the first of them only when it shows that the file may be read."""
    head = ""
    found = None
    for text in texts:
        head += text
        found = _PROLOG.match(head)
        if found or len(head) > _LONGEST_PROLOG:
            break
    _judge(head, found, roots, place)
    yield head
    yield from texts


def _judge(head: str, found: re.Match[str] | None, roots: tuple[str, ...], place: str) -> None:
    if not head.strip():
        raise InputError(f"{where(place, None)}the file is empty.")
    if found is None:
        raise InputError(f"{where(place, None)}this is not XML. Check that it is the right file.")
    if "<!ENTITY" in (found["doctype"] or ""):
        raise InputError(f"{where(place, None)}the file declares entities, which can hide harm. Remove them first.")
    name = found["root"].rpartition(":")[2]
    if name not in roots:
        wanted = " or ".join(f"<{root}>" for root in roots)
        raise InputError(f"{where(place, None)}the file holds <{name}>, not {wanted}. Check that it is the right file.")


def _decoded(stream: BinaryIO, place: str, on_progress: Callable[[int], None]) -> Iterator[str]:
    """Give the text of the file in pieces; what precedes bytes that cannot be decoded is given before the error."""
    chunk = stream.read(_CHUNK)
    encoding, skip = _encoding(chunk, place)
    decoder = codecs.getincrementaldecoder(encoding)()
    done, lines, chunk_text = len(chunk), 1, chunk[skip:]
    while True:
        try:
            text = decoder.decode(chunk_text, final=not chunk)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode(encoding, "replace")
            yield good
            line = lines + good.count("\n")
            raise InputError(
                f"{where(place, line)}the bytes there are not {encoding} text. Save the file in the encoding it declares."
            ) from None
        yield text
        lines += text.count("\n")
        on_progress(done)
        if not chunk:
            return
        chunk = chunk_text = stream.read(_CHUNK)
        done += len(chunk)


def _encoding(head: bytes, place: str) -> tuple[str, int]:
    """Decide the encoding by the file's first bytes; gives its name and how many bytes are a mere mark of it."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, 0 if b"<" in mark else len(mark)
    found = _DECLARED.match(head)
    declared = found[1].decode("ascii").lower() if found else "utf-8"
    # Whoever could read the declaration byte by byte knows better than a declaration of 16-bit units.
    if declared.startswith(("utf-16", "utf-32", "ucs-2", "iso-10646")):
        return "utf-8", 0
    return codec_name(declared, where(place, 1)), 0


def codec_name(name: str, place: str = "") -> str:
    """Give Python's name for an encoding; what files call Shift_JIS is the superset that Windows uses, cp932.

    Raises:
        InputError: Nobody knows it; the message begins with `place`.
    """
    if name.lower() in _SHIFT_JIS:
        return "cp932"
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise InputError(
            f"{place}the encoding '{name}' is unknown. Save the file as UTF-8, and where it names an encoding, say so."
        ) from None


def _plain(message: str | None) -> str:
    """Give the parser's message without the place that it repeats."""
    return re.sub(r", line \d+, column \d+.*", "", message or "no reason given", flags=re.DOTALL)
