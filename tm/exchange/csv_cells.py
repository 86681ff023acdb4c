"""A unit as the cells of a row, and back, so that it comes back unchanged and may be edited in between.

A plain unit needs no more than its texts and the columns that people read: dates, names, a note. `codes` holds inline codes
as JSON, with a check sum of their text: in a text that was changed, nobody knows where they belong. `extras` holds, as
JSON, whatever else there is: other languages, properties, further attributes. Where `extras` and a column say different
things, somebody has edited the column, and the column counts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

from segments.model import Code, CodeRole
from segments.storable import refuse_unstorable
from tm.errors import InputError
from tm.exchange.csv_columns import CODES, EXTRAS, NOTE, VISIBLE, Langs, same_language
from tm.exchange.markup import Attributes
from tm.model import Annotation, ExchangeUnit, Variant

Cells = Mapping[str, str]

# A column of another tool's table is kept as a `prop` of this type (and the column's name).
FOREIGN_COLUMN = "x-column:"

_MALFORMED = (ValueError, TypeError, KeyError, IndexError, RecursionError, InputError)


def cells_of(unit: ExchangeUnit, langs: Langs) -> dict[str, str]:
    """Give a unit as cells by the names of their columns; the texts are `source` and `target`."""
    places = _places(unit, langs)
    shown = [unit.variants[place] for place in places]
    cells = dict(zip(("source", "target"), [one.text for one in shown], strict=False))
    cells |= {name: value for name, value in unit.attributes if name in VISIBLE}
    cells[NOTE] = next((one.text for one in unit.annotations if _is_note(one)), "")
    cells[CODES] = _codes_cell(shown)
    return cells if _needs_no_extras(unit, cells, langs) else cells | {EXTRAS: _extras_cell(unit, places)}


def unit_of(cells: Cells, langs: Langs, remarks: list[str]) -> ExchangeUnit:
    """Give the unit that a row of cells stands for.

    Args:
        cells: The cells by the names of their columns; `source` and `target` must be there.
        langs: The languages of these two.
        remarks: Takes a clause for whatever of the row could not be used.

    Raises:
        InputError: A text is empty, and nothing says that it should be; or a cell cannot be stored.
    """
    for name, cell in cells.items():
        refuse_unstorable(cell, f"the column '{name}'")
    unit = _with_extras(cells, langs, remarks) if cells.get(EXTRAS) else _plain(cells, langs)
    return _with_columns(_with_codes(unit, cells, langs, remarks), cells)


def _needs_no_extras(unit: ExchangeUnit, cells: Cells, langs: Langs) -> bool:
    try:
        return unit_of(cells, langs, []) == unit
    except (InputError, KeyError):
        return False


def _places(unit: ExchangeUnit, langs: Langs) -> tuple[int, ...]:
    """Give the places of the variants for the columns: by their languages, else the first two (or the only one)."""
    found = [
        next((place for place, one in enumerate(unit.variants) if same_language(one.lang, lang)), None)
        for lang in langs
    ]
    if found[0] is not None and found[1] is not None and found[0] != found[1]:
        return found[0], found[1]
    return tuple(range(len(unit.variants)))[:2]


def _plain(cells: Cells, langs: Langs) -> ExchangeUnit:
    for name in ("source", "target"):
        if not cells[name].strip():
            raise InputError(f"the {name} is empty")
    return ExchangeUnit((Variant(langs[0], cells["source"]), Variant(langs[1], cells["target"])))


def _with_extras(cells: Cells, langs: Langs, remarks: list[str]) -> ExchangeUnit:
    try:
        return _unit_from_json(json.loads(cells[EXTRAS]), [cells["source"], cells["target"]])
    except _MALFORMED:
        remarks.append("its extras are not what was exported and were left out")
        return _plain(cells, langs)


def _with_codes(unit: ExchangeUnit, cells: Cells, langs: Langs, remarks: list[str]) -> ExchangeUnit:
    if not cells.get(CODES):
        return unit
    variants = list(unit.variants)
    try:
        for place, (check, codes) in zip(_places(unit, langs), json.loads(cells[CODES]), strict=True):
            if codes and check != _check_sum(variants[place].text):
                remarks.append("a text was changed, so its inline codes were left out")
            else:
                variants[place] = replace(variants[place], codes=tuple(map(_code, codes)))
    except _MALFORMED:
        remarks.append("its inline codes are not what was exported and were left out")
        return unit
    return replace(unit, variants=tuple(variants))


def _with_columns(unit: ExchangeUnit, cells: Cells) -> ExchangeUnit:
    """Let the columns that people read and edit count."""
    said = dict(unit.attributes)
    for name in VISIBLE:
        if name in cells and cells[name] != said.get(name, ""):
            said[name] = cells[name]
            if not cells[name]:
                del said[name]
    annotations = _with_note(unit.annotations, cells[NOTE]) if NOTE in cells else unit.annotations
    foreign = tuple(
        Annotation("prop", cell, (("type", name),))
        for name, cell in cells.items()
        if name.startswith(FOREIGN_COLUMN) and cell.strip()
    )
    return ExchangeUnit(unit.variants, tuple(said.items()), annotations + foreign)


def _with_note(annotations: tuple[Annotation, ...], note: str) -> tuple[Annotation, ...]:
    """Put a note in the place of the first, or after all; an empty one takes it away."""
    mine = (Annotation(NOTE, note),) if note else ()
    for place, one in enumerate(annotations):
        if _is_note(one):
            return annotations if one.text == note else (*annotations[:place], *mine, *annotations[place + 1 :])
    return annotations + mine


def _is_note(one: Annotation) -> bool:
    return one.element == NOTE and not one.attributes


def _codes_cell(shown: Sequence[Variant]) -> str:
    if not any(one.codes for one in shown):
        return ""
    return _dumped([[_check_sum(one.text), [_code_json(code) for code in one.codes]] for one in shown])


def _check_sum(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def _extras_cell(unit: ExchangeUnit, places: tuple[int, ...]) -> str:
    others = [None if place in places else one for place, one in enumerate(unit.variants)]
    variants = [
        [one.lang, one.attributes, _annotations_json(one.annotations)]
        + ([] if other is None else [other.text, [_code_json(code) for code in other.codes]])
        for one, other in zip(unit.variants, others, strict=True)
    ]
    said = {
        "places": places,
        "variants": variants,
        "attributes": unit.attributes,
        "annotations": _annotations_json(unit.annotations),
    }
    return _dumped(said)


def _unit_from_json(said: Any, texts: Sequence[str]) -> ExchangeUnit:  # noqa: ANN401 (JSON may be anything)
    shown = {place: Variant("", text) for place, text in zip(said["places"], texts, strict=False)}
    variants = [
        replace(
            shown[place] if place in shown else _other(others),
            lang=_string(lang),
            attributes=_pairs(pairs),
            annotations=_annotations(notes),
        )
        for place, (lang, pairs, notes, *others) in enumerate(said["variants"])
    ]
    return ExchangeUnit(tuple(variants), _pairs(said["attributes"]), _annotations(said["annotations"]))


def _other(said: Sequence[Any]) -> Variant:
    text, codes = said
    return Variant("", _string(text), tuple(map(_code, codes)))


def _code(said: Sequence[Any]) -> Code:
    offset, role, pair, element, attributes, data = said
    return Code(int(offset), CodeRole(role), _string(pair), _string(element), _pairs(attributes), _string(data))


def _code_json(code: Code) -> list[object]:
    return [code.offset, code.role, code.pair, code.element, code.attributes, code.data]


def _annotations_json(annotations: Sequence[Annotation]) -> list[list[object]]:
    return [[one.element, one.text, one.attributes] for one in annotations]


def _annotations(said: Sequence[Sequence[Any]]) -> tuple[Annotation, ...]:
    return tuple(Annotation(_string(element), _string(text), _pairs(pairs)) for element, text, pairs in said)


def _pairs(said: Sequence[Sequence[Any]]) -> Attributes:
    return tuple((_string(name), _string(value)) for name, value in said)


def _string(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError
    return refuse_unstorable(said, "the extras")


def _dumped(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
