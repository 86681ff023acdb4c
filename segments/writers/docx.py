"""DOCX with its paragraphs translated: only parts with changed text are written anew, the rest stays byte for byte."""

import re
from collections import deque
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from segments.errors import OutputError
from segments.model import Code, CodedText, CodeRole
from segments.readers.docx import WordPart, word_parts
from segments.readers.docx_names import child, name_of, sibling_tag
from segments.readers.docx_paragraph import WordText
from segments.readers.docx_runs import WRITTEN_AS, Atom, Piece, Sort
from segments.readers.office_xml import write_xml
from segments.readers.package import Package
from segments.writers import Target
from segments.writers.fit import Identity, identity
from segments.writers.splice import check_count, settle
from segments.xml import Element

_PLACE = "The document"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPECIAL = re.compile(f"([{''.join(WRITTEN_AS)}])")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_docx(original: bytes, targets: Sequence[Target]) -> bytes:
    """Give the document with each paragraph replaced by its target.

    In a paragraph that is replaced, tracked changes count as accepted. A translated text box is translated in its
    stand-in for older programs too.

    Args:
        original: The document as it was read.
        targets: One for each paragraph that `read_docx` gives; None leaves a paragraph as it stands.

    Raises:
        InputError: The document cannot be read.
        OutputError: There are more or fewer targets than paragraphs, or one has a control character.
    """
    package = Package(original, _PLACE)
    parts = word_parts(package, _PLACE)
    check_count(sum(len(part.texts) for part in parts), len(targets))
    rest = deque(enumerate(targets, start=1))
    changed: dict[str, bytes] = {}
    for part in parts:
        if _translate(part, [rest.popleft() for _ in part.texts]):
            changed[part.name] = write_xml(part.root)
    return package.rewritten(changed) if changed else original


def _translate(part: WordPart, targets: Sequence[tuple[int, Target]]) -> bool:
    """Put the targets into a part; tell whether anything changed."""
    changed: set[Element] = set()
    for text, (number, target) in zip(part.texts, targets, strict=True):
        settled = settle(CodedText(text.paragraph.text, text.paragraph.codes), target)
        if settled is not None:
            _refuse_control(settled.plain, number)
            _rewrite(text, settled)
            changed.add(text.element)
    _copy_to_stand_ins(part.root, changed)
    return bool(changed)


def _refuse_control(text: str, number: int) -> None:
    found = _NOT_XML.search(text)
    if found:
        raise OutputError(
            f"Paragraph {number}: the character U+{ord(found.group()):04X} in its translation cannot be written in a "
            "Word document. Remove it."
        )


def _rewrite(text: WordText, target: CodedText) -> None:
    """Write a paragraph anew around its properties."""
    for inner in list(text.element):
        if name_of(inner) != "w:pPr":
            text.element.remove(inner)
    writing = _Writing(text)
    writing.add_pieces(text.head)
    at = 0
    for code in target.codes:
        writing.add_text(target.plain[at : code.offset])
        writing.add_code(code)
        at = code.offset
    writing.add_text(target.plain[at:])
    writing.add_pieces(text.tail)


class _Writing:
    """The content of one paragraph while it is written: where to append, and in which formatting."""

    def __init__(self, text: WordText) -> None:
        self._paragraph = text.element
        self._formats: list[tuple[str, Element | None]] = [("", text.base)]
        self._parents: list[tuple[str, Element]] = [("", text.element)]
        self._after_break = False
        self._natives: dict[Identity, deque[Atom]] = {}
        for code, native in zip(text.paragraph.codes, text.natives, strict=True):
            self._natives.setdefault(identity(code), deque()).append(native)

    def add_text(self, text: str) -> None:
        text = text.lstrip(" ") if self._after_break else text
        if not text:
            return
        self._after_break = False
        run = self._run(self._formats[-1][1])
        for piece in _SPECIAL.split(text):
            if piece in WRITTEN_AS:
                etree.SubElement(run, sibling_tag(run, WRITTEN_AS[piece]))
            elif piece:
                etree.SubElement(run, sibling_tag(run, "t"), {_SPACE: "preserve"}).text = piece

    def add_pieces(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            parent = self._run(piece.properties) if piece.in_run else self._parents[-1][1]
            piece.element.tail = None
            parent.append(piece.element)

    def add_code(self, code: Code) -> None:
        native = self._natives[identity(code)].popleft()
        self._after_break = native.sort is Sort.BREAK
        if code.role is CodeRole.STANDALONE or native.pieces:
            self.add_pieces(native.pieces)
        elif native.element is None:
            self._change_format(code, native)
        elif code.role is CodeRole.OPEN:
            self._parents.append((code.pair, self._container(native.element, native.properties)))
        else:
            self._leave(code.pair)

    def _change_format(self, code: Code, native: Atom) -> None:
        if code.role is CodeRole.OPEN:
            self._formats.append((code.pair, native.properties))
        else:
            self._formats = [entry for entry in self._formats if entry[0] != code.pair]

    def _leave(self, pair: str) -> None:
        """Go on outside of a container, and of all that was opened in it."""
        while any(entry[0] == pair for entry in self._parents):
            self._parents.pop()

    def _run(self, properties: Element | None) -> Element:
        run = etree.SubElement(self._parents[-1][1], sibling_tag(self._paragraph, "r"))
        if properties is not None:
            run.append(deepcopy(properties))
        return run

    def _container(self, original: Element, properties: Element | None) -> Element:
        """Append an empty copy of a container; give the element that its content goes into."""
        if name_of(original) == "w:ruby":
            return _emptied(self._run(properties), original, "w:rubyBase")
        if name_of(original) == "w:sdt":
            return _emptied(self._parents[-1][1], original, "w:sdtContent")
        link = etree.SubElement(self._parents[-1][1], str(original.tag))
        link.attrib.update(original.attrib)
        return link


def _emptied(parent: Element, original: Element, content: str) -> Element:
    """Append a copy of an element; give the part of it that holds its text, emptied."""
    copied = deepcopy(original)
    copied.tail = None
    parent.append(copied)
    inner = child(copied, content)
    if inner is None:
        return copied
    for old in list(inner):
        inner.remove(old)
    return inner


def _copy_to_stand_ins(root: Element, changed: set[Element]) -> None:
    """Copy translated text boxes into what stands for them in older programs."""
    for alternate in root.iter("{*}AlternateContent"):
        new, old = child(alternate, "mc:Choice"), child(alternate, "mc:Fallback")
        boxes = [] if new is None else list(new.iter("{*}txbxContent"))
        stand_ins = [] if old is None else list(old.iter("{*}txbxContent"))
        if len(boxes) != len(stand_ins):
            continue
        for box, stand_in in zip(boxes, stand_ins, strict=True):
            if any(element in changed for element in box.iter("{*}p")):
                stand_in[:] = [deepcopy(inner) for inner in box]
