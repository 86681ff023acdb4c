"""Units as a table: CSV that spreadsheets open and that comes back in unchanged, and tables that others made."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from segments.storable import refuse_unstorable
from segments.xml import where
from tm.errors import InputError, OutputError
from tm.exchange.csv_cells import FOREIGN_COLUMN, cells_of, unit_of
from tm.exchange.csv_columns import CODES, EXTRAS, NOTE, VISIBLE, Columns, Langs, find_columns
from tm.exchange.csv_rows import Row, read_rows
from tm.model import ExchangeUnit

_SAMPLE = 20
_BEHIND_THE_TEXTS = (*VISIBLE, NOTE, CODES, EXTRAS)


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The units of a table, given as one iterates, and sentences about rows that were left out or not taken whole."""

    units: Iterator[ExchangeUnit]
    problems: list[str]


def read_units_csv(
    stream: BinaryIO, *, langs: Langs = ("ja", "en"), encoding: str | None = None, place: str = ""
) -> UnitTable:
    """Read units from a table with commas or tabs, from us, a spreadsheet or another tool.

    The columns are found by the names in the first row (`source`, `target`, `ja`, `en`, `原文`, `訳文` and the like); without
    names the first two columns are taken, and `langs` for their languages, turned round where the letters say so. Columns of
    other names are kept as properties. A row that is damaged, lacks a text, or holds what cannot be stored is left out and
    reported; all others are given.

    Args:
        stream: The file; it stays open. One that cannot be rewound is read into memory.
        langs: The source and the target language expected.
        encoding: The encoding of the file; None: found out (UTF-8, UTF-16 with its mark, cp932).
        place: Name of the file for messages.

    Raises:
        InputError: The file is empty, is not text, or its columns cannot be told.
    """
    problems: list[str] = []
    rows = read_rows(stream, problems, encoding=encoding, place=place)
    sample = list(islice(rows, _SAMPLE))
    if not sample:
        raise InputError(f"{where(place, None)}no row of the file can be read. Check that it is the right file.")
    try:
        columns = find_columns([cells for _, cells in sample], langs)
    except InputError as error:
        raise InputError(f"{where(place, sample[0][0])}{error}.") from None
    if columns.has_names:
        del sample[0]
    return UnitTable(_units(chain(sample, rows), columns, problems, place), problems)


def write_units_csv(stream: BinaryIO, units: Iterable[ExchangeUnit], *, langs: Langs = ("ja", "en")) -> int:
    """Write units as CSV for Excel (UTF-8 with BOM, CRLF) that `read_units_csv` reads back as they were.

    The columns are `source:LANG`, `target:LANG`, the unit's dates and names, its first note, and two columns of JSON.
    Cells stay raw, also where a spreadsheet takes them for formulas.

    Raises:
        OutputError: A unit holds a lone surrogate or a NUL, or has no variant; the message names it.
    """
    stream.write(b"\xef\xbb\xbf")
    writer = csv.writer(_Encoded(stream), lineterminator="\r\n")
    writer.writerow((f"source:{langs[0]}", f"target:{langs[1]}", *_BEHIND_THE_TEXTS))
    number = 0
    for number, unit in enumerate(units, start=1):
        writer.writerow(_row(unit, number, langs))
    return number


class _Encoded:
    """A stream for bytes that takes text."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode())


def _row(unit: ExchangeUnit, number: int, langs: Langs) -> list[str]:
    if not unit.variants:
        raise OutputError(f"Unit {number} has no text in any language. Remove it, or give it one.")
    cells = cells_of(unit, langs)
    row = [cells.get(name, "") for name in ("source", "target", *_BEHIND_THE_TEXTS)]
    try:
        refuse_unstorable("".join(row), f"Unit {number}")
    except InputError as error:
        raise OutputError(str(error)) from None
    return row


def _units(rows: Iterable[Row], columns: Columns, problems: list[str], place: str) -> Iterator[ExchangeUnit]:
    for line, row in rows:
        remarks: list[str] = []
        try:
            yield unit_of(_named(row, columns), columns.langs, remarks)
        except InputError as error:
            problems.append(f"{where(place, line)}{str(error).rstrip('.')}. The row was left out.")
        problems.extend(f"{where(place, line)}{remark}." for remark in remarks)


def _named(row: list[str], columns: Columns) -> dict[str, str]:
    """Give the cells of a row by the names of their columns."""
    if len(row) <= max(columns.source, columns.target):
        raise InputError("the row has too few cells")
    if any(cell.strip() for cell in row[columns.width :]):
        raise InputError("the row has too many cells; a text with commas needs quotation marks around it")
    cells = {"source": row[columns.source], "target": row[columns.target]}
    cells |= {name: row[number] for name, number in columns.named.items() if number < len(row)}
    return cells | {FOREIGN_COLUMN + name: row[number] for name, number in columns.others.items() if number < len(row)}
