"""Look-ups: matches for a text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from segments import segment_text
from segments.language import language_of, same_language
from segments.model import Code
from tm.match import Candidate, Wanted, rank, repair
from tm.model import Match, MatchKind, Project, Unit
from tm.store import Store
from tm.store.shelf import shelf_of
from tm.store.units import same_source, units_by_id
from tm.workbench.projects import reading_order
from tm.workbench.terms import TermHit, find_terms

THRESHOLD = 0.6
# An exact match, and a variant, says the same already.
REPAIRED_BELOW = 98


@dataclass(frozen=True, slots=True)
class TextMatches:
    """A text with what the memories and the glossaries offer for it."""

    text: str
    matches: tuple[Match, ...]
    terms: tuple[TermHit, ...]


def look_up(
    store: Store,
    project: Project,
    text: str,
    *,
    before: str = "",
    after: str = "",
    codes: Sequence[Code] = (),
    threshold: float = THRESHOLD,
    limit: int = 10,
) -> list[Match]:
    """Give the best matches of a text from the memories that a project reads, the best first.

    `before` and `after` are the sources beside it, for context matches. A unit that was confirmed a moment ago, here or in
    another program, is found. `threshold` is a similarity, 0.5 to 1. A match that differs in values or terms only stands
    beside its repair: the same score, the target with those put right, and the reasons say what was changed.
    """
    wanted = Wanted(text, project.source_lang, tuple(codes), before, after)
    found = rank(candidates(store, project, wanted, threshold=threshold, limit=limit), wanted, limit=limit)
    return [each for match in found for each in (match, *_repaired(store, project, match, text))]


def _repaired(store: Store, project: Project, match: Match, text: str) -> list[Match]:
    """Give the repair of a match, if it is inexact and can be repaired exactly."""
    if match.score >= REPAIRED_BELOW or match.unit.target_codes:
        return []
    hits = [*find_terms(store, project, match.unit.source, project.source_lang)]
    hits += find_terms(store, project, text, project.source_lang)
    done = repair(
        match.unit.source,
        match.unit.target,
        text,
        source_lang=project.source_lang,
        target_lang=project.target_lang,
        terms=[(each.hit.term.text, each.rendering) for each in hits if each.rendering],
    )
    if done is None:
        return []
    changes = "; ".join(f"{change.before} → {change.after}" for change in done.changes)
    reasons = (f"Repaired: {changes}.", *done.notes)
    return [replace(match, unit=replace(match.unit, target=done.target), kind=MatchKind.REPAIRED, reasons=reasons)]


def candidates(
    store: Store, project: Project, wanted: Wanted, *, threshold: float = THRESHOLD, limit: int = 10
) -> list[Candidate]:
    """Give the units among which the best matches of a text are, not scored and in no order."""
    shelf = shelf_of(store)
    found: dict[int, tuple[float, str, int, int]] = {}
    for place, (memory, penalty) in enumerate(reading_order(project)):
        for unit_id, alike in shelf.query(memory, wanted.lang, wanted.text, threshold, limit * 2):
            found[unit_id] = (alike, memory.name, penalty, -place)
    with store.read() as connection:
        for place, (memory, penalty) in enumerate(reading_order(project)):
            # Of many units with one source the index gives the oldest; the one in the same context may be another.
            for unit_id in same_source(
                connection, memory.id, wanted.text, before=wanted.before, after=wanted.after, limit=limit
            ):
                found[unit_id] = (1.0, memory.name, penalty, -place)
        units = units_by_id(connection, list(found))
    return [Candidate(_turned(units[one], wanted.lang), *said) for one, said in found.items() if one in units]


def in_their_places(sources: Sequence[tuple[str, tuple[Code, ...]]], lang: str) -> list[Wanted]:
    """Give the segments of a text, each with its neighbours, as matches are wanted for them."""
    padded = ["", *(text for text, _ in sources), ""]
    return [
        Wanted(text, lang, codes, before, after)
        for (text, codes), before, after in zip(sources, padded, padded[2:], strict=False)
    ]


def _turned(unit: Unit, lang: str) -> Unit:
    """Give a unit with its source in the language: a memory from Japanese to English serves the other way too."""
    if same_language(unit.source_lang, lang):
        return unit
    return replace(
        unit,
        source=unit.target,
        target=unit.source,
        source_lang=unit.target_lang,
        target_lang=unit.source_lang,
        source_codes=unit.target_codes,
        target_codes=unit.source_codes,
        before="",
        after="",
    )


def match_text(
    store: Store, project: Project, text: str, *, threshold: float = THRESHOLD, limit: int = 10
) -> TextMatches:
    """Give the matches and the terms of one text taken as a single segment."""
    matches = look_up(store, project, text, threshold=threshold, limit=limit)
    return TextMatches(text, tuple(matches), tuple(find_terms(store, project, text, project.source_lang)))


def match_segments(
    store: Store, project: Project, text: str, *, threshold: float = THRESHOLD, limit: int = 10
) -> list[TextMatches]:
    """Give the matches and the terms of each segment of a text, with its neighbours as context."""
    sources = [one.text for one in segment_text(text, language_of(text))]
    padded = ["", *sources, ""]
    return [
        TextMatches(
            source,
            tuple(look_up(store, project, source, before=before, after=after, threshold=threshold, limit=limit)),
            tuple(find_terms(store, project, source, project.source_lang)),
        )
        for before, source, after in zip(padded, sources, padded[2:], strict=False)
    ]
