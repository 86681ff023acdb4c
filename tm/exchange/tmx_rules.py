"""What TMX 1.4b allows where, as its DTD has it (LISA OSCAR, tmx14.dtd).

What files have beyond it is not lost: on its way out it becomes a `prop` whose type begins with one of the prefixes
below, and attributes come back from there on the way in.
"""

from collections.abc import Sequence

from tm.model import Variant

VERSION = "1.4"
SEGMENT_TYPES = frozenset({"block", "paragraph", "sentence", "phrase"})

HEADER_REQUIRED = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
_HISTORY = frozenset({"creationdate", "creationid", "changedate", "changeid"})
_USE = frozenset(
    {"o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion", "o-tmf"}
)

# The language of a `tuv` (`xml:lang`) is no mere attribute.
ATTRIBUTES = {
    "header": _HISTORY | {"o-encoding", *HEADER_REQUIRED},
    "tu": _HISTORY | _USE | {"tuid", "segtype", "srclang"},
    "tuv": _HISTORY | _USE | {"lang"},
    "note": frozenset({"o-encoding", "xml:lang", "lang"}),
    "prop": frozenset({"type", "o-encoding", "xml:lang", "lang"}),
    "bpt": frozenset({"i", "x", "type"}),
    "ept": frozenset({"i"}),
    "it": frozenset({"pos", "x", "type"}),
    "ph": frozenset({"x", "assoc", "type"}),
    "hi": frozenset({"x", "type"}),
    "ut": frozenset({"x"}),
    "sub": frozenset({"datatype", "type"}),
}
_ENUMERATED = {"segtype": SEGMENT_TYPES, "pos": frozenset({"begin", "end"})}

REQUIRED = {"bpt": "i", "ept": "i", "it": "pos"}
NATIVE = frozenset({"bpt", "ept", "it", "ph", "ut"})
INLINE = NATIVE | {"hi"}
# Which elements may stand in an element that inline codes are made of.
CONTENT = {**dict.fromkeys(NATIVE, frozenset({"sub"})), "hi": INLINE, "sub": INLINE}

# A `prop` of this type (and the attribute's name) stands for an attribute that TMX 1.4 does not have.
FOREIGN_ATTRIBUTE = "x-attribute:"
# The same for an inline code of a `tuv`; the type goes on with the number of the code, from 0, a colon, and the name.
FOREIGN_CODE_ATTRIBUTE = "x-code-attribute:"
# The same for a property or note; the type goes on with its number among those of its element, from 0, a colon, the name.
FOREIGN_ANNOTATION_ATTRIBUTE = "x-annotation-attribute:"
# A `prop` of this type (and the element's name) holds the markup of an element that TMX does not have.
FOREIGN_ELEMENT = "x-element:"


def allowed(element: str, name: str, value: str) -> bool:
    """Tell whether TMX 1.4b lets an element have this attribute with this value."""
    return name in ATTRIBUTES[element] and (name not in _ENUMERATED or value in _ENUMERATED[name])


def source_place(variants: Sequence[Variant], source_lang: str) -> int:
    """Give the place of the variant in the source language: the same tag, else other subtags, else the first."""
    wanted = source_lang.lower()
    if variants[0].lang.lower() == wanted:
        return 0
    langs = [variant.lang.lower() for variant in variants]
    if wanted in langs:
        return langs.index(wanted)
    languages = [_language(lang) for lang in langs]
    return languages.index(_language(wanted)) if _language(wanted) in languages else 0


def _language(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0]
