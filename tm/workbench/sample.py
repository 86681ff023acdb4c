"""The bundled sample: an article, its glossary and an earlier memory, in a database of its own."""

from pathlib import Path

from tm import locations
from tm.errors import RequestError
from tm.exchange import atomic_write
from tm.model import Document, Project
from tm.sample import article_path, earlier_path, glossary_path, translation_path
from tm.store import Store
from tm.workbench.documents import find_document, list_documents
from tm.workbench.glossaries import import_glossary
from tm.workbench.importing import import_units
from tm.workbench.projects import current_project, list_projects, new_project
from tm.workbench.reading import import_document

SAMPLE_PROJECT = "sample"
SAMPLE_CLIENT = "Taiyaku"
SAMPLE_QUERY = "北極海の海氷は、この20年で目に見えて減った。"
SAMPLE_TERM = "海底ケーブル"


def open_sample(user: str, *, fresh: bool = False, path: Path | None = None) -> tuple[Store, Project, Document]:
    """Open the sample's database, filled at the first time; `fresh` begins anew.

    The caller closes the store. The user's own data is in another file and is never touched: a file named by `path` must
    be new, or a sample's.

    Raises:
        RequestError: The file is a database with work in it that is not the sample.
    """
    place = path or locations.sample_database()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        _refuse_own_work(place)
    if fresh:
        for each in (place, *(place.with_name(place.name + end) for end in ("-wal", "-shm"))):
            each.unlink(missing_ok=True)
    store = Store.open(place, user=user)
    project = current_project(store) or new_project(store, SAMPLE_PROJECT, client=SAMPLE_CLIENT)
    if not list_documents(store, project):
        _fill(store, project)
    return store, project, find_document(store, project)


def _refuse_own_work(place: Path) -> None:
    """Refuse a database that holds a project which is not the sample's."""
    with Store.open(place) as store:
        own = [one.name for one in list_projects(store) if (one.name, one.client) != (SAMPLE_PROJECT, SAMPLE_CLIENT)]
    if own:
        raise RequestError(
            f"{place}: this database holds the project '{own[0]}', and the sample never touches work of your own. "
            "Name a new file with --db, or none."
        )


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
