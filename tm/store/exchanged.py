"""Exchanged units as rows of the table `unit`, and back, word for word.

A row has the pair of languages of its memory as source and target. What a file says beyond the columns is JSON in
`extras`: the attributes and annotations of the unit (`tu`) and of its two variants, every further variant, and the places
where the two stood among them.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from segments.language import same_language
from segments.model import Code
from tm.model import Annotation, ExchangeUnit, Memory, Unit, Variant
from tm.store.columns import codes, codes_text, hash_of, moment_text

_CONTEXT_BEFORE = ("prev", "x-context-pre")
_CONTEXT_AFTER = ("next", "x-context-post")

Attributes = tuple[tuple[str, str], ...]


def unit_row(one: ExchangeUnit, memory: Memory, import_id: int) -> tuple[object, ...]:
    """Give the columns of an imported unit, in the order of `tm.store.imports`."""
    source_place, target_place = _places(one.variants, memory)
    source = one.variants[source_place]
    target = one.variants[target_place] if target_place is not None else Variant("", "")
    extras = _extras(one, source_place, target_place)
    said = dict(target.attributes) | dict(source.attributes) | dict(one.attributes)
    source_codes, target_codes = codes_text(source.codes), codes_text(target.codes)
    return (
        memory.id,
        source.lang,
        target.lang,
        source.text,
        target.text,
        source_codes,
        target_codes,
        _property(one.annotations, _CONTEXT_BEFORE),
        _property(one.annotations, _CONTEXT_AFTER),
        _stored_date(said.get("creationdate", "")),
        said.get("creationid", ""),
        _stored_date(said.get("changedate", "") or said.get("creationdate", "")),
        said.get("changeid", "") or said.get("creationid", ""),
        int(said["usagecount"]) if said.get("usagecount", "").isdigit() else 0,
        extras,
        hash_of(source.text),
        hash_of(source.lang, target.lang, source.text, target.text, source_codes, target_codes, extras),
        import_id,
    )


def exchange_unit(unit: Unit, extras: str) -> ExchangeUnit:
    """Give a stored unit as files have it: word for word what was imported, or what the columns say."""
    if not extras:
        return ExchangeUnit(_own_variants(unit), _own_attributes(unit), _own_annotations(unit))
    said = json.loads(extras)
    return ExchangeUnit(_variants(unit, said), _pairs(said["tu"][0]), _annotations(said["tu"][1]))


def _places(variants: Sequence[Variant], memory: Memory) -> tuple[int, int | None]:
    """Give the places of source and target: the memory's languages where the unit has both, else the first two."""
    found = [
        next((place for place, one in enumerate(variants) if same_language(one.lang, lang)), None)
        for lang in (memory.source_lang, memory.target_lang)
    ]
    if found[0] is not None and found[1] is not None:
        return found[0], found[1]
    return 0, 1 if len(variants) > 1 else None


def _extras(one: ExchangeUnit, source_place: int, target_place: int | None) -> str:
    places = [source_place] if target_place is None else [source_place, target_place]
    mine = [one.variants[place] for place in places]
    others = [_variant_json(each) for place, each in enumerate(one.variants) if place not in places]
    said = {
        "tu": [one.attributes, _annotations_json(one.annotations)],
        "tuv": [[each.attributes, _annotations_json(each.annotations)] for each in mine],
        "places": places,
        "others": others,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _variant_json(one: Variant) -> list[object]:
    return [one.lang, one.text, codes_text(one.codes), one.attributes, _annotations_json(one.annotations)]


def _annotations_json(annotations: Sequence[Annotation]) -> list[list[object]]:
    return [[one.element, one.text, one.attributes] for one in annotations]


def _variants(unit: Unit, said: dict[str, Any]) -> tuple[Variant, ...]:
    """Put the variants back in the places they had in their file."""
    own: list[tuple[str, str, tuple[Code, ...]]] = [
        (unit.source_lang, unit.source, unit.source_codes),
        (unit.target_lang, unit.target, unit.target_codes),
    ]
    placed = {
        place: Variant(lang, text, coded, _pairs(attributes), _annotations(notes))
        for place, (lang, text, coded), (attributes, notes) in zip(said["places"], own, said["tuv"], strict=False)
    }
    others = iter(said["others"])
    count = len(placed) + len(said["others"])
    return tuple(placed[place] if place in placed else _other(next(others)) for place in range(count))


def _other(said: Sequence[Any]) -> Variant:
    lang, text, coded, attributes, notes = said
    return Variant(lang, text, codes(coded), _pairs(attributes), _annotations(notes))


def _pairs(said: Sequence[Sequence[str]]) -> Attributes:
    return tuple((name, value) for name, value in said)


def _annotations(said: Sequence[Sequence[Any]]) -> tuple[Annotation, ...]:
    return tuple(Annotation(element, text, _pairs(attributes)) for element, text, attributes in said)


def _own_variants(unit: Unit) -> tuple[Variant, ...]:
    return (
        Variant(unit.source_lang, unit.source, unit.source_codes),
        Variant(unit.target_lang, unit.target, unit.target_codes),
    )


def _own_attributes(unit: Unit) -> Attributes:
    """Say when and by whom a confirmed unit was made, as the TMX attributes say it."""
    said = (
        ("creationdate", _exchanged_date(unit.created_at)),
        ("creationid", unit.created_by),
        ("changedate", _exchanged_date(unit.changed_at)),
        ("changeid", unit.changed_by),
        ("usagecount", str(unit.usage_count) if unit.usage_count else ""),
    )
    return tuple((name, value) for name, value in said if value)


def _own_annotations(unit: Unit) -> tuple[Annotation, ...]:
    """Say which document a confirmed unit came from, what stood beside it, and whether it was reviewed."""
    said = (
        ("x-document", unit.document),
        ("x-context-pre", unit.before),
        ("x-context-post", unit.after),
        ("x-reviewed", "yes" if unit.reviewed else ""),
    )
    return tuple(Annotation("prop", text, (("type", kind),)) for kind, text in said if text)


def _property(annotations: Sequence[Annotation], kinds: Sequence[str]) -> str:
    for one in annotations:
        if one.element == "prop" and dict(one.attributes).get("type") in kinds:
            return one.text
    return ""


@lru_cache(maxsize=4096)
def _stored_date(text: str) -> str:
    """Read a date of TMX 1.4b (`YYYYMMDDThhmmssZ`, UTC); one in another form is kept in the extras only."""
    try:
        return moment_text(datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)) if text else ""
    except ValueError:
        return ""


def _exchanged_date(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") if at else ""
