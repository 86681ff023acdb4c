"""Reading UTX, the glossary format of AAMT: 1.20, and the older ones down to UTX-S 0.91.

Lines that begin with `#` say what the glossary is; the last of them before the rows names the columns. The languages
stand in the first line (`#UTX 1.11; ja-JP/en-US; …`), in a property of their own (`#lang: ja-JP/en-US`), or in the
names of columns (`src:ja`, `tgt:en`, `term:en`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from glossary.exchange.table import Problem
from glossary.exchange.vocabulary import language_tag, settled, status_of
from glossary.model import Concept, Term, TermStatus
from segments.encoding import read_bytes
from segments.errors import InputError
from segments.language import language_of

# What columns beside the terms may hold, by the names they have in files; `x-` marks names of one's own.
_NAMES: Mapping[str, str] = {
    "pos": "pos",
    "comment": "note",
    "yomi": "reading",
    "reading": "reading",
    "term status": "status",
    "status": "status",
    "concept id": "concept",
    "domain": "domain",
    "definition": "definition",
    "note": "concept note",
    "source": "source",
}
_SIDES = ("src", "tgt", "term")
_PAIR = re.compile(r"(?:lang\w*\s*:?\s*)?([A-Za-z]{2,3}(?:-\w+)*)\s*/\s*([A-Za-z]{2,3}(?:-\w+)*)")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What each column holds (empty: nothing known) and in which language (empty: of the whole row)."""

    columns: Sequence[Key]
    source: str

    def cells(self, line: str) -> dict[Key, str]:
        """Give what a row says; of two columns for the same thing the first that says anything counts."""
        said: dict[Key, str] = {}
        for key, cell in zip(self.columns, line.split("\t"), strict=False):
            text = cell.strip()
            if text and (text != "-" or key[0] == "term"):
                said.setdefault(key, text)
        return said


def read_utx(
    data: bytes, name: str = "glossary", *, encoding: str | None = None
) -> tuple[list[Concept], list[Problem]]:
    """Read a glossary from the bytes of a UTX file.

    Rows with the same concept ID are one concept; without IDs it is those with the same source term and part of
    speech. The status of a row is that of its target term. `non-standard` counts as forbidden.

    Args:
        data: The bytes of the file; a byte order mark and any line ends will do.
        name: What to call the file in messages.
        encoding: The encoding when the user knows it; None detects it.

    Raises:
        InputError: The file does not begin with `#UTX`, or does not name its columns.
    """
    text, _ = read_bytes(data, encoding=encoding, place=name)
    lines = [(number, line) for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1) if line.strip()]
    if not lines or not lines[0][1].upper().startswith("#UTX"):
        raise InputError(f"{name} does not begin with #UTX. Check that it is a UTX file.")
    body = [(number, line) for number, line in lines if not line.startswith("#")]
    first = body[0][0] if body else len(text)
    header = [(number, line) for number, line in lines if number < first and not line.startswith("##")]
    layout, problems = _layout(header, body, name)
    concepts: dict[object, list[dict[Key, str]]] = {}
    for number, line in body:
        cells = layout.cells(line)
        if any(what == "term" for what, _ in cells):
            concepts.setdefault(_concept_key(cells, layout, number), []).append(cells)
        else:
            problems.append(Problem(number, "no term in this row; it is left out."))
    return [_concept(rows, layout) for rows in concepts.values()], problems


def _concept_key(cells: Mapping[Key, str], layout: _Layout, number: int) -> object:
    """Give what rows of one concept have in common; a row without an ID and a source term is alone with its number."""
    source = cells.get(("term", layout.source))
    return cells.get(("concept", "")) or ((source, cells.get(("pos", layout.source))) if source else number)


def _layout(
    header: Sequence[tuple[int, str]], body: Sequence[tuple[int, str]], name: str
) -> tuple[_Layout, list[Problem]]:
    named = [(number, line[1:]) for number, line in header[1:] if line[1:].strip().lower().startswith(_SIDES)]
    if not named:
        raise InputError(
            f"{name} does not name its columns. Write a line such as #src<tab>tgt<tab>src:pos above the rows."
        )
    number, line = named[-1]
    names = [each.strip() for each in line.split("\t")]
    source, target = _languages([line for _, line in header], names, [line for _, line in body])
    columns = [_column(each, source, target) for each in names]
    unknown = [each for each, (what, _) in zip(names, columns, strict=True) if each and not what]
    problems = [Problem(number, f"column {each}: a glossary has no place for it; left out.") for each in unknown]
    return _Layout(columns, source), problems


def _languages(header: Iterable[str], names: Sequence[str], body: Sequence[str]) -> tuple[str, str]:
    """Give the source and the target language: from the columns, else from the header, else by the first column."""
    of_columns = [
        language_tag(tail) for side, tail in map(_parted, names) if side in _SIDES and _is_term(side, tail) and tail
    ]
    if len(of_columns) > 1:
        return of_columns[0], of_columns[1]
    for part in (part for line in header for part in line.lstrip("#").split(";")):
        found = _PAIR.fullmatch(part.strip())
        if found:
            return language_tag(found[1]), language_tag(found[2])
    source = language_of("".join(line.partition("\t")[0] for line in body[:100]))
    return source, "en" if source == "ja" else "ja"


def _parted(name: str) -> tuple[str, str]:
    side, _, tail = name.partition(":")
    return side.strip().lower(), tail.strip()


def _is_term(side: str, tail: str) -> bool:
    return side in _SIDES and tail.lower() not in _NAMES


def _column(name: str, source: str, target: str) -> Key:
    side, tail = _parted(name.lower().removeprefix("x-"))
    lang = {"src": source, "tgt": target}.get(side, "")
    if _is_term(side, tail):
        return "term", language_tag(tail) or lang
    if side in _SIDES:
        return _NAMES[tail], lang
    return _NAMES.get(side, ""), language_tag(tail)


def _concept(rows: Sequence[Mapping[Key, str]], layout: _Layout) -> Concept:
    terms: dict[Key, tuple[Term, TermStatus | None]] = {}
    for row in rows:
        for what, lang in row:
            if what == "term":
                term, status = _term(row, lang, layout)
                terms.setdefault((term.text, lang), (term, status))
    langs = dict.fromkeys(lang for _, lang in terms)
    return Concept(
        tuple(term for lang in langs for term in _of_language(terms.values(), lang)),
        domain=_first(rows, "domain"),
        definition=_first(rows, "definition"),
        note=_first(rows, "concept note"),
        source=_first(rows, "source"),
    )


def _first(rows: Iterable[Mapping[Key, str]], what: str) -> str:
    return next((text for row in rows for key, text in row.items() if key[0] == what), "")


def _of_language(terms: Iterable[tuple[Term, TermStatus | None]], lang: str) -> list[Term]:
    mine = [(term, status) for term, status in terms if term.lang == lang]
    statuses = settled([status for _, status in mine])
    return [replace(term, status=status) for (term, _), status in zip(mine, statuses, strict=True)]


def _term(row: Mapping[Key, str], lang: str, layout: _Layout) -> tuple[Term, TermStatus | None]:
    """Give a term of a row, and the status that the row says it has."""
    own = "" if lang != layout.source else lang
    status = status_of(row.get(("status", own), ""))
    reading, pos, note = (row.get((what, lang), "") for what in ("reading", "pos", "note"))
    return Term(row["term", lang], lang, reading=reading, part_of_speech=pos, note=note), status
