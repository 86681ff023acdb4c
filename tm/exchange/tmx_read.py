"""Reading TMX 1.1 to 1.4b, levels 1 and 2: unit after unit, in constant memory, every attribute and property kept.

Files are not validated: one in ten that work in other tools does not follow the DTD. Names count without their
namespace, and `lang` counts where `xml:lang` is missing (TMX before 1.3).
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO, Self, cast

from segments.xml import Element, Event, local_name, read_elements, where
from tm.errors import InputError
from tm.exchange.codes_read import read_content
from tm.exchange.markup import XML_NAMESPACE, Attributes, attributes_of, inner_markup, outer_markup
from tm.exchange.tmx_rules import FOREIGN_ATTRIBUTE, FOREIGN_ELEMENT, source_place
from tm.model import Annotation, ExchangeHeader, ExchangeUnit, Variant

_NAMES = frozenset({"tmx", "header", "body", "tu"})
_LANG = XML_NAMESPACE + "lang"


def read_tmx(stream: BinaryIO, *, place: str = "", on_progress: Callable[[int], None] | None = None) -> "TmxReader":
    """Open a TMX file: its header is read at once, its units as one iterates.

    Args:
        stream: The file; it stays open, and the caller closes it.
        place: Name of the file for messages.
        on_progress: Told the number of bytes read so far, now and then.

    Raises:
        InputError: The file is empty, is not XML or not TMX, is damaged, or declares entities.
    """
    return TmxReader(read_elements(stream, ("tmx",), _NAMES, place=place, on_progress=on_progress), place)


class TmxReader:
    """An open TMX file: an iterator over its units.

    The first variant of a unit is in its source language: that of the unit (`srclang`), else that of the header;
    where that is `*all*`, or the unit has no such variant, the variants stay in the order of the file.

    Iteration raises InputError at a damaged place. All units given until then are good. After a unit that is at fault
    itself (it has no variant, a variant has no language) iteration can go on; after damaged XML there is nothing more.
    """

    def __init__(self, events: Iterator[Event], place: str) -> None:
        self._events = events
        self._place = place
        self._count = 0
        self.header = self._read_header()
        self._source_lang = dict(self.header.attributes).get("srclang", "*all*")

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> ExchangeUnit:
        for event, element in self._events:
            if event == "end" and local_name(element) == "tu":
                self._count += 1
                return self._unit(element)
        raise StopIteration

    def _unit(self, element: Element) -> ExchangeUnit:
        try:
            return _source_first(_read_unit(element), self._source_lang)
        except InputError as error:
            line = cast("int | None", element.sourceline)
            raise InputError(f"{where(self._place, line)}unit {self._count}: {error}.") from None

    def _read_header(self) -> ExchangeHeader:
        """Read up to the end of the header, or to the beginning of the body where there is none."""
        version = ""
        for event, element in self._events:
            name = local_name(element)
            if name == "tmx":
                version = element.get("version", "")
            if name == "header" and event == "end":
                return _header(element, version)
            if name == "body":
                break
        return ExchangeHeader(version=version)


def _header(element: Element, version: str) -> ExchangeHeader:
    encodings = tuple(outer_markup(child) for child in element if local_name(child) == "ude")
    attributes, annotations = _said(element, ("ude",))
    return ExchangeHeader(attributes, annotations, encodings, version)


def _read_unit(element: Element) -> ExchangeUnit:
    variants = tuple(_variant(child) for child in element if local_name(child) == "tuv")
    if not variants:
        raise InputError("it has no <tuv>")
    return ExchangeUnit(variants, *_said(element, ("tuv",)))


def _variant(element: Element) -> Variant:
    attributes, annotations = _said(element, ("seg",))
    lang_name = "xml:lang" if _LANG in element.keys() else "lang"  # noqa: SIM118 (an element is no dictionary)
    lang = element.get(_LANG) or element.get("lang")
    if not lang:
        raise InputError("a <tuv> has no language (xml:lang)")
    seg = next((child for child in element if local_name(child) == "seg"), None)
    if seg is None:
        raise InputError("a <tuv> has no <seg>")
    content = read_content(seg)
    others = tuple(pair for pair in attributes if pair[0] != lang_name)
    return Variant(lang, content.plain, content.codes, others, annotations)


def _said(element: Element, known: tuple[str, ...]) -> tuple[Attributes, tuple[Annotation, ...]]:
    """Give an element's attributes, and its properties and notes; elements among `known` are left to others."""
    attributes = attributes_of(element)
    annotations = []
    for child in element:
        name = local_name(child)
        if name in known:
            continue
        one = _annotation(child, name)
        foreign = _foreign_attribute(one)
        if foreign and not any(foreign == name for name, _ in attributes):
            attributes += ((foreign, one.text),)
        else:
            annotations.append(one)
    return attributes, tuple(annotations)


def _foreign_attribute(one: Annotation) -> str:
    """Give the name of the attribute that a property stands for, or nothing."""
    kind = one.attributes[0][1] if one.attributes else ""
    return kind.removeprefix(FOREIGN_ATTRIBUTE) if kind.startswith(FOREIGN_ATTRIBUTE) else ""


def _annotation(element: Element, name: str) -> Annotation:
    """Read a property or note; of an element that TMX does not have, the markup."""
    if name in {"prop", "note"}:
        text = inner_markup(element) if len(element) else element.text or ""
        return Annotation(name, text, attributes_of(element))
    return Annotation("prop", outer_markup(element), (("type", FOREIGN_ELEMENT + name),))


def _source_first(unit: ExchangeUnit, header_lang: str) -> ExchangeUnit:
    wanted = next((value for name, value in unit.attributes if name == "srclang"), header_lang)
    place = source_place(unit.variants, wanted)
    if place == 0:
        return unit
    variants = unit.variants
    return ExchangeUnit((variants[place], *variants[:place], *variants[place + 1 :]), unit.attributes, unit.annotations)
