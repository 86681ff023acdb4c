"""Glossaries as files: any format in, any format out, and what a format cannot hold is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.model import Concept, TermStatus
from tm.exchange import atomic_write
from tm.model import Project
from tm.store import Store
from tm.store import terms as stored
from tm.workbench.sources import read_file
from tm.workbench.terms import chosen_glossary, concepts_of

if TYPE_CHECKING:
    from glossary import Problem


@dataclass(frozen=True, slots=True)
class ImportedGlossary:
    """What an import of a glossary did."""

    glossary: str
    added: int
    known: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportedGlossary:
    """What an export of a glossary wrote, and what the format could not hold, as sentences."""

    path: Path
    concepts: int
    losses: tuple[str, ...]


def import_glossary(
    store: Store, project: Project, path: Path, *, glossary: str = "", encoding: str | None = None
) -> ImportedGlossary:
    """Bring the concepts of a file into a glossary of the project; those that are there already stay as they are.

    The file may be CSV, TSV, XLSX, TBX of any dialect, UTX, or an OmegaT glossary.

    Raises:
        InputError: The file cannot be read as a table with terms.
        RequestError: The project does not use that glossary.
    """
    from glossary import read_glossary  # noqa: PLC0415 (the screens start without the formats)

    chosen = chosen_glossary(project, glossary)
    read, problems = read_glossary(read_file(path), str(path), encoding=encoding)
    with store.write() as connection:
        there = {_identity(one) for one in stored.concepts_of(connection, [chosen.id])}
        fresh = [one for one in read if _identity(one) not in there]
        stored.add_concepts(connection, chosen.id, fresh, store.user)
    return ImportedGlossary(chosen.name, len(fresh), len(read) - len(fresh), _sentences(problems))


def export_glossary(store: Store, project: Project, path: Path, *, force: bool = False) -> ExportedGlossary:
    """Write the concepts of a project to a file in the format of its suffix; CSV comes back in unchanged.

    Raises:
        OutputError: No format has that suffix, the file exists and `force` is false, or it cannot be written.
    """
    from glossary import glossary_losses, write_glossary  # noqa: PLC0415 (as above)

    concepts, langs = concepts_of(store, project), (project.source_lang, project.target_lang)
    data = write_glossary(concepts, path.suffix, source_lang=langs[0], target_lang=langs[1])
    with atomic_write(path, force=force) as stream:
        stream.write(data)
    losses = glossary_losses(concepts, path.suffix, source_lang=langs[0], target_lang=langs[1])
    return ExportedGlossary(path, len(concepts), tuple(losses))


def _sentences(problems: "Sequence[Problem]") -> tuple[str, ...]:
    return tuple(f"line {one.line}: {one.message}" for one in problems)


def _identity(concept: Concept) -> frozenset[tuple[str, str, TermStatus]]:
    """Give what makes two concepts the same: their terms with language and status."""
    return frozenset((term.lang, term.text, term.status) for term in concept.terms)
