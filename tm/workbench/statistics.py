"""Figures: how much text there is, how far it has come, and what the memories offer for it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tm.model import Document, Progress, Project, SegmentRecord
from tm.store import Store, documents
from tm.workbench.lookup import best_scores

BANDS = ((101, 101), (100, 100), (95, 99), (85, 94), (75, 84), (50, 74))

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Volume:
    """How much text: segments, characters with and without white space, words (of text in letters)."""

    segments: int = 0
    characters: int = 0
    characters_no_space: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """What falls into one band of the analysis."""

    name: str
    volume: Volume


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of a document: its source, what is translated of it, its progress, its bands."""

    document: Document
    source: Volume
    target: Volume
    progress: Progress
    bands: tuple[Band, ...] = ()


def statistics(store: Store, project: Project, document: Document, *, bands: bool = True) -> Statistics:
    """Count a document, and, unless told otherwise, put its segments into bands of what the memories offer."""
    with store.read() as connection:
        records = documents.segments_between(connection, document.id, 1, 2**31 - 1)
        progress = documents.progress(connection, document.id)
    return Statistics(
        document,
        volume(one.source for one in records),
        volume(one.target for one in records if one.target.strip()),
        progress,
        tuple(_bands(store, project, records)) if bands else (),
    )


def project_progress(store: Store, project: Project) -> Progress:
    """Add up the progress of a project's documents."""
    with store.read() as connection:
        each = [one.progress for one in documents.documents(connection, project.id)]
    return Progress(
        open=sum(one.open for one in each),
        draft=sum(one.draft for one in each),
        confirmed=sum(one.confirmed for one in each),
        accepted=sum(one.accepted for one in each),
        rejected=sum(one.rejected for one in each),
    )


def volume(texts: Iterable[str]) -> Volume:
    """Count texts; words are runs of letters or digits between spaces, a Japanese run being one."""
    held = list(texts)
    return Volume(
        len(held),
        sum(map(len, held)),
        sum(len(_SPACE.sub("", one)) for one in held),
        sum(len(_WORD.findall(one)) for one in held),
    )


def _bands(store: Store, project: Project, records: Sequence[SegmentRecord]) -> Iterable[Band]:
    """Put segments into bands: the second time a source appears it is a repetition."""
    seen: Counter[str] = Counter()
    held: dict[str, list[str]] = {}
    scores = best_scores(store, project, records)
    for one, score in zip(records, scores, strict=True):
        repeated = seen[one.source] > 0
        seen[one.source] += 1
        held.setdefault("repetitions" if repeated and score < 100 else _band(score), []).append(one.source)
    for name in ("repetitions", *(_name(*band) for band in BANDS), "new"):
        yield Band(name, volume(held.get(name, [])))


def _band(score: int) -> str:
    return next((_name(low, high) for low, high in BANDS if low <= score <= high), "new")


def _name(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
