"""From similarities to the matches a translator sees: one place where a score is made, with the reasons beside it.

101  the same source between the same neighbours
100  the same source (of these, one with the same neighbour on one side stands first)
 99  at most, where the source differs in anything at all, be it width or an inline code
 98  where nothing but the spelling differs (`tm.match.variant`)
 94  at most, where a guard (`tm.match.guard`) finds a difference that matters more than its size

Below that, a score is the similarity in per cent, rounded down, less the penalty of the memory. Rounding down promises
nothing that has not been measured.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import floor

from segments.model import Code
from tm.match.guard import concerns
from tm.match.variant import variation
from tm.model import Match, MatchKind, Unit

CONTEXT = 101
EXACT = 100
MOST_INEXACT = 99
VARIANT = 98
MOST_GUARDED = 94

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a match is wanted for: a source text in its place.

    Attributes:
        text: The source, without codes.
        lang: Its language.
        codes: Its inline codes.
        before: The source before it in the document, empty at the start or where unknown.
        after: The source after it, empty at the end or where unknown.
    """

    text: str
    lang: str
    codes: tuple[Code, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that an index or a look-up by hash found.

    Attributes:
        unit: The unit, turned so that its source is in the language of the text wanted.
        similarity: Of its source to that text, 0 to 1.
        memory: Name of its memory.
        penalty: What to take off the score of units of this memory, 0 or more.
        priority: Of units with equal scores, those of higher priority come first.
    """

    unit: Unit
    similarity: float
    memory: str
    penalty: int = 0
    priority: int = 0


def rank(candidates: Iterable[Candidate], wanted: Wanted, *, limit: int = 10) -> list[Match]:
    """Score candidates and give the best matches, the best first.

    Of equal scores, the one with a neighbour in common comes first, then the more similar, the higher priority, the
    reviewed, the newer, the more used, the older id. Candidates with the same source and target become one match, which
    names the other memories.

    Args:
        candidates: What was found, in any order.
        wanted: The source text in its place.
        limit: How many matches to give at most.
    """
    scored = [(candidate, _scored(candidate, wanted)) for candidate in candidates]
    scored.sort(key=lambda pair: _order(pair[0], pair[1], wanted))
    # Looking for variants costs a tenth of a millisecond each: only what would be shown is worth it.
    scored[:limit] = [(candidate, _as_variant(candidate, match, wanted)) for candidate, match in scored[:limit]]
    scored.sort(key=lambda pair: _order(pair[0], pair[1], wanted))
    return [_with_concerns(match, wanted) for match in _folded(scored)[:limit]]


def _with_concerns(match: Match, wanted: Wanted) -> Match:
    """Name the concerns of a match whose score was too low for them to matter."""
    if match.kind is not MatchKind.FUZZY or _per_cent(match.similarity) > MOST_GUARDED:
        return match
    return replace(match, reasons=(*match.reasons, *concerns(match.unit.source, wanted.text, wanted.lang)))


def _scored(candidate: Candidate, wanted: Wanted) -> Match:
    """Score one candidate: what it would get by similarity, what holds it down, what is taken off, and why."""
    reasons: list[str] = []
    score, kind = _plain_score(candidate, wanted, reasons)
    return _penalised(candidate, score, kind, reasons)


def _as_variant(candidate: Candidate, match: Match, wanted: Wanted) -> Match:
    """Score a fuzzy match anew if its source is the wanted one in another spelling."""
    if match.kind is not MatchKind.FUZZY:
        return match
    said = variation(candidate.unit.source, wanted.text, wanted.lang)
    if not said:
        return match
    reasons = [said]
    if not same_codes(candidate.unit.source_codes, wanted.codes):
        reasons.append("The inline codes differ.")
    return _penalised(candidate, VARIANT, MatchKind.VARIANT, reasons)


def _penalised(candidate: Candidate, score: int, kind: MatchKind, reasons: list[str]) -> Match:
    """Take off the penalty of the memory, and say so."""
    if candidate.penalty:
        reasons.append(f"{score} − {candidate.penalty}: penalty of the memory {candidate.memory}.")
        score = max(0, score - candidate.penalty)
    return Match(candidate.unit, score, candidate.similarity, kind, candidate.memory, tuple(reasons))


def _plain_score(candidate: Candidate, wanted: Wanted, reasons: list[str]) -> tuple[int, MatchKind]:
    """Give the score before penalties and the kind, and add the reasons."""
    unit = candidate.unit
    if unit.source != wanted.text:
        return _inexact_score(candidate, wanted, reasons), MatchKind.FUZZY
    if not same_codes(unit.source_codes, wanted.codes):
        reasons.append("The text is the same, its inline codes are not.")
        return MOST_INEXACT, MatchKind.FUZZY
    same = _common_neighbours(unit, wanted)
    if same == 2:
        return CONTEXT, MatchKind.CONTEXT
    if same == 1:
        reasons.append("One neighbour is the same too.")
    return EXACT, MatchKind.EXACT


def _inexact_score(candidate: Candidate, wanted: Wanted, reasons: list[str]) -> int:
    score = _per_cent(candidate.similarity)
    if candidate.similarity == 1:
        reasons.append("The texts differ only in width, case or spaces.")
    if not same_codes(candidate.unit.source_codes, wanted.codes):
        reasons.append("The inline codes differ.")
    if score <= MOST_GUARDED:
        return score
    found = concerns(candidate.unit.source, wanted.text, wanted.lang)
    reasons += found
    return MOST_GUARDED if found else score


def _per_cent(similarity: float) -> int:
    """Give a similarity in per cent, rounded down as far as its own last digits allow, below that of equal texts."""
    return min(MOST_INEXACT, floor(100 * similarity + 1e-9))


def same_codes(a: Sequence[Code], b: Sequence[Code]) -> bool:
    """Tell whether two texts carry the same codes at the same places; numbering and pairing may differ."""
    return [_essence(code) for code in a] == [_essence(code) for code in b]


def _essence(code: Code) -> tuple[int, str, str, str]:
    return code.offset, code.role, code.element, code.data


def _common_neighbours(unit: Unit, wanted: Wanted) -> int:
    """Count the sides with the same neighbour; the edge of a document is one, if there is something on the other side."""
    if not (wanted.before or wanted.after):
        return 0
    same_before, same_after = unit.before == wanted.before, unit.after == wanted.after
    if same_before and same_after:
        return 2
    return int((same_before and wanted.before != "") or (same_after and wanted.after != ""))


def _order(candidate: Candidate, match: Match, wanted: Wanted) -> tuple[float, ...]:
    unit = candidate.unit
    changed = unit.changed_at or unit.created_at or _LONG_AGO
    return (
        -match.score,
        -_common_neighbours(unit, wanted),
        -match.similarity,
        -candidate.priority,
        not unit.reviewed,
        -changed.timestamp(),
        -unit.usage_count,
        unit.id,
    )


def _folded(scored: Iterable[tuple[Candidate, Match]]) -> list[Match]:
    """Keep the first match of each source and target, and name the memories of the others in it."""
    kept: dict[tuple[str, str], Match] = {}
    for _, match in scored:
        key = (match.unit.source, match.unit.target)
        first = kept.setdefault(key, match)
        also = f"Also in the memory {match.memory}."
        if match.memory != first.memory and also not in first.reasons:
            kept[key] = replace(first, reasons=(*first.reasons, also))
    return list(kept.values())
