"""Glossaries as spreadsheets (XLSX): the same table as in a CSV, on the first sheet that has one.

openpyxl, which reads and writes the files, is an optional dependency (`taiyaku[xlsx]`).
"""

import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Protocol

from glossary.exchange.losses import called, fit_for_xml
from glossary.exchange.package import refuse_hostile_package
from glossary.exchange.table import Problem, Row, csv_losses, read_rows, write_rows
from glossary.model import Concept
from segments.errors import InputError, OutputError, TaiyakuError
from segments.storable import refuse_unstorable

# The limit of Excel, in units of UTF-16.
LONGEST_CELL = 32_767
# A cell in the last column that a sheet can have would make each row 16,384 cells wide.
_MOST_COLUMNS = 200

# What a spreadsheet takes for a formula or an error, now or when the sheet is saved as CSV and opened again.
_RISKY = tuple("=+-@＝＋－＠#\t\r")


class _Sheet(Protocol):
    """What is asked of a sheet of openpyxl, which ships no types."""

    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, max_col: int, values_only: bool) -> Iterable[Sequence[object]]: ...


class _Cell(Protocol):
    """What is set of a cell of openpyxl."""

    data_type: str
    quotePrefix: bool  # noqa: N815 (its name there)


def read_xlsx(data: bytes, name: str = "glossary") -> tuple[list[Concept], list[Problem]]:
    """Read a glossary from the bytes of an XLSX file, as `read_csv` does; the line of a problem is a row of the sheet.

    Formulas count with the value that the spreadsheet saved for them.

    Args:
        data: The bytes of the file.
        name: What to call the file in messages.

    Raises:
        InputError: It is no XLSX file, is damaged, protected or hostile, no sheet has terms, or openpyxl is missing.
    """
    refuse_hostile_package(data, name)
    first_error = None
    for rows in _sheets(data, name):
        try:
            return read_rows(rows, name)
        except InputError as error:
            first_error = first_error or error
    raise first_error or InputError(f"{name} has no sheet. Check that it is the right file.")


def _sheets(data: bytes, name: str) -> list[list[Row]]:
    """Give the rows of each sheet."""
    load_workbook = _openpyxl(InputError).load_workbook
    try:
        with warnings.catch_warnings():
            # It warns of colours and filters that it does not know.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return [list(_rows(_values(sheet), name)) for sheet in book.worksheets]
    except Exception as error:
        # openpyxl lets through whatever its parsers meet in a bad file.
        raise InputError(f"{name} is damaged, or is no Excel file ({error}). Save it anew as XLSX.") from error


def _values(sheet: _Sheet) -> Iterable[Sequence[object]]:
    # What a sheet says of its own size can be wrong.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)


def _rows(rows: Iterable[Sequence[object]], name: str) -> Iterator[Row]:
    for number, values in enumerate(rows, 1):
        cells = [_text(value) for value in values]
        if any(cells):
            refuse_unstorable("".join(cells), f"{name}, row {number}")
            yield number, cells


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Excel writes a carriage return so.
    return str(value).replace("_x000D_", "").strip()


def write_xlsx(concepts: Sequence[Concept]) -> bytes:
    """Write concepts as an XLSX file that `read_xlsx` reads back; each cell is text, whatever it begins with.

    `xlsx_losses` says what the format cannot hold.

    Raises:
        OutputError: openpyxl is missing.
    """
    openpyxl = _openpyxl(OutputError)
    cell_of = import_module("openpyxl.cell").WriteOnlyCell
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Glossary")
    sheet.freeze_panes = "A2"
    for row in write_rows(concepts):
        sheet.append([_safe(fitted, sheet, cell_of) for fitted in map(_fitted, row)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _safe(text: str, sheet: object, cell_of: Callable[..., _Cell]) -> _Cell | str | None:
    """Give a cell that is text even when it begins like a formula, and stays so when the sheet is edited."""
    if not text.startswith(_RISKY):
        return text or None
    cell = cell_of(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _fitted(text: str) -> str:
    """Give a text with what a cell can hold."""
    return fit_for_xml(text).encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")


def xlsx_losses(concepts: Sequence[Concept]) -> list[str]:
    """Say what of the concepts a spreadsheet cannot hold as it is, a sentence for each concept or term concerned."""
    rows = write_rows(concepts)[1:]
    return [
        *csv_losses(concepts, table="spreadsheet"),
        *(sentence for concept, row in zip(concepts, rows, strict=True) for sentence in _losses(concept, row)),
    ]


def _losses(concept: Concept, row: Sequence[str]) -> Iterator[str]:
    if any(fit_for_xml(text) != text for text in row):
        yield f"{called(concept)}: control characters, which a spreadsheet cannot hold, become U+FFFD."
    if any(_fitted(text) != fit_for_xml(text) for text in row):
        yield f"{called(concept)}: a cell holds {LONGEST_CELL:,} characters; what is longer is cut."


def _openpyxl(fault: type[TaiyakuError]) -> ModuleType:
    try:
        return import_module("openpyxl")
    except ModuleNotFoundError:
        raise fault("Excel files need openpyxl. Install it with `pip install 'taiyaku[xlsx]'`, or use CSV.") from None
