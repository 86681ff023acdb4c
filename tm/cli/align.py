"""`tm align`: a text and its translation become units."""

from pathlib import Path

import click

from tm.cli.options import (
    chosen_memory,
    chosen_project,
    database_option,
    debug_option,
    encoding_option,
    json_option,
    open_store,
    path_argument,
    project_option,
)


@click.command()
@path_argument("source")
@path_argument("target")
@project_option
@click.option("--memory", default="", help="The memory that the units go to; otherwise the project's own.")
@encoding_option
@json_option
@database_option
@debug_option
@click.pass_context
def align(
    context: click.Context,
    source: Path,
    target: Path,
    project_name: str,
    memory: str,
    encoding: str | None,
    as_json: bool,
) -> None:
    """Align a text with its translation, and put the pairs into a memory.

    Sentences without a partner are reported, never dropped in silence. With --json the beads are printed and nothing is
    stored.

    \b
    Examples:
      tm align article.ja.txt article.en.txt
      tm align article.ja.txt article.en.txt --json > beads.json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.workbench import align_files, store_beads

    store = open_store(context)
    project = chosen_project(store, project_name)
    aligned = align_files(store, project, source, target, encoding=encoding)
    if as_json:
        print_json(
            [
                {"source": list(one.source), "target": list(one.target), "confidence": round(one.confidence, 4)}
                for one in aligned.texts()
            ]
        )
        return
    done = store_beads(store, chosen_memory(store, project, memory), aligned)
    say(
        f"{source.name} + {target.name} → memory '{done.memory}': {done.added} units added, "
        f"{done.known} were there already."
    )
    for side, texts in (("source", done.unaligned_source), ("target", done.unaligned_target)):
        for text in texts:
            say(f"  no partner in the other text ({side}): {text}")
    for one in done.doubtful:
        say(f"  doubtful ({one.confidence:.0%}): {' / '.join(one.source)}  =  {' / '.join(one.target)}")
