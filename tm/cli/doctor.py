"""`tm doctor`: is everything well?"""

import click

from tm.cli.exits import Exit
from tm.cli.options import database_option, debug_option, json_option, open_store


@click.command()
@json_option
@database_option
@debug_option
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Check versions, the safety of SQLite, the health of the database, and the terminal.

    Exit status 1 says that something needs attention.

    \b
    Examples:
      tm doctor
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_line
    from tm.workbench import examine

    found = examine(open_store(context))
    if as_json:
        print_json(found)
    else:
        for one in found:
            print_line(f"{'ok ' if one.ok else 'BAD'}  {one.name}: {one.detail}")
    if not all(one.ok for one in found):
        raise SystemExit(Exit.FINDINGS)
