"""`tm open`, and `tm` alone: the workbench on the screen."""

import sys

import click

from tm.cli.options import database_option, debug_option, open_store


@click.command(name="open")
@click.argument("name", default="")
@click.option("--document", default="", help="Name or number of the document to start with.")
@database_option
@debug_option
@click.pass_context
def open_(context: click.Context, name: str = "", document: str = "") -> None:
    """Open a project, the last one unless named, in the workbench.

    \b
    Examples:
      tm open
      tm open arctic --document article.ja.txt
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import say
    from tm.errors import RequestError
    from tm.workbench import default_project, destination, find_document, open_project, project_progress

    store = open_store(context)
    project = open_project(store, name) if name else default_project(store)
    chosen = find_document(store, project, document).id if document else None
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        progress = project_progress(store, project)
        say(
            f"Opened the project '{project.name}': {progress.done} of {progress.total} segments done, "
            f"confirms go to the memory {destination(project)}."
        )
        raise RequestError(
            "The workbench needs a terminal. Run tm open in one, or use the other commands; see tm --help"
        )
    from tm.tui import run

    run(store, project, chosen)
