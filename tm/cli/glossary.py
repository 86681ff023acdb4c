"""`tm glossary`: glossaries as files."""

from pathlib import Path

import click

from tm.cli.options import (
    chosen_project,
    database_option,
    debug_option,
    encoding_option,
    json_option,
    open_store,
    path_argument,
    project_option,
)

LOSSES_SHOWN = 10


@click.group()
def glossary() -> None:
    """Bring glossaries in and out."""


@glossary.command(name="import")
@path_argument()
@click.option("--glossary", "name", default="", help="The glossary to fill; otherwise the project's first.")
@encoding_option
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def import_(
    context: click.Context, file: Path, name: str, encoding: str | None, project_name: str, as_json: bool
) -> None:
    """Bring concepts in from a file; those that are there already are left as they are.

    CSV, TSV, XLSX, TBX of any dialect, UTX, and OmegaT's glossaries are understood.

    \b
    Examples:
      tm glossary import glossary.csv
      tm glossary import agency.tbx --glossary agency
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import import_glossary

    store = open_store(context)
    done = import_glossary(store, chosen_project(store, project_name), file, glossary=name, encoding=encoding)
    if as_json:
        print_json(done)
        return
    say(f"{file.name} → glossary '{done.glossary}': {done.added} concepts added, {done.known} were there already.")
    for problem in done.problems:
        say(f"  {problem}")


@glossary.command(name="export")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, readable=False), required=True, help="The file to write."
)
@click.option("--force", is_flag=True, help="Overwrite the file when it exists.")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def export(context: click.Context, output: Path, force: bool, project_name: str, as_json: bool) -> None:
    """Write the project's concepts to a file, in the format of its suffix; CSV comes back in unchanged.

    The suffixes are csv, tsv, xlsx, tbx, utx, and txt for OmegaT. What a format cannot hold is told.

    \b
    Examples:
      tm glossary export -o glossary.csv
      tm glossary export -o glossary.tbx
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import export_glossary

    store = open_store(context)
    done = export_glossary(store, chosen_project(store, project_name), output, force=force)
    if as_json:
        print_json(done)
        return
    say(f"{done.concepts} concepts → {done.path}")
    for loss in done.losses[:LOSSES_SHOWN]:
        say(f"  {loss}")
    if len(done.losses) > LOSSES_SHOWN:
        say(f"  … and {len(done.losses) - LOSSES_SHOWN} more. --json tells them all.")


@glossary.command(name="list")
@json_option
@database_option
@debug_option
@click.pass_context
def list_(context: click.Context, as_json: bool) -> None:
    """List the glossaries with the number of their concepts.

    \b
    Examples:
      tm glossary list
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_table
    from tm.workbench import list_glossaries

    found = list_glossaries(open_store(context))
    if as_json:
        print_json(found)
    else:
        print_table([{"glossary": one.name, "client": one.client, "concepts": one.concepts} for one in found])
