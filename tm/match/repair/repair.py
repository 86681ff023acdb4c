"""Repairing a match: the numbers, dates and terms of the wanted text are put into the target of a similar one.

A repair is offered only where nothing else differs between the two sources, where each value to change is found in the target
by value and without doubt, and where the target, read again, says exactly the values that were to be written. What the
target adds of its own (pronouns) is pointed out, not changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from re import finditer

from segments.values import Amount, Date, Value, ValueKind, read_values
from tm.match.repair.agreement import Edit, article_edit, number_edits, pronouns
from tm.match.repair.english import write_english
from tm.match.repair.japanese import write_japanese
from tm.match.repair.slots import Slot, slot_changes
from tm.match.repair.terms import term_edits

_COUNTING = frozenset({ValueKind.NUMBER, ValueKind.QUANTITY, ValueKind.ORDINAL, ValueKind.FISCAL_YEAR})
_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the target before and after the repair."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired target.

    Attributes:
        target: The whole target.
        changes: What was changed, from left to right.
        notes: What to look at, as plain sentences.
    """

    target: str
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def repair(
    held: str,
    target: str,
    wanted: str,
    *,
    source_lang: str = "ja",
    target_lang: str = "en",
    terms: Sequence[tuple[str, str]] = (),
) -> Repaired | None:
    """Repair the target of a match, if its source differs from the wanted text only in values and terms.

    Args:
        held: The source of the match.
        target: Its target.
        wanted: The source to translate.
        source_lang: Language of both sources.
        target_lang: Language of the target, Japanese or English.
        terms: Pairs of a term or name of the source and its preferred rendering; nothing else is put in for a name.

    Returns:
        The repaired target, or None where nothing is to be repaired or it could not be done exactly.
    """
    renderings = dict(terms)
    slots = slot_changes(held, wanted, source_lang, renderings)
    workpiece = _Workpiece(target, target_lang, renderings)
    edits: list[Edit] = []
    for group in _groups(slots or ()):
        some = workpiece.edits(group)
        if some is None:
            return None
        edits += some
    return workpiece.repaired(edits)


def _groups(slots: Iterable[tuple[Slot, Slot]]) -> list[list[tuple[Slot, Slot]]]:
    """Bring the slots together that held the same thing, and leave out those that still do."""
    groups: defaultdict[object, list[tuple[Slot, Slot]]] = defaultdict(list)
    for before, after in slots:
        value = before.value
        groups[(value.kind, value.value, value.upto) if value else before.term].append((before, after))
    return [group for group in groups.values() if not all(before.same(after) for before, after in group)]


class _Workpiece:
    """A target with its values, of which each is to be said again, some of them changed."""

    def __init__(self, target: str, lang: str, renderings: dict[str, str]) -> None:
        self._target, self._lang, self._renderings = target, lang, renderings
        self._english = not lang.lower().startswith("ja")
        self._values = read_values(target, lang)
        self._said = {value.start: (value.value, value.upto) for value in self._values}
        self._delicate = False

    def edits(self, group: Sequence[tuple[Slot, Slot]]) -> list[Edit] | None:
        """Give the edits for slots that held the same thing; None where it is not plain what to do."""
        before, after = group[0]
        if not all(after.same(other) for _, other in group):
            return None
        if before.value and after.value:
            return self._value_edits(before.value, after.value, len(group))
        self._delicate = True
        old, new = self._renderings[before.term], self._renderings[after.term]
        return term_edits(self._target, old, new, len(group), self._renderings.values(), english=self._english)

    def _value_edits(self, old: Value, new: Value, count: int) -> list[Edit] | None:
        places = [value for value in self._values if _means(old, value)] or self._ones(old)
        if len(places) != count or any(_untold(old, place) != _untold(new, place) for place in places):
            return None
        edits: list[Edit] = []
        for place in places:
            some = self._one_value(place, *_amounts(place, new))
            if some is None:
                return None
            edits += some
        return edits

    def _ones(self, old: Value) -> list[Value]:
        """Find the word one, which no reader of values takes for a number."""
        if old.value != _ONE or old.upto is not None or not self._english:
            return []
        found = finditer(
            r"(?<!no )(?<!any )(?<!each )(?<!every )(?<!some )\b[Oo]ne\b(?!-| of\b| another\b)", self._target
        )
        return [Value(ValueKind.NUMBER, _ONE, place.start(), place.end()) for place in found]

    def _one_value(self, place: Value, new: Amount, upto: Amount | None) -> list[Edit] | None:
        words = self._target[place.start : place.end]
        written = (write_english if self._english else write_japanese)(place, words, new, upto)
        if not written:
            return None
        self._said[place.start] = (new, upto)
        edits = [Edit(place.start, place.end, written)]
        if not self._english:
            return edits
        edits += article_edit(self._target, place.start, written)
        agreeing = self._agreement(place, words, new)
        return None if agreeing is None else edits + agreeing

    def _agreement(self, place: Value, words: str, new: Amount) -> list[Edit] | None:
        counted = place.kind is ValueKind.NUMBER or (place.kind is ValueKind.QUANTITY and "-" not in words)
        if not counted or (place.value == _ONE) == (new == _ONE) or place.upto is not None:
            return []
        self._delicate = True
        inside = place.kind is ValueKind.QUANTITY
        return number_edits(self._target, place.start, place.end, several=new != _ONE, noun_inside=inside)

    def repaired(self, edits: Iterable[Edit]) -> Repaired | None:
        """Make all edits, and read the result again."""
        ordered = sorted(set(edits))
        if not ordered or any(b.start < a.end for a, b in pairwise(ordered)):
            return None
        text = self._target
        for edit in reversed(ordered):
            text = text[: edit.start] + edit.text + text[edit.end :]
        read = [(value.value, value.upto) for value in read_values(text, self._lang)]
        if _without_ones(read) != _without_ones([self._said[start] for start in sorted(self._said)]):
            return None
        changes = [Change(self._target[edit.start : edit.end], edit.text) for edit in ordered]
        return Repaired(text, tuple(change for change in changes if change.before != change.after), self._notes())

    def _notes(self) -> tuple[str, ...]:
        found = pronouns(self._target) if self._delicate and self._english else []
        return (f"See whether the pronouns still fit: {', '.join(found)}.",) if found else ()


def _means(old: Value, there: Value) -> bool:
    """Say whether a value of the target renders a value of the source."""
    match old.value, there.value:
        case Fraction(), Fraction():
            alike = old.kind is there.kind or {old.kind, there.kind} <= _COUNTING
            same_unit = old.kind is not ValueKind.MONEY or old.unit == there.unit
            return alike and same_unit and (old.value, old.upto) == (there.value, there.upto)
        case Date(year=int(year), month=None), Fraction() as number:
            return there.kind is ValueKind.NUMBER and number == year and old.upto is None and there.upto is None
        case Fraction() as number, Date(year=int(year), month=None):
            return old.kind is ValueKind.NUMBER and number == year and old.upto is None and there.upto is None
        case Date(day=int(day), month=None), Fraction() as number:
            return there.kind is ValueKind.ORDINAL and number == day and old.upto is None
        case Date() as told, Date() as said:
            return old.upto == there.upto and _restricted(told, said) == said
        case _:
            return (old.value, old.upto) == (there.value, there.upto)


def _restricted(told: Date, said: Date) -> Date:
    """Leave out of a date what another one does not tell."""
    return Date(
        told.year if said.year is not None else None,
        told.month if said.month is not None else None,
        told.day if said.day is not None else None,
    )


def _untold(value: Value, place: Value) -> Amount | None:
    """Give the part of a source's date that the target leaves out: it must not change unseen."""
    told, said = value.value, place.value
    if not isinstance(told, Date) or not isinstance(said, Date):
        return None
    return Date(
        told.year if said.year is None else None,
        told.month if said.month is None else None,
        told.day if said.day is None else None,
    )


def _amounts(place: Value, new: Value) -> tuple[Amount, Amount | None]:
    """Give a new value as the target tells such values: a year as a number, a date as far as the old one went."""
    amount = new.value
    if isinstance(amount, Date) and isinstance(place.value, Fraction):
        return Fraction(amount.year or amount.day or 0), None
    if isinstance(amount, Date) and isinstance(place.value, Date):
        return _restricted(amount, place.value), new.upto
    if isinstance(amount, Fraction) and isinstance(place.value, Date):
        return Date(int(amount)), None
    return amount, new.upto


def _without_ones(said: Iterable[tuple[Amount, Amount | None]]) -> list[tuple[Amount, Amount | None]]:
    return [(value, upto) for value, upto in said if value != _ONE]
