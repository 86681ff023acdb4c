"""`tm backup`: a verified copy of the database."""

from pathlib import Path

import click

from tm.cli.options import database_option, debug_option, open_store


@click.command()
@click.argument("target", type=click.Path(path_type=Path, readable=False))
@database_option
@debug_option
@click.pass_context
def backup(context: click.Context, target: Path) -> None:
    """Write a verified copy of the whole database; nothing that exists is overwritten.

    \b
    Examples:
      tm backup taiyaku-backup.db
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import say

    store = open_store(context)
    store.backup(target)
    say(f"Backed up to {target}; the copy was checked and is whole.")
