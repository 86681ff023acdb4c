"""Figures: how much text there is, how far it has come, and what the memories offer for it."""

from dataclasses import dataclass

from tm.model import Document, Progress, Project
from tm.store import Store, documents
from tm.workbench.analysis import Band, analyse
from tm.workbench.volume import Volume, volume


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
        analyse(store, project, [document]).total.bands if bands else (),
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
