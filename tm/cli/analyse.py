"""`tm analyse`: what the memories hold of a text, in the bands that quotes are made of."""

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tm.cli.options import (
    chosen_project,
    database_option,
    debug_option,
    encoding_option,
    json_option,
    open_store,
    project_option,
)

if TYPE_CHECKING:
    from tm.model import Document, Project
    from tm.store import Store
    from tm.workbench import Analysis, Band, TextAnalysis


_TOGETHER = "all texts"


@click.command()
@click.argument("texts", nargs=-1, metavar="[FILE|DOCUMENT]...")
@click.option("--rate", "rates", multiple=True, metavar="BAND=PERCENT", help="What is counted of a band.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for spreadsheets.")
@click.option(
    "--html", "page", type=click.Path(path_type=Path, readable=False), help="Write a page with bars to this file."
)
@click.option("--force", is_flag=True, help="Overwrite the page when it exists.")
@encoding_option
@project_option
@json_option
@database_option
@debug_option
@click.pass_context
def analyse(
    context: click.Context,
    texts: Sequence[str],
    rates: Sequence[str],
    as_csv: bool,
    page: Path | None,
    force: bool,
    encoding: str | None,
    project_name: str,
    as_json: bool,
) -> None:
    """Count segments, characters and words by what the memories offer for them.

    Files are read and cut into segments, and not stored; what is no file is the name or number of a document. Without
    any, all documents of the project are analysed.

    \b
    Examples:
      tm analyse article.ja.txt
      tm analyse one.txt two.txt --rate 100=20 --rate 95-99=50 --csv
      tm analyse article.ja.txt --html quote.html
    """  # noqa: D301 (\b is click's mark)
    from tm.cli.output import print_json, say
    from tm.cli.progress import counted
    from tm.workbench import analyse as analyse_texts
    from tm.workbench import write_analysis_page

    given = dict(map(_rate, rates))
    store = open_store(context)
    project = chosen_project(store, project_name)
    chosen = _chosen(store, project, texts)
    with counted("segments") as progress:
        found = analyse_texts(store, project, chosen, encoding=encoding, rates=given, on_progress=progress)
    if page:
        write_analysis_page(found, page, force=force)
        say(f"The page is in {page}.")
    if as_json:
        print_json(_for_scripts(found))
    elif as_csv:
        _print_csv(found)
    else:
        for one in found.texts if len(found.texts) < 2 else (*found.texts, found.total):
            show(one, found.counts)


def _chosen(store: "Store", project: "Project", texts: Sequence[str]) -> list["Path | Document"]:
    """Give the files and documents that were named; all documents of the project when none were.

    Raises:
        RequestError: There is no file and no document of a name, or no document at all.
    """
    from tm.errors import RequestError
    from tm.workbench import find_document, list_documents

    if texts:
        return [Path(text) if Path(text).exists() else find_document(store, project, text) for text in texts]
    every = list_documents(store, project)
    if not every:
        raise RequestError(f"The project '{project.name}' has no document yet. Name a file: tm analyse FILE")
    return [*every]


def _rate(text: str) -> tuple[str, int]:
    name, _, number = text.rpartition("=")
    if not (number.isascii() and number.isdigit()):
        raise click.BadParameter(f"'{text}' is no rate. Write for example: --rate 95-99=60")
    return name.strip().replace("-", "–"), int(number)


def _for_scripts(found: "Analysis") -> dict[str, object]:
    return {
        "counts": found.counts,
        **_text_for_scripts(found.total),
        "texts": [{"name": one.name, **_text_for_scripts(one)} for one in found.texts],
    }


def _text_for_scripts(one: "TextAnalysis") -> dict[str, object]:
    return {
        "total": {**_volume(one), "weighted": one.weighted, "weighted_internal": one.weighted_internal},
        "bands": [_band(band) for band in one.bands],
        "internal": [_band(band) for band in one.internal],
    }


def _band(band: "Band", prefix: str = "") -> dict[str, object]:
    return {"band": prefix + band.name, **_volume(band), "rate": band.rate, "weighted": band.weighted}


def _volume(one: "Band | TextAnalysis") -> dict[str, object]:
    return {**asdict(one.volume), "pages": round(one.volume.pages, 2)}


def _rows(one: "TextAnalysis") -> Iterator[dict[str, object]]:
    """Give the lines of a table: the bands, their sum, and the internal fuzzies where there are any."""
    yield from (_band(band) for band in one.bands)
    yield {"band": "total", **_volume(one), "rate": "", "weighted": one.weighted}
    yield from (_band(band, "internal ") for band in one.internal if band.volume.segments)


def _print_csv(found: "Analysis") -> None:
    lines = [{"text": one.name or _TOGETHER, **row} for one in (*found.texts, found.total) for row in _rows(one)]
    writer = csv.DictWriter(sys.stdout, list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)


_HEADINGS = {"band": "matches", "characters": "chars", "characters_no_space": "no space"}


def show(one: "TextAnalysis", counts: str) -> None:
    """Print the figures of a text."""
    from tm.cli.output import print_line, print_table

    print_line(one.name or _TOGETHER)
    rows = ({**row, "weighted": f"{row['weighted']:.1f}"} for row in _rows(one))
    print_table([{_HEADINGS.get(name, name): value for name, value in row.items()} for row in rows])
    print_line(f"  weighted {counts}: {one.weighted:.1f}; with internal fuzzies {one.weighted_internal:.1f}")
