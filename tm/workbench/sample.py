"""The bundled sample: an article, its glossary and an earlier memory, in a database of its own."""

from pathlib import Path

from tm import locations
from tm.exchange import atomic_write
from tm.model import Document, Project
from tm.sample import article_path, earlier_path, glossary_path, translation_path
from tm.store import Store
from tm.workbench.documents import find_document, list_documents
from tm.workbench.glossaries import import_glossary
from tm.workbench.importing import import_units
from tm.workbench.projects import current_project, new_project
from tm.workbench.reading import import_document

SAMPLE_PROJECT = "sample"
SAMPLE_QUERY = "北極海の海氷は、この20年で目に見えて減った。"
SAMPLE_TERM = "海底ケーブル"


def open_sample(user: str, *, fresh: bool = False, path: Path | None = None) -> tuple[Store, Project, Document]:
    """Open the sample's database, filled at the first time; `fresh` begins anew.

    The caller closes the store. The user's own data is in another file and is never touched.
    """
    place = path or locations.sample_database()
    place.parent.mkdir(parents=True, exist_ok=True)
    if fresh:
        for each in place.parent.glob(place.name + "*"):
            each.unlink()
    store = Store.open(place, user=user)
    project = current_project(store) or new_project(store, SAMPLE_PROJECT, client="Taiyaku")
    if not list_documents(store, project):
        _fill(store, project)
    return store, project, find_document(store, project)


def write_sample_files(folder: Path) -> list[Path]:
    """Write the sample's article, translation, glossary and earlier memory into a folder; gives their paths.

    Raises:
        OutputError: One of them exists there already, or the folder cannot be written.
    """
    written = []
    for lent in (article_path(), translation_path(), glossary_path(), earlier_path()):
        with lent as path, atomic_write(folder / path.name) as stream:
            stream.write(path.read_bytes())
        written.append(folder / path.name)
    return written


def _fill(store: Store, project: Project) -> None:
    with glossary_path() as glossary, earlier_path() as earlier, article_path() as article:
        import_glossary(store, project, glossary)
        import_units(store, project.memory, earlier)
        import_document(store, project, article)
