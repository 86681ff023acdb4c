"""`tm memories`: the memories and glossaries of the database."""

import click

from tm.cli.options import database_option, debug_option, json_option, open_store


@click.command()
@json_option
@database_option
@debug_option
@click.pass_context
def memories(context: click.Context, as_json: bool) -> None:
    """List the memories with the number of their units.

    \b
    Examples:
      tm memories
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_table
    from tm.workbench import list_memories

    found = list_memories(open_store(context))
    if as_json:
        print_json(found)
        return
    print_table(
        [
            {
                "memory": one.name,
                "client": one.client,
                "languages": f"{one.source_lang} → {one.target_lang}",
                "units": one.units,
            }
            for one in found
        ]
    )
