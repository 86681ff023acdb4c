"""`tm terms`: the terms of a text."""

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


@click.group()
def terms() -> None:
    """Work with the terms of texts."""


@terms.command()
@path_argument()
@project_option
@encoding_option
@json_option
@database_option
@debug_option
@click.pass_context
def find(context: click.Context, file: Path, project_name: str, encoding: str | None, as_json: bool) -> None:
    """Find every occurrence of the glossaries' terms in a text.

    Segments are counted from 1, characters from 0; `nested` lies inside a longer term, `part` in a compound.

    \b
    Examples:
      tm terms find article.ja.txt
      tm terms find article.ja.txt --json
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, print_line
    from tm.workbench import find_terms_in_file

    store = open_store(context)
    found = find_terms_in_file(store, chosen_project(store, project_name), file, encoding=encoding)
    if as_json:
        print_json(
            [
                {
                    "segment": number,
                    "start": each.hit.start,
                    "end": each.hit.end,
                    "term": each.hit.term.text,
                    "nested": each.hit.nested,
                    "part": each.hit.part,
                }
                for number, each in found
            ]
        )
        return
    for number, each in found:
        mark = " (nested)" if each.hit.nested else " (part)" if each.hit.part else ""
        print_line(f"{number}:{each.hit.start}-{each.hit.end}  {each.hit.term.text}{mark} → {each.rendering}")
