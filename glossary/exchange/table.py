"""Glossaries as tables (CSV, TSV): a concept in a row, several terms of a cell divided by semicolons."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.exchange.columns import Column, columns_by_content, columns_by_name
from glossary.model import Concept, Term, TermStatus
from segments.encoding import read_bytes
from segments.errors import InputError

Row = tuple[int, Sequence[str]]

_TERM = re.compile(r"(?:\\[\\;；]|[^;；])+")
_ESCAPED = re.compile(r"\\([\\;；])")
_UNUSUAL = frozenset({Column.JA_ALTERNATIVES, Column.JA_FORBIDDEN, Column.DEFINITION, Column.SOURCE})
_TERM_CELLS = (
    (Column.JA, "ja", TermStatus.PREFERRED),
    (Column.JA_ALTERNATIVES, "ja", TermStatus.ADMITTED),
    (Column.JA_FORBIDDEN, "ja", TermStatus.FORBIDDEN),
    (Column.EN, "en", TermStatus.PREFERRED),
    (Column.ALTERNATIVES, "en", TermStatus.ADMITTED),
    (Column.FORBIDDEN, "en", TermStatus.FORBIDDEN),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was not taken over as it stands: its line, from 1, and what it is."""

    line: int
    message: str


def read_csv(
    data: bytes, name: str = "The glossary", *, encoding: str | None = None
) -> tuple[list[Concept], list[Problem]]:
    """Read a glossary from the bytes of a CSV or TSV file.

    Encoding (as `segments.read_bytes` detects it), separator (comma, tab, semicolon) and columns are guessed. A row that cannot be
    used is left out and told as a problem; it never costs another row.

    Args:
        data: The bytes of the file.
        name: What to call the file in messages.
        encoding: The encoding when the user knows it; None detects it.

    Raises:
        InputError: The file is empty, no text, not in the encoding named, or has no column of Japanese or English terms.
    """
    text, _ = read_bytes(data, encoding=encoding, place=name)
    rows, problems = _rows(text)
    concepts, left_out = read_rows(rows, name)
    return concepts, problems + left_out


def read_rows(rows: Sequence[Row], name: str) -> tuple[list[Concept], list[Problem]]:
    """Read a glossary from the rows of a table, each with the number to name it by; problems as in `read_csv`.

    Raises:
        InputError: There are no rows, or no column of Japanese or English terms.
    """
    if not rows:
        raise InputError(f"{name}: the table is empty. Give it a row for each concept.")
    problems = []
    columns = columns_by_name(rows[0][1])
    body = rows[1:]
    if not {Column.JA, Column.EN} & columns.keys():
        columns, body = columns_by_content([cells for _, cells in rows]), rows
    if Column.JA not in columns and Column.EN not in columns:
        raise InputError(f"{name}: no column of Japanese or English terms. Name them `ja` and `en` in the first row.")
    concepts: dict[tuple[Term, ...], Concept] = {}
    for line, cells in body:
        concept = _concept(columns, cells)
        if not concept.terms:
            problems.append(Problem(line, "no term in this row; it is left out."))
        elif concept.terms in concepts:
            problems.append(
                Problem(line, f"{concept.terms[0].text}: the same terms stand in an earlier row; left out.")
            )
        else:
            concepts[concept.terms] = concept
    return list(concepts.values()), problems


def _rows(text: str) -> tuple[list[Row], list[Problem]]:
    """Give the rows that hold anything, each with the number of its last line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[Row] = []
    try:
        rows.extend((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))
    except csv.Error as error:
        return rows, [Problem(reader.line_num, f"{error}: this row and what follows is left out.")]
    return rows, []


def _separator(text: str) -> str:
    """Choose the separator that gives most known names, or most cells, in the first row that holds anything."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max("\t,;", key=lambda mark: (len(columns_by_name(first.split(mark))), first.count(mark)))


def _concept(columns: Mapping[Column, int], cells: Sequence[str]) -> Concept:
    cell = {column: cells[number].strip() for column, number in columns.items() if number < len(cells)}
    return Concept(
        terms=tuple(term for column, lang, status in _TERM_CELLS for term in _terms(cell, column, lang, status)),
        domain=cell.get(Column.DOMAIN, ""),
        definition=cell.get(Column.DEFINITION, ""),
        note=cell.get(Column.NOTE, ""),
        source=cell.get(Column.SOURCE, ""),
    )


def _terms(cell: Mapping[Column, str], column: Column, lang: str, status: TermStatus) -> list[Term]:
    """Give the terms of a cell; reading and part of speech belong to the preferred ones."""
    preferred = status is TermStatus.PREFERRED
    reading = cell.get(Column.READING, "") if preferred and lang == "ja" else ""
    pos = cell.get(Column.POS, "") if preferred else ""
    texts = (_ESCAPED.sub(r"\1", piece).strip() for piece in _TERM.findall(cell.get(column, "")))
    return [Term(text, lang, status, reading, pos) for text in texts if text]


def write_csv(concepts: Sequence[Concept], *, separator: str = ",") -> str:
    """Write concepts as the text of a CSV that `read_csv` reads back unchanged (CRLF; encode it as `utf-8-sig`).

    `csv_losses` says what does not fit in. A tab as separator makes it a TSV.
    """
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(write_rows(concepts))
    return out.getvalue()


def write_rows(concepts: Sequence[Concept]) -> list[list[str]]:
    """Give a table of concepts, the names of its columns in the first row.

    Columns that no concept needs are left out, except for the usual eight.
    """
    rows = [_cells(concept) for concept in concepts]
    columns = [column for column in Column if column not in _UNUSUAL or any(row.get(column) for row in rows)]
    return [list(columns), *([row.get(column, "") for column in columns] for row in rows)]


def _cells(concept: Concept) -> dict[Column, str]:
    preferred = [term for term in concept.terms if term.status is TermStatus.PREFERRED]
    return {
        **{column: _joined(concept.terms, lang, status) for column, lang, status in _TERM_CELLS},
        Column.READING: next((term.reading for term in preferred if term.reading), ""),
        Column.POS: next((term.part_of_speech for term in preferred if term.part_of_speech), ""),
        Column.DOMAIN: concept.domain,
        Column.DEFINITION: concept.definition,
        Column.NOTE: concept.note,
        Column.SOURCE: concept.source,
    }


def _joined(terms: Iterable[Term], lang: str, status: TermStatus) -> str:
    mine = (term.text for term in terms if term.lang[:2].lower() == lang and term.status is status)
    return ";".join(re.sub(r"([\\;；])", r"\\\1", text) for text in mine)


def csv_losses(concepts: Sequence[Concept], *, table: str = "CSV") -> list[str]:
    """Say what of the concepts a table cannot hold, a sentence for each term concerned."""
    return [
        f"{term.text} ({term.lang}): a {table} has no place for its {' and '.join(lost)}."
        for concept in concepts
        for term in concept.terms
        if (lost := _lost(term, _cells(concept)))
    ]


def _lost(term: Term, row: Mapping[Column, str]) -> list[str]:
    preferred = term.status is TermStatus.PREFERRED
    kept = {
        "language": term.lang in {"ja", "en"},
        "reading": term.reading in {"", row[Column.READING] if preferred and term.lang == "ja" else ""},
        "part of speech": term.part_of_speech in {"", row[Column.POS] if preferred else ""},
        "note": not term.note,
    }
    return [what for what, is_kept in kept.items() if not is_kept]
