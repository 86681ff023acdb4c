"""`tm projects`: what there is to work on."""

import click

from tm.cli.options import database_option, debug_option, json_option, open_store


@click.command()
@json_option
@database_option
@debug_option
@click.pass_context
def projects(context: click.Context, as_json: bool) -> None:
    """List the projects, the one opened last first.

    \b
    Examples:
      tm projects
      tm projects --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_table, say
    from tm.workbench import destination, list_projects, project_progress

    store = open_store(context)
    found = list_projects(store)
    if as_json:
        print_json([{"project": one, "progress": project_progress(store, one)} for one in found])
        return
    if not found:
        say("There is no project yet. Make one with: tm new NAME, or bring a document in with: tm import FILE")
    rows = []
    for one in found:
        progress = project_progress(store, one)
        rows.append(
            {
                "project": one.name,
                "client": one.client,
                "languages": f"{one.source_lang} → {one.target_lang}",
                "writes to": destination(one),
                "reads": ", ".join(each.memory.name for each in one.references),
                "glossaries": ", ".join(each.name for each in one.glossaries),
                "deadline": one.deadline,
                "done": f"{progress.done} / {progress.total}",
            }
        )
    print_table(rows)
