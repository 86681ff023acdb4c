"""`tm new`: make a project."""

import click

from tm.cli.options import database_option, debug_option, json_option, open_store


@click.command()
@click.argument("name")
@click.option("--client", default="", help="Whose work it is; memories of different clients never mix unasked.")
@click.option("--from", "source_lang", default="ja", show_default=True, help="Language of the source.")
@click.option("--to", "target_lang", default="en", show_default=True, help="Language of the target.")
@click.option("--memory", default="", help="The memory that confirms go to; otherwise one of the project's name.")
@click.option("--reference", "references", multiple=True, help="A memory to read, never written; may be repeated.")
@click.option("--glossary", "glossaries", multiple=True, help="A glossary to use; may be repeated.")
@click.option("--deadline", default="", metavar="DATE", help="When it is due, as YYYY-MM-DD.")
@json_option
@database_option
@debug_option
@click.pass_context
def new(
    context: click.Context,
    name: str,
    client: str,
    source_lang: str,
    target_lang: str,
    memory: str,
    references: tuple[str, ...],
    glossaries: tuple[str, ...],
    deadline: str,
    as_json: bool,
) -> None:
    """Make a project and open it.

    \b
    Examples:
      tm new arctic --client "Polar Institute" --deadline 2026-12-01
      tm new arctic-2 --client "Polar Institute" --memory arctic --reference general
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import destination, new_project

    project = new_project(
        open_store(context),
        name,
        client=client,
        source_lang=source_lang,
        target_lang=target_lang,
        memory=memory,
        references=references,
        glossaries=glossaries,
        deadline=deadline,
    )
    if as_json:
        print_json(project)
    else:
        say(f"Made the project '{project.name}'. Confirms go to the memory {destination(project)}.")
