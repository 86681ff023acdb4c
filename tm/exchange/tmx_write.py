"""Writing TMX 1.4b that is valid against its DTD and reads back as what was written, in constant memory."""

import re
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO

from segments.model import Code
from segments.xml import parse_fragment
from tm.errors import OutputError
from tm.exchange.codes_write import content_markup
from tm.exchange.markup import Attributes, attributes_markup, escape
from tm.exchange.tmx_rules import (
    FOREIGN_ANNOTATION_ATTRIBUTE,
    FOREIGN_ATTRIBUTE,
    FOREIGN_CODE_ATTRIBUTE,
    INLINE,
    VERSION,
    allowed,
    source_place,
)
from tm.model import Annotation, ExchangeHeader, ExchangeUnit, Variant

# XML 1.0, production 2 (Char).
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = 30


def write_tmx(stream: BinaryIO, header: ExchangeHeader, units: Iterable[ExchangeUnit], *, source_lang: str) -> int:
    """Write units as TMX 1.4b in UTF-8; gives how many were written.

    Attributes that TMX 1.4 does not have, of whatever element, become properties, which `read_tmx` turns into attributes
    again.

    Args:
        stream: Where to write; it stays open.
        header: What the header says; required attributes that it lacks are filled in.
        units: The units. One whose first variant is not in the source language says so with its own `srclang`.
        source_lang: The source language of the file; `*all*` where any may be it.

    Raises:
        OutputError: A unit holds a character that XML 1.0 cannot hold (a control character, a lone surrogate), has no
            variant, or a variant without a language. What is written until then is no whole file.
    """
    stream.write(_head_markup(header, source_lang).encode())
    number = 0
    for number, unit in enumerate(units, start=1):
        markup = _unit_markup(unit, number, source_lang)
        if _UNWRITABLE.search(markup):
            raise _unwritable(unit, number, markup)
        stream.write(markup.encode())
    stream.write(b"</body>\n</tmx>\n")
    return number


def _head_markup(header: ExchangeHeader, source_lang: str) -> str:
    attributes = _header_attributes(header, source_lang)
    markup = "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n',
            f'<tmx version="{VERSION}">\n',
            f"<header{_allowed_markup('header', attributes)}>\n",
            _annotations_markup(header.annotations),
            _foreign_markup("header", attributes),
            "".join(f"{_checked(encoding)}\n" for encoding in header.encodings),
            "</header>\n<body>\n",
        )
    )
    found = _UNWRITABLE.search(markup)
    if found:
        raise OutputError(f"The header holds {_named(found.group())}, which no TMX can hold. Remove it there.")
    return markup


def _header_attributes(header: ExchangeHeader, source_lang: str) -> Attributes:
    """Give the attributes of the header, the required ones that it lacks after its own."""
    filled = {
        "creationtool": "Taiyaku",
        "creationtoolversion": _own_version(),
        "segtype": "sentence",
        "o-tmf": "Taiyaku",
        "adminlang": "en",
        "srclang": source_lang,
        "datatype": "plaintext",
    }
    own = tuple((name, source_lang if name == "srclang" else value) for name, value in header.attributes)
    had = {name for name, value in own if allowed("header", name, value)}
    return own + tuple((name, value) for name, value in filled.items() if name not in had)


def _own_version() -> str:
    try:
        return version("taiyaku")
    except PackageNotFoundError:
        return "0"


def _checked(encoding: str) -> str:
    """Give the markup of a user-defined encoding back when it is what TMX expects."""
    content = parse_fragment(encoding)
    if content is None or [child.tag for child in content] != ["ude"]:
        raise OutputError("A user-defined encoding of the header is not well-formed XML. Remove it from the header.")
    return encoding


def _unit_markup(unit: ExchangeUnit, number: int, source_lang: str) -> str:
    if not unit.variants:
        raise OutputError(f"Unit {number} has no text in any language. Remove it, or give it one.")
    attributes = _with_source(unit, source_lang)
    return "".join(
        (
            f"<tu{_allowed_markup('tu', attributes)}>\n",
            _annotations_markup(unit.annotations),
            _foreign_markup("tu", attributes),
            *(_variant_markup(variant, number) for variant in unit.variants),
            "</tu>\n",
        )
    )


def _with_source(unit: ExchangeUnit, source_lang: str) -> Attributes:
    """Give the unit's attributes, with `srclang` where a reader would take another variant for the source."""
    if source_place(unit.variants, source_lang) == 0 or any(name == "srclang" for name, _ in unit.attributes):
        return unit.attributes
    return (*unit.attributes, ("srclang", unit.variants[0].lang))


def _variant_markup(variant: Variant, number: int) -> str:
    if not variant.lang:
        raise OutputError(f"Unit {number} has a text of which nobody said the language. Give it one.")
    lang = attributes_markup([("xml:lang", variant.lang)])
    return "".join(
        (
            f"<tuv{lang}{_allowed_markup('tuv', variant.attributes)}>",
            _annotations_markup(variant.annotations),
            _foreign_markup("tuv", variant.attributes),
            _foreign_code_markup(variant.codes),
            f"<seg>{content_markup(variant.text, variant.codes)}</seg></tuv>\n",
        )
    )


def _allowed_markup(element: str, attributes: Attributes) -> str:
    if not attributes:
        return ""
    return attributes_markup([(name, value) for name, value in attributes if allowed(element, name, value)])


def _foreign_markup(element: str, attributes: Attributes) -> str:
    """Write those attributes that TMX 1.4 does not have as properties."""
    foreign = [(name, value) for name, value in attributes if not allowed(element, name, value)]
    return "".join(_property_markup(FOREIGN_ATTRIBUTE + name, value) for name, value in foreign)


def _foreign_code_markup(codes: Sequence[Code]) -> str:
    """Write those attributes of inline codes that TMX 1.4 does not have as properties."""
    foreign = [
        (number, name, value)
        for number, code in enumerate(codes)
        if code.element in INLINE
        for name, value in code.attributes
        if not allowed(code.element, name, value)
    ]
    return "".join(
        _property_markup(f"{FOREIGN_CODE_ATTRIBUTE}{number}:{name}", value) for number, name, value in foreign
    )


def _property_markup(kind: str, text: str) -> str:
    return _annotation_markup(Annotation("prop", text, (("type", kind),)))


def _annotations_markup(annotations: Sequence[Annotation]) -> str:
    """Write properties and notes, then those of their attributes that TMX 1.4 does not have as properties."""
    foreign = [
        (number, name, value)
        for number, one in enumerate(annotations)
        for name, value in one.attributes
        if not allowed(_element_of(one), name, value)
    ]
    return "".join(
        (
            *(_annotation_markup(one) for one in annotations),
            *(
                _property_markup(f"{FOREIGN_ANNOTATION_ATTRIBUTE}{number}:{name}", value)
                for number, name, value in foreign
            ),
        )
    )


def _element_of(one: Annotation) -> str:
    return "note" if one.element == "note" else "prop"


def _annotation_markup(one: Annotation) -> str:
    element, attributes = _element_of(one), one.attributes
    if element == "prop" and not any(name == "type" for name, _ in attributes):
        attributes = (("type", "x-unknown"), *attributes)
    return f"<{element}{_allowed_markup(element, attributes)}>{escape(one.text)}</{element}>\n"


def _unwritable(unit: ExchangeUnit, number: int, markup: str) -> OutputError:
    found = _UNWRITABLE.search(markup)
    shown = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", unit.variants[0].text[:_SHOWN])
    return OutputError(
        f"Unit {number} ({shown}) holds {_named(found.group() if found else '')}, which no TMX can hold. "
        "Remove it from the unit, or export as CSV."
    )


def _named(character: str) -> str:
    return f"the character U+{ord(character):04X}"
