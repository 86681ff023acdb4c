"""`tm check`: look a translation over before it is delivered."""

import click

from tm.cli.exits import Exit
from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option


@click.command()
@click.argument("document", default="")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def check(context: click.Context, document: str, project_name: str, as_json: bool) -> None:
    """Check a document's translation against the glossaries.

    DOCUMENT is a name or number; otherwise the newest. Told are terms without their rendering, forbidden renderings, and terms
    rendered in several ways. Exit status 1 says that there is something to look at.

    \b
    Examples:
      tm check
      tm check article.ja.txt --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_line, say
    from tm.workbench import check as check_document
    from tm.workbench import find_document

    store = open_store(context)
    project = chosen_project(store, project_name)
    chosen = find_document(store, project, document)
    found = check_document(store, project, chosen)
    if as_json:
        print_json(found)
    else:
        for one in found:
            print_line(f"{one.segment:>4}  {one.severity:<7}  {one.check}: {one.message}")
        say(f"{chosen.name}: {len(found)} findings.")
    if found:
        raise SystemExit(Exit.FINDINGS)
