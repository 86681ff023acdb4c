"""Reading TMX 1.1 to 1.4b, levels 1 and 2: unit after unit, in constant memory, every attribute and property kept.

Files are not validated: one in ten that work in other tools does not follow the DTD. Names count without their
namespace, and `lang` counts where `xml:lang` is missing (TMX before 1.3).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, Self, cast

from segments.model import Code
from segments.xml import Element, Event, local_name, read_elements, where
from tm.errors import InputError
from tm.exchange.codes_read import read_content
from tm.exchange.markup import Attributes, attributes_of, inner_markup, outer_markup
from tm.exchange.tmx_rules import (
    FOREIGN_ANNOTATION_ATTRIBUTE,
    FOREIGN_ATTRIBUTE,
    FOREIGN_CODE_ATTRIBUTE,
    FOREIGN_ELEMENT,
    source_place,
)
from tm.model import Annotation, ExchangeHeader, ExchangeUnit, Variant

_NAMES = frozenset({"tmx", "header", "body", "tu"})


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
            raise self._named(error, element, f"unit {self._count}") from None

    def _named(self, error: InputError, element: Element, name: str) -> InputError:
        """Say in an error where it is."""
        line = cast("int | None", element.sourceline)
        return InputError(f"{where(self._place, line)}{name}: {error}.")

    def _read_header(self) -> ExchangeHeader:
        """Read up to the end of the header, or to the beginning of the body where there is none."""
        version = ""
        for event, element in self._events:
            name = local_name(element)
            if name == "tmx":
                version = element.get("version", "")
            if name == "header" and event == "end":
                try:
                    return _header(element, version)
                except InputError as error:
                    raise self._named(error, element, "the header") from None
            if name == "body":
                break
        return ExchangeHeader(version=version)


def _header(element: Element, version: str) -> ExchangeHeader:
    attributes, annotations, encodings = _parts(element, "ude")
    return ExchangeHeader(attributes, annotations, tuple(map(outer_markup, encodings)), version)


def _read_unit(element: Element) -> ExchangeUnit:
    attributes, annotations, variants = _parts(element, "tuv")
    if not variants:
        raise InputError("it has no <tuv>")
    return ExchangeUnit(tuple(map(_variant, variants)), attributes, annotations)


def _variant(element: Element) -> Variant:
    attributes, annotations, segs = _parts(element, "seg")
    said = dict(attributes)
    lang = said.get("xml:lang") or said.get("lang")
    if not lang:
        raise InputError("a <tuv> has no language (xml:lang)")
    if len(segs) != 1:
        raise InputError(f"a <tuv> has {len(segs) or 'no'} <seg>, where one should be")
    lang_name = "xml:lang" if "xml:lang" in said else "lang"
    others = tuple(pair for pair in attributes if pair[0] != lang_name)
    content = read_content(segs[0])
    codes, annotations = _with_code_attributes(content.codes, annotations)
    return Variant(lang, content.plain, codes, others, annotations)


def _with_code_attributes(
    codes: tuple[Code, ...], annotations: tuple[Annotation, ...]
) -> tuple[tuple[Code, ...], tuple[Annotation, ...]]:
    """Give inline codes those attributes again that an export set aside as properties."""
    if not codes or not annotations:
        return codes, annotations
    changed = list(codes)
    left = []
    for one in annotations:
        number, _, name = _kind(one, FOREIGN_CODE_ATTRIBUTE).partition(":")
        code = changed[int(number)] if re.fullmatch("[0-9]{1,9}", number) and int(number) < len(codes) else None
        if code is None or name in dict(code.attributes):
            left.append(one)
        else:
            changed[int(number)] = replace(code, attributes=(*code.attributes, (name, one.text)))
    return tuple(changed), tuple(left)


def _parts(element: Element, wanted: str) -> tuple[Attributes, tuple[Annotation, ...], list[Element]]:
    """Give an element's attributes, its properties and notes, and its children of the name wanted."""
    attributes = attributes_of(element)
    annotations = []
    children = []
    for child in element:
        name = local_name(child)
        if name == wanted:
            children.append(child)
            continue
        one = _annotation(child, name)
        foreign = _kind(one, FOREIGN_ATTRIBUTE)
        if foreign and foreign not in dict(attributes):
            attributes += ((foreign, one.text),)
        else:
            annotations.append(one)
    return attributes, _with_own_attributes(annotations), children


def _with_own_attributes(annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Give properties and notes those attributes again that an export set aside as properties behind them."""
    kept: list[Annotation] = []
    for one in annotations:
        number, _, name = _kind(one, FOREIGN_ANNOTATION_ATTRIBUTE).partition(":")
        owner = kept[int(number)] if re.fullmatch("[0-9]{1,9}", number) and int(number) < len(kept) else None
        if owner is None or not name or name in dict(owner.attributes):
            kept.append(one)
        else:
            kept[int(number)] = replace(owner, attributes=(*owner.attributes, (name, one.text)))
    return tuple(kept)


def _kind(one: Annotation, prefix: str) -> str:
    """Give what follows the prefix in the type of a property, or nothing."""
    kind = one.attributes[0][1] if one.attributes else ""
    return kind.removeprefix(prefix) if kind.startswith(prefix) else ""


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
