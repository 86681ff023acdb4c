"""`tm concordance`: every unit that contains something."""

from typing import TYPE_CHECKING

import click

from tm.cli.exits import Exit
from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option

if TYPE_CHECKING:
    from tm.model import Unit


@click.command()
@click.argument("query")
@click.option("--in", "side", type=click.Choice(["source", "target", "both"]), default="both", show_default=True)
@click.option("--regex", "by_pattern", is_flag=True, help="The query is a regular expression.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000), help="Units to show.")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def concordance(
    context: click.Context, query: str, side: str, by_pattern: bool, limit: int, project_name: str, as_json: bool
) -> None:
    """Find the units whose source or target contains a text, the newest first.

    Width and case make no difference, except to a regular expression. A query in kana finds what is read like it, too,
    and one in romaji where nothing contains it. Exit status 1 says that nothing was found.

    \b
    Examples:
      tm concordance 核
      tm concordance ひかくか
      tm concordance "sea lane" --in target --json
      tm concordance --regex "第[0-9]+条"
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import Side, concordance_by_pattern
    from tm.workbench import concordance as containing

    store = open_store(context)
    project = chosen_project(store, project_name)
    search = concordance_by_pattern if by_pattern else containing
    found = search(store, project, query, side=Side(side), limit=limit)
    names = {memory.id: memory.name for memory in (project.memory, *(one.memory for one in project.references))}
    if as_json:
        print_json([_for_scripts(one, names) for one in found])
    else:
        for one in found:
            show(one, names)
    if not found:
        say(f"The memories of the project '{project.name}' have nothing with '{query}'.")
        raise SystemExit(Exit.FINDINGS)


def _for_scripts(one: "Unit", names: dict[int, str]) -> dict[str, object]:
    return {
        "source": one.source,
        "target": one.target,
        "memory": names[one.memory_id],
        "document": one.document,
        "changed_at": one.changed_at,
        "changed_by": one.changed_by,
    }


def show(one: "Unit", names: dict[int, str]) -> None:
    """Print a unit."""
    from tm.cli.output import print_line

    print_line(one.source)
    print_line(f"  {one.target}")
    print_line("  " + " · ".join(filter(None, (names[one.memory_id], one.document, one.changed_by))))
