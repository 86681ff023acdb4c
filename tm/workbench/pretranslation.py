"""Pre-translation: what the memories hold for certain goes into empty targets as drafts, to be looked at and confirmed.

Nothing is put in that a translator should have chosen: no match that a guard has held down, none with a penalty. What is
less than the same source carries its score in its origin (`match 98`), and shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import uuid4

from tm.match import Wanted, rank
from tm.match.guard import concerns
from tm.match.score import EXACT
from tm.model import Document, Match, MatchKind, Project, SegmentRecord, Status
from tm.store import Store, documents
from tm.store import editing as stored
from tm.workbench.lookup import THRESHOLD, candidates, in_their_places

LOWEST = 98
"""The least score that is inserted unless asked otherwise."""

# So many edits are one transaction: a confirm of somebody else does not wait long.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """What a pre-translation did.

    Attributes:
        document: The document's name.
        empty: How many segments had no target.
        filled: How many of them were filled with a draft.
        scores: How many were filled at each score, the highest first.
        taken: How many somebody else filled meanwhile, and were left alone.
    """

    document: str
    empty: int
    filled: int
    scores: tuple[tuple[int, int], ...]
    taken: int = 0


def pretranslate(
    store: Store,
    project: Project,
    document: Document,
    *,
    threshold: int = LOWEST,
    on_progress: Callable[[int, int], None] | None = None,
) -> Pretranslated:
    """Fill the empty targets of a document as one operation, which one undo takes back.

    Args:
        store: The database.
        project: Whose memories are used.
        document: What to fill.
        threshold: The least score that is inserted, 50 to 101.
        on_progress: Is told how many segments are done, and of how many.

    Raises:
        StoreError: The database cannot be written; what was filled until then can be undone.
    """
    with store.read() as connection:
        records = documents.segments_between(connection, document.id, 1, 2**31 - 1)
    places = in_their_places([(one.source, one.source_codes) for one in records], project.source_lang)
    empty = [(one, wanted) for one, wanted in zip(records, places, strict=True) if not one.target.strip()]
    found: list[tuple[SegmentRecord, Match]] = []
    for done, (record, wanted) in enumerate(empty, 1):
        match = _certain(store, project, wanted, threshold)
        found += [(record, match)] if match else []
        if on_progress:
            on_progress(done, len(empty))
    scores = _fill(store, document, found)
    counted = tuple((score, scores.count(score)) for score in sorted(set(scores), reverse=True))
    return Pretranslated(document.name, len(empty), len(scores), counted, len(found) - len(scores))


def _certain(store: Store, project: Project, wanted: Wanted, threshold: int) -> Match | None:
    """Give the best match of a segment that may be inserted, if there is one.

    A variant of the source may score 98 and be less similar than that, so that similar units are looked at, too.
    """
    for similarity in (1.0, min(threshold / 100, THRESHOLD)):
        found = candidates(store, project, wanted, threshold=similarity, limit=5)
        for match in rank([one for one in found if not one.penalty], wanted):
            if match.score >= max(threshold, EXACT * (similarity == 1)) and not _guarded(match, wanted):
                return match
    return None


def _guarded(match: Match, wanted: Wanted) -> bool:
    return match.kind is MatchKind.FUZZY and bool(concerns(match.unit.source, wanted.text, wanted.lang))


def _fill(store: Store, document: Document, found: Sequence[tuple[SegmentRecord, Match]]) -> list[int]:
    """Write the drafts, batch by batch; gives the scores of those written."""
    if not found:
        return []
    with store.write() as connection:
        operation_id = stored.add_operation(connection, uuid4().hex, "pretranslate", store.user, document.id)
    written: list[int] = []
    waiting = iter(found)
    while batch := list(islice(waiting, _BATCH)):
        with store.write() as connection:
            written += [
                match.score
                for record, match in batch
                if stored.apply_edit(connection, _edit(record, match), store.user, operation_id)
            ]
    return written


def _edit(record: SegmentRecord, match: Match) -> stored.Edit:
    codes = match.unit.target_codes if match.score >= EXACT else ()
    return stored.Edit(record.id, record.version, match.unit.target, Status.DRAFT, f"match {match.score}", codes)
