"""`tm undo`: take the last operation back."""

import click

from tm.cli.exits import Exit
from tm.cli.options import chosen_project, database_option, debug_option, open_store, project_option


@click.command()
@click.option("--document", default="", help="Name or number of the document; otherwise the newest.")
@project_option
@database_option
@debug_option
@click.pass_context
def undo(context: click.Context, document: str, project_name: str) -> None:
    """Take back your last operation in a document, whole.

    \b
    Examples:
      tm undo
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import counted, say
    from tm.workbench import find_document
    from tm.workbench import undo as undo_last

    store = open_store(context)
    found = find_document(store, chosen_project(store, project_name), document)
    done = undo_last(store, found.id)
    if done is None:
        say(f"There is nothing of yours to undo in {found.name}.")
        raise SystemExit(Exit.FINDINGS)
    if done.segments:
        say(f"Undone in {found.name}: {done.action}, {counted(done.segments, 'segment')}.")
    else:
        say(f"{found.name}: your {done.action} was left as it is, what it changed has been changed again since.")
