"""`tm documents`: the documents of a project."""

import click

from tm.cli.options import chosen_project, database_option, debug_option, json_option, open_store, project_option


@click.command()
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def documents(context: click.Context, project_name: str, as_json: bool) -> None:
    """List the documents of a project with their progress.

    \b
    Examples:
      tm documents
      tm documents --project arctic --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_table, say
    from tm.workbench import list_documents

    store = open_store(context)
    project = chosen_project(store, project_name)
    found = list_documents(store, project)
    if as_json:
        print_json(found)
        return
    if not found:
        say(f"The project '{project.name}' has no document yet. Bring one in with: tm import FILE")
    print_table(
        [
            {
                "number": one.id,
                "document": one.name,
                "segments": one.progress.total,
                "done": one.progress.done,
                "drafts": one.progress.draft,
                "rejected": one.progress.rejected,
                "imported": one.imported_at.astimezone().strftime("%Y-%m-%d %H:%M"),
            }
            for one in found
        ]
    )
