"""`tm stats`: how much there is, and how far it has come."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option

if TYPE_CHECKING:
    from tm.workbench import Statistics


@click.command()
@click.option("--document", default="", help="Name or number of the document; otherwise all of the project.")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def stats(context: click.Context, document: str, project_name: str, as_json: bool) -> None:
    """Count segments, characters and words, and show progress and match bands.

    \b
    Examples:
      tm stats
      tm stats --document article.ja.txt --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import find_document, list_documents, statistics

    store = open_store(context)
    project = chosen_project(store, project_name)
    chosen = [find_document(store, project, document)] if document else list_documents(store, project)
    found = [statistics(store, project, one) for one in chosen]
    if as_json:
        print_json(found)
        return
    if not found:
        say(f"The project '{project.name}' has no document yet. Bring one in with: tm import FILE")
    for one in found:
        show(one)


def show(one: "Statistics") -> None:
    """Print the figures of a document."""
    from tm.cli.output import print_line, print_table

    progress = one.progress
    print_line(f"{one.document.name}: {progress.done} of {progress.total} segments done")
    print_line("  " + ", ".join(f"{count} {name}" for name, count in asdict(progress).items() if count))
    rows = [("source", one.source), ("target", one.target)]
    print_table([{"text": name, **asdict(volume)} for name, volume in rows])
    print_table([{"matches": band.name, **asdict(band.volume)} for band in one.bands])
