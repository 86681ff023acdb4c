"""`tm pretranslate`: drafts for what the memories hold for certain."""

import click

from tm.cli.exits import Exit
from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option


@click.command()
@click.argument("document", default="")
@click.option(
    "--threshold", default=98, show_default=True, type=click.IntRange(50, 101), help="Lowest score to insert."
)
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def pretranslate(context: click.Context, document: str, threshold: int, project_name: str, as_json: bool) -> None:
    """Fill the empty targets of a document from the memories, as drafts; the newest document when none is named.

    Matches with a warning, and those of memories with a penalty, are left to you. Where each draft came from is in its
    origin (match 101, match 98). Exit status 1 says that nothing was filled.

    \b
    Examples:
      tm pretranslate
      tm pretranslate article.ja.txt --threshold 100 --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.cli.progress import counted
    from tm.workbench import find_document
    from tm.workbench import pretranslate as fill

    store = open_store(context)
    project = chosen_project(store, project_name)
    chosen = find_document(store, project, document)
    with counted("segments") as progress:
        done = fill(store, project, chosen, threshold=threshold, on_progress=progress)
    if as_json:
        print_json(done)
    else:
        say(f"{done.document}: {done.filled} of {done.empty} empty segments filled with drafts.")
        for score, count in done.scores:
            say(f"  {score:>3}  {count}")
        if done.filled:
            say("To take them all back: tm undo")
    if not done.filled:
        raise SystemExit(Exit.FINDINGS)
