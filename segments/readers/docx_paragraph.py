"""One paragraph of a Word document as a text with codes, and what each code is in the XML."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from segments.model import Code, CodeRole, Kind, Paragraph
from segments.readers.docx_names import name_of
from segments.readers.docx_runs import Atom, Piece, Sort, atoms_of, with_fields_joined
from segments.readers.line_breaks import parts_words
from segments.xml import Element

_EDGES = frozenset((Sort.LONE, Sort.BREAK, Sort.MARKER))
_DECLARATIONS = re.compile(rb' xmlns(?::[\w.-]+)?="[^"]*"')
_LONGEST_DATA = 300
# They say how text was typed and checked, not how it looks.
_INVISIBLE = frozenset(("w:lang", "w:noProof", "w:rPrChange", "w:ins", "w:moveTo", "w:webHidden"))


@dataclass(frozen=True, slots=True)
class WordText:
    """A paragraph with its place in the XML.

    Attributes:
        paragraph: What is translated.
        element: The `w:p`.
        base: The formatting (`w:rPr`) of most of its text.
        natives: For each code of the paragraph, in their order, what it stands for.
        head: What stands before the text and stays there.
        tail: What stands after the text and stays there.
    """

    paragraph: Paragraph
    element: Element
    base: Element | None
    natives: tuple[Atom, ...]
    head: tuple[Piece, ...]
    tail: tuple[Piece, ...]


def text_of(element: Element, kind: Kind) -> WordText | None:
    """Read a paragraph; None where it has no text.

    Args:
        element: The `w:p`.
        kind: What it is.
    """
    atoms = with_fields_joined(list(atoms_of(element)))
    if not any(atom.text.strip() for atom in atoms):
        return None
    first = next(number for number, atom in enumerate(atoms) if atom.sort not in _EDGES)
    last = max(number for number, atom in enumerate(atoms) if atom.sort not in _EDGES)
    inner = atoms[first : last + 1]
    markers = [piece for atom in inner if atom.sort is Sort.MARKER for piece in atom.pieces]
    starting = [piece for piece in markers if name_of(piece.element).endswith("Start")]
    base = _base(inner)
    builder = _Builder(base)
    for atom in inner:
        builder.add(atom)
    builder.close_format()
    return WordText(
        Paragraph(builder.text, kind, tuple(builder.codes)),
        element,
        base,
        tuple(builder.natives),
        (*_pieces(atoms[:first]), *starting),
        (*(piece for piece in markers if piece not in starting), *_pieces(atoms[last + 1 :])),
    )


def looks_of(properties: Element | None) -> bytes:
    """Give what formatting looks like, in a form that can be compared."""
    if properties is None:
        return b""
    shown = [inner for inner in properties if name_of(inner) not in _INVISIBLE]
    return b"".join(re.sub(rb' w:hint="\w+"', b"", _compact(inner)) for inner in shown).replace(b"<w:rFonts/>", b"")


def _base(atoms: Sequence[Atom]) -> Element | None:
    """Give the formatting that most characters have."""
    amounts: Counter[bytes] = Counter()
    examples: dict[bytes, Element | None] = {}
    for atom in atoms:
        if atom.sort is Sort.TEXT:
            looks = looks_of(atom.properties)
            amounts[looks] += len(atom.text)
            examples.setdefault(looks, atom.properties)
    return examples[max(amounts, key=lambda looks: amounts[looks])]


def _pieces(atoms: Sequence[Atom]) -> tuple[Piece, ...]:
    return tuple(piece for atom in atoms for piece in atom.pieces)


class _Builder:
    """A text with codes in the making."""

    def __init__(self, base: Element | None) -> None:
        self.text = ""
        self.codes: list[Code] = []
        self.natives: list[Atom] = []
        self._base = looks_of(base)
        self._looks = self._base
        self._open: list[str] = []
        self._format: Atom | None = None
        self._pairs = 0

    def add(self, atom: Atom) -> None:
        if atom.sort is Sort.TEXT:
            self._format_as(atom)
            self._append(atom.text)
        elif atom.sort is Sort.OPEN:
            self.close_format()
            self._opening(atom, _data(atom.element))
        elif atom.sort is Sort.CLOSE:
            self.close_format()
            self._closing(atom)
        elif atom.sort in {Sort.LONE, Sort.BREAK}:
            self._lone(atom)

    def close_format(self) -> None:
        """End the formatting that differs from that of most of the text."""
        if self._format is not None:
            self._closing(Atom(Sort.CLOSE, properties=self._format.properties))
        self._format, self._looks = None, self._base

    def _format_as(self, atom: Atom) -> None:
        looks = looks_of(atom.properties)
        if looks == self._looks:
            return
        self.close_format()
        if looks != self._base:
            self._format, self._looks = Atom(Sort.OPEN, properties=atom.properties), looks
            self._opening(self._format, looks.decode())

    def _append(self, text: str) -> None:
        """Add characters; words on the two sides of a line break do not run together."""
        after_break = (
            bool(self.natives) and self.natives[-1].sort is Sort.BREAK and self.codes[-1].offset == len(self.text)
        )
        edges = self.text[-1:].strip() + text[:1].strip()
        if after_break and len(edges) == 2 and parts_words(edges[0], edges[1]):
            self.text += " "
        self.text += text

    def _opening(self, atom: Atom, data: str) -> None:
        self._pairs += 1
        self._open.append(str(self._pairs))
        self._code(CodeRole.OPEN, self._open[-1], atom, data)

    def _closing(self, atom: Atom) -> None:
        self._code(CodeRole.CLOSE, self._open.pop(), atom, "")

    def _lone(self, atom: Atom) -> None:
        data = "".join(_data(piece.element, whole=True) for piece in atom.pieces)
        self._code(CodeRole.STANDALONE, "", atom, data[:_LONGEST_DATA])

    def _code(self, role: CodeRole, pair: str, atom: Atom, data: str) -> None:
        element = atom.element if atom.element is not None or not atom.pieces else atom.pieces[0].element
        name = "w:rPr" if element is None else name_of(element)
        self.codes.append(Code(len(self.text), role, pair, name, (), data))
        self.natives.append(atom)


def _data(element: Element | None, *, whole: bool = False) -> str:
    """Give the XML of an element, or its opening tag only, without declarations of namespaces."""
    if element is None:
        return ""
    written = _compact(element).decode()
    return written if whole else written[: written.index(">") + 1]


def _compact(element: Element) -> bytes:
    return _DECLARATIONS.sub(b"", etree.tostring(element, encoding="utf-8", with_tail=False))
