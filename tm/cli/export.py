"""`tm export`: a memory or a translated document as a file."""

from pathlib import Path

import click

from tm.cli.options import (
    chosen_memory,
    chosen_project,
    database_option,
    debug_option,
    json_option,
    open_store,
    project_option,
)


@click.command()
@click.option(
    "--format",
    "file_format",
    type=click.Choice(["tmx", "csv", "txt", "document"]),
    required=True,
    help="tmx or csv: the units of a memory; txt: the translation of a document; document: the same in its own format.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, readable=False), required=True, help="The file to write."
)
@click.option("--memory", default="", help="The memory to write; otherwise the project's own.")
@click.option("--document", default="", help="Name or number of the document; otherwise the newest.")
@click.option("--force", is_flag=True, help="Overwrite the file when it exists.")
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def export(
    context: click.Context,
    file_format: str,
    output: Path,
    memory: str,
    document: str,
    force: bool,
    project_name: str,
    as_json: bool,
) -> None:
    """Write a memory as TMX 1.4b or CSV, or a document's translation as text or in its own format.

    \b
    Examples:
      tm export --format tmx -o arctic.tmx
      tm export --format txt -o - | wc -w
      tm export --format csv -o arctic.csv --memory agency
      tm export --format txt -o article.en.txt --document article.ja.txt
      tm export --format document -o report.en.docx --document report.docx
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import counted, file_or_stdout, print_json, say
    from tm.workbench import export_csv, export_document, export_text, export_tmx, find_document

    if as_json and output == Path("-"):
        raise click.UsageError("With --json the file cannot go to standard output too. Name a file with -o.")
    store = open_store(context)
    project = chosen_project(store, project_name)
    of_document = file_format in {"txt", "document"}
    with file_or_stdout(output) as path:
        if of_document:
            write_document = export_text if file_format == "txt" else export_document
            done = write_document(store, find_document(store, project, document), path, force=force)
        else:
            write = export_tmx if file_format == "tmx" else export_csv
            done = write(store, chosen_memory(store, project, memory), path, force=force)
    if as_json:
        print_json(done)
        return
    written = counted(done.written, "segment" if of_document else "unit")
    left = f", {done.untranslated} of them without a translation and left in the source" if done.untranslated else ""
    say(f"{written} → {output}{left}")
