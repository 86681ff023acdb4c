"""The content of a Word paragraph in its order: characters, and what stands among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from segments.readers.docx_names import attribute, child, name_of
from segments.xml import Element

# Characters that have elements of their own.
WRITTEN_AS = {"\t": "tab", "\u2011": "noBreakHyphen", "\xad": "softHyphen"}
_READ_AS = {f"w:{name}": character for character, name in WRITTEN_AS.items()}
_DROPPED = frozenset(("w:rPr", "w:lastRenderedPageBreak", "w:delText", "w:delInstrText", "w:annotationRef"))
_TRANSPARENT = frozenset(("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo"))
_UNREAD = frozenset(("w:pPr", "w:del", "w:moveFrom", "w:proofErr"))
_MARKERS = ("Start", "End")


class Sort(Enum):
    """What an atom is."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    LONE = auto()
    BREAK = auto()
    FIELD = auto()
    MARKER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """An element to be written again: inside a run with its properties, or by itself."""

    element: Element
    properties: Element | None = None
    in_run: bool = True


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing of a paragraph.

    Attributes:
        sort: What it is.
        text: The characters of a TEXT.
        properties: The formatting (`w:rPr`) of a TEXT.
        element: The element that an OPEN or CLOSE stands for.
        pieces: What it is written with, unless it is an OPEN or CLOSE of an element around its text.
    """

    sort: Sort
    text: str = ""
    properties: Element | None = None
    element: Element | None = None
    pieces: tuple[Piece, ...] = field(default=())


def atoms_of(element: Element) -> Iterator[Atom]:
    """Give the content of a paragraph, or of a container in one."""
    for inner in element:
        name = name_of(inner)
        if name == "w:r":
            yield from _atoms_of_run(inner)
        elif name in _TRANSPARENT:
            yield from atoms_of(inner)
        elif name in {"w:hyperlink", "w:sdt"}:
            yield Atom(Sort.OPEN, element=inner)
            content = inner if name == "w:hyperlink" else child(inner, "w:sdtContent")
            yield from () if content is None else atoms_of(content)
            yield Atom(Sort.CLOSE, element=inner)
        elif name.endswith(_MARKERS):
            yield Atom(Sort.MARKER, pieces=(Piece(inner, in_run=False),))
        elif name and name not in _UNREAD and not name.endswith("Pr"):
            yield Atom(Sort.LONE, pieces=(Piece(inner, in_run=False),))


def _atoms_of_run(run: Element) -> Iterator[Atom]:
    properties = child(run, "w:rPr")
    for inner in run:
        name = name_of(inner)
        if name == "w:t":
            yield Atom(Sort.TEXT, inner.text or "", properties, pieces=(Piece(inner, properties),))
        elif name in _READ_AS:
            yield Atom(Sort.TEXT, _READ_AS[name], properties, pieces=(Piece(inner, properties),))
        elif name == "w:ruby":
            yield Atom(Sort.OPEN, element=inner, properties=properties)
            base = child(inner, "w:rubyBase")
            yield from () if base is None else atoms_of(base)
            yield Atom(Sort.CLOSE, element=inner)
        elif name and name not in _DROPPED:
            yield Atom(_sort_in_run(inner, name), element=inner, pieces=(Piece(inner, properties),))


def _sort_in_run(element: Element, name: str) -> Sort:
    if name in {"w:fldChar", "w:instrText"}:
        return Sort.FIELD
    if name == "w:commentReference":
        return Sort.MARKER
    in_line = name == "w:cr" or (name == "w:br" and attribute(element, "w:type") in {"", "textWrapping"})
    return Sort.BREAK if in_line else Sort.LONE


def with_fields_joined(atoms: Sequence[Atom], *, links: bool = True) -> list[Atom]:
    """Give the atoms with each field as one: links as pairs around their text, all others whole, result and all.

    A field that begins or ends in another paragraph leaves what is here of its marks as one LONE.

    Args:
        atoms: What a paragraph holds.
        links: Whether links are pairs; those inside of another are not.
    """
    joined: list[Atom] = []
    ends = _ends_of_fields(atoms)
    at = 0
    while at < len(atoms):
        end = ends.get(at, at)
        if atoms[at].sort is not Sort.FIELD:
            joined.append(atoms[at])
        elif end > at:
            joined += _field(atoms[at : end + 1], links=links)
        else:
            end = (
                next((n for n in range(at + 1, len(atoms)) if n in ends or atoms[n].sort is not Sort.FIELD), len(atoms))
                - 1
            )
            joined.append(Atom(Sort.LONE, pieces=_pieces(atoms[at : end + 1])))
        at = end + 1
    return joined


def _ends_of_fields(atoms: Sequence[Atom]) -> dict[int, int]:
    """Give for the number of each atom that begins a field the number of the one that ends it."""
    ends: dict[int, int] = {}
    open_fields: list[int] = []
    for number, atom in enumerate(atoms):
        if _mark(atom) == "begin":
            open_fields.append(number)
        elif _mark(atom) == "end" and open_fields:
            ends[open_fields.pop()] = number
    return ends


def _mark(atom: Atom) -> str:
    """Give `begin`, `separate` or `end`, or an empty string."""
    return "" if atom.sort is not Sort.FIELD or atom.element is None else attribute(atom.element, "w:fldCharType")


def _field(atoms: Sequence[Atom], *, links: bool) -> list[Atom]:
    """Give the atoms of one field as a pair around its text or as one."""
    separator = next((number for number, atom in enumerate(atoms) if _mark(atom) == "separate"), 0)
    opening, closing = atoms[: separator + 1], atoms[-1:]
    marks = [atom.element for atom in opening if atom.sort is Sort.FIELD and atom.element is not None]
    words = "".join(mark.text or "" for mark in marks).split()
    nested = sum(_mark(atom) == "begin" for atom in opening) > 1
    if not links or not separator or nested or words[:1] != ["HYPERLINK"]:
        return [Atom(Sort.LONE, pieces=_pieces(atoms))]
    return [
        Atom(Sort.OPEN, element=opening[0].element, pieces=_pieces(opening)),
        *with_fields_joined(atoms[separator + 1 : -1], links=False),
        Atom(Sort.CLOSE, element=opening[0].element, pieces=_pieces(closing)),
    ]


def _pieces(atoms: Sequence[Atom]) -> tuple[Piece, ...]:
    return tuple(piece for atom in atoms for piece in atom.pieces)
