"""DOCX: the paragraphs of a Word document, its notes, headers, footers and text boxes among them.

The XML itself is read (ECMA-376 Part 1), so that a writer can put a translation into the very elements it came from and
leave the rest of the package alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from segments.errors import InputError
from segments.model import Kind, Reading
from segments.readers.docx_names import attribute, child, name_of, value
from segments.readers.docx_paragraph import WordText, text_of
from segments.readers.office_xml import parse_xml
from segments.readers.package import Package
from segments.xml import Element

_STORIES = ("footnotes", "endnotes", "header", "footer")
_BASED_ON_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class WordPart:
    """A part of the package that has text: its name, its XML, and its paragraphs in their order."""

    name: str
    root: Element
    texts: tuple[WordText, ...]


def read_docx(data: bytes, *, place: str = "The document") -> Reading:
    """Read a Word document into paragraphs: the body first, then notes, headers and footers.

    Text boxes come where they are anchored. Of tracked changes the inserted text is read and the deleted is not. Runs
    that look like most of their paragraph are plain text; others, and links, fields, pictures, note numbers and the like
    are codes. The base of a ruby is text and its reading a code. Nothing is reflowed.

    Args:
        data: The file, whole.
        place: What to call it in an error message.

    Raises:
        InputError: The file is no Word document, is damaged, locked with a password, or unreasonably large unfolded.
    """
    parts = word_parts(Package(data, place), place)
    return Reading(tuple(text.paragraph for part in parts for text in part.texts))


def word_parts(package: Package, place: str) -> list[WordPart]:
    """Give the parts of a Word document that have text, the body first.

    Raises:
        InputError: As `read_docx` says it.
    """
    main = next(iter(_related(package, "", ("officeDocument",), place)), "")
    if not main:
        raise InputError(f"{place}: this is no Word document: the package names no main part. Check what file it is.")
    styles = _styles(package, main, place)
    stories = [name for kind in _STORIES for name in _related(package, main, (kind,), place)]
    return [_part(package, name, styles, place) for name in dict.fromkeys([main, *stories])]


def _related(package: Package, source: str, kinds: tuple[str, ...], place: str) -> Iterator[str]:
    """Give the parts that a part refers to (ECMA-376 Part 2, relationships), by the last word of the relation's type."""
    folder = dirname(source)
    name = join(folder, "_rels", f"{source.rpartition('/')[2]}.rels")
    if name not in package.names:
        return
    for relation in parse_xml(package.read(name), f"{place}, {name}"):
        target = relation.get("Target", "")
        part = normpath(join(folder, target)) if not target.startswith("/") else target[1:]
        if relation.get("Type", "").rpartition("/")[2] in kinds and part in package.names:
            yield part


def _part(package: Package, name: str, styles: dict[str, Element], place: str) -> WordPart:
    root = parse_xml(package.read(name), f"{place}, {name}")
    if name_of(root).partition(":")[0] != "w":
        raise InputError(f"{place}: {name} is no text of a Word document. Check what file it is.")
    return WordPart(name, root, tuple(_texts(root, styles)))


def _texts(root: Element, styles: dict[str, Element]) -> Iterator[WordText]:
    for element in root.iter("{*}p"):
        if name_of(element) == "w:p" and not _is_stand_in(element):
            text = text_of(element, _kind(element, styles))
            if text:
                yield text


def _is_stand_in(element: Element) -> bool:
    """Tell whether an element only stands in for another in older programs."""
    return any(name_of(outer) == "mc:Fallback" for outer in element.iterancestors())


def _styles(package: Package, main: str, place: str) -> dict[str, Element]:
    """Give the styles of a document by their ids."""
    found: dict[str, Element] = {}
    for name in _related(package, main, ("styles",), place):
        for style in parse_xml(package.read(name), f"{place}, {name}"):
            if name_of(style) == "w:style":
                found[attribute(style, "w:styleId")] = style
    return found


def _kind(element: Element, styles: dict[str, Element]) -> Kind:
    """Say what a paragraph is: by its style, its outline level, its numbering, or the table or notes it stands in."""
    properties = child(element, "w:pPr")
    for style in _with_bases(value(properties, "w:pStyle"), styles):
        named = _kind_of_style(value(style, "w:name").lower())
        if named:
            return named
        if _is_outlined(child(style, "w:pPr")):
            return Kind.HEADING
    if _is_outlined(properties):
        return Kind.HEADING
    if value(properties, "w:numPr", "w:numId") not in {"", "0"}:
        return Kind.LIST_ITEM
    return _kind_of_place(element)


def _with_bases(style_id: str, styles: dict[str, Element]) -> Iterator[Element]:
    """Give a style and those that it is based on."""
    for _ in range(_BASED_ON_AT_MOST):
        if style_id not in styles:
            return
        yield styles[style_id]
        style_id = value(styles[style_id], "w:basedOn")


def _kind_of_style(name: str) -> Kind | None:
    """Say what a built-in style means; its stored name is English in every language of Word."""
    if name in {"title", "caption", "author"}:
        return {"title": Kind.TITLE, "caption": Kind.CAPTION, "author": Kind.AUTHOR}[name]
    if name.startswith("heading ") or name == "subtitle":
        return Kind.HEADING
    if name in {"footnote text", "endnote text"}:
        return Kind.NOTE
    return Kind.LIST_ITEM if name.startswith("list ") else None


def _is_outlined(properties: Element | None) -> bool:
    return value(properties, "w:outlineLvl") in set("012345678")


def _kind_of_place(element: Element) -> Kind:
    for outer in element.iterancestors():
        if name_of(outer) in {"w:footnote", "w:endnote"}:
            return Kind.NOTE
        if name_of(outer) == "w:tc":
            return Kind.TABLE_CELL
        if name_of(outer) == "w:txbxContent":
            return Kind.TEXT
    return Kind.TEXT
