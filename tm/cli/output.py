"""What the command line prints: data on stdout, narration on stderr, foreign text never as it could harm a terminal."""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from segments.visible import visible


def say(text: str) -> None:
    """Tell the user something, on stderr."""
    click.echo(visible(text), err=True)


def counted(count: int, noun: str) -> str:
    """Give a number with its noun: `1 segment`, `2 segments`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def print_line(text: str) -> None:
    """Print a line of data: word for word into a pipe, with control characters made visible on a terminal."""
    # Without `color` click would take escape sequences out of the data.
    click.echo(visible(text) if sys.stdout.isatty() else text, color=True)


def print_json(value: object) -> None:
    """Print a value as JSON: dataclasses as objects, times as ISO 8601; non-ASCII text stays readable."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain), color=True)


@contextmanager
def file_or_stdout(path: Path) -> Iterator[Path]:
    """Give the file to write; for `-` one that goes to stdout when it is whole."""
    if path != Path("-"):
        yield path
        return
    with TemporaryDirectory() as folder:
        written = Path(folder) / "output"
        yield written
        with written.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)


def print_table(rows: Sequence[Mapping[str, object]]) -> None:
    """Print rows as a table with aligned columns; full-width characters count as two cells."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in rows[0]:
        number = all(isinstance(row[name], int) for row in rows)
        table.add_column(Text(name), justify="right" if number else "left", overflow="fold", min_width=len(name))
    for row in rows:
        table.add_row(*(Text(visible(str(value))) for value in row.values()))
    Console(soft_wrap=not sys.stdout.isatty()).print(table)


def _plain(value: Any) -> object:  # noqa: ANN401 (json gives whatever it cannot write itself)
    match value:
        case datetime():
            return value.isoformat()
        case Enum():
            return value.value
        case Path():
            return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"cannot write {type(value).__name__} as JSON")
