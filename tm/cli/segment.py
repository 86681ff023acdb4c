"""`tm segment`: the segments of a file, without touching a database."""

from pathlib import Path

import click

from tm.cli.options import database_option, debug_option, encoding_option, json_option, path_argument


@click.command()
@path_argument()
@click.option("--lang", default="", help="Language of the text (ja, en); otherwise judged by its letters.")
@click.option("--no-reflow", is_flag=True, help="Take the lines of the text as they are.")
@encoding_option
@json_option
@database_option
@debug_option
def segment(file: Path, lang: str, no_reflow: bool, encoding: str | None, as_json: bool) -> None:
    """Print the segments of a text, one a line.

    \b
    Examples:
      tm segment article.ja.txt
      tm segment article.en.txt --lang en --json
    """  # noqa: D301 (\b is click's mark)
    from segments import segment_text
    from segments.language import language_of
    from tm.cli.output import print_json, print_line
    from tm.workbench.sources import read_source

    text = read_source(file, encoding=encoding)
    found = segment_text(text, lang or language_of(text), reflow=not no_reflow)
    if as_json:
        print_json([{"text": one.text, "kind": one.kind, "paragraph": one.paragraph} for one in found])
        return
    for one in found:
        print_line(one.text)
