"""`tm import`: a document to translate, or units for a memory."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tm.cli.options import (
    chosen_memory,
    chosen_project,
    database_option,
    debug_option,
    encoding_option,
    json_option,
    open_store,
    path_argument,
    project_option,
)

if TYPE_CHECKING:
    from tm.model import Project
    from tm.store import Store
    from tm.workbench import ImportedDocument


@click.command(name="import")
@path_argument()
@project_option
@click.option("--memory", default="", help="The memory that units go to; otherwise the project's own.")
@click.option("--keep-good", is_flag=True, help="When a file of units is damaged, keep those before that place.")
@click.option("--no-reflow", is_flag=True, help="Take the lines of a text as they are.")
@encoding_option
@json_option
@database_option
@debug_option
@click.pass_context
def import_(
    context: click.Context,
    file: Path,
    project_name: str,
    memory: str,
    keep_good: bool,
    no_reflow: bool,
    encoding: str | None,
    as_json: bool,
) -> None:
    """Bring in a document to translate (text), or units for a memory (TMX, CSV).

    A text is reflowed (hard wraps joined, page numbers and addresses dropped and reported) and cut into segments. Units
    arrive all or not at all.

    \b
    Examples:
      tm import article.ja.txt
      tm import agency.tmx --memory agency
      tm import units.csv
    """  # noqa: D301 (\b is click's mark)
    from tm.workbench import UNIT_FORMATS

    store = open_store(context)
    project = chosen_project(store, project_name)
    if file.suffix.lstrip(".").lower() in UNIT_FORMATS:
        _import_units(store, project, file, memory, keep_good, encoding, as_json)
    else:
        _import_document(store, project, file, encoding, no_reflow, as_json)


def _import_document(
    store: "Store", project: "Project", file: Path, encoding: str | None, no_reflow: bool, as_json: bool
) -> None:
    from tm.cli.output import counted, print_json, say
    from tm.workbench import import_document

    done = import_document(store, project, file, encoding=encoding, reflow=not no_reflow)
    if as_json:
        print_json(done)
        return
    say(
        f"{done.document.name} → project '{project.name}', document {done.document.id}: "
        f"{counted(done.paragraphs, 'paragraph')}, {counted(done.segments, 'segment')} ({done.encoding})."
    )
    _tell_mends(done)


def _tell_mends(done: "ImportedDocument") -> None:
    """Tell what was dropped as noise and where, and how much was mended."""
    from collections import Counter

    from segments.model import Change
    from tm.cli.output import say

    counts = Counter(mend.change for mend in done.mends)
    mended = [f"{counts[change]} × {change}" for change in Change if change is not Change.NOISE and counts[change]]
    if mended:
        say(f"  mended: {', '.join(mended)}")
    for mend in done.mends:
        if mend.change is Change.NOISE and mend.text.strip():
            say(f"  dropped, line {mend.line} ({mend.reason}): {mend.text.strip()}")


def _import_units(
    store: "Store",
    project: "Project",
    file: Path,
    memory_name: str,
    keep_good: bool,
    encoding: str | None,
    as_json: bool,
) -> None:
    from tm.cli.output import counted, print_json, say
    from tm.cli.progress import file_progress
    from tm.workbench import import_units

    memory = chosen_memory(store, project, memory_name)
    with file_progress(file, "units") as progress:
        done = import_units(store, memory, file, keep_good=keep_good, encoding=encoding, on_progress=progress)
    if as_json:
        print_json(done)
        return
    known = f", {done.known} were there already" if done.known else ""
    say(f"{file.name} → memory '{memory.name}': {counted(done.read, 'unit')} read, {done.added} added{known}.")
    for problem in done.problems:
        say(f"  {problem}")
    if done.stopped:
        say(f"Stopped: {done.stopped}")
        raise SystemExit(1)
