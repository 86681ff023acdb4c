"""What many tests need: a store of their own, a project, a document of a few sentences."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from segments.model import Kind, Paragraph, Reading
from segments.model import Segment as SourceSegment
from tm.model import Document, Project
from tm.store import Store
from tm.store.documents import SourceFile, add_document
from tm.workbench.documents import get_document
from tm.workbench.projects import new_project

SENTENCES = (
    "協議は二日目に中断された。",
    "双方は再開の時期を示さなかった。",
    "制裁の解除が争点になったとみられる。",
    "協議は二日目に中断された。",
    "次の会合は11月に開かれる。",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "memory.db", user="tanaka") as opened:
        yield opened


@pytest.fixture
def project(store: Store) -> Project:
    return new_project(store, "arctic", client="Polar Institute")


@pytest.fixture
def document(store: Store, project: Project) -> Document:
    return add_sentences(store, project, SENTENCES)


def add_sentences(store: Store, project: Project, sentences: tuple[str, ...]) -> Document:
    """Store a document with one sentence in each paragraph."""
    segments = [SourceSegment(text, Kind.TEXT, number) for number, text in enumerate(sentences)]
    reading = Reading(tuple(Paragraph(text) for text in sentences))
    file = SourceFile("talks.txt", "/talks.txt", "txt", "\n".join(sentences).encode())
    with store.write() as connection:
        document_id = add_document(
            connection, project.id, file=file, langs=("ja", "en"), reading=reading, segments=segments, by=store.user
        )
    return get_document(store, document_id)


@pytest.fixture
def shared() -> Path:
    """The folder with the real article and the data for measuring; tests that need it skip without it."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("TAIYAKU_SHARED", str(beside)))
    if not folder.is_dir():
        pytest.skip("the shared data is not here")
    return folder
