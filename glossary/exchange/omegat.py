"""Glossaries of OmegaT: a source term, a target term and a comment on a line, divided by tabs, with no quoting."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from glossary.exchange.losses import called, no_place, on_one_line
from glossary.exchange.pairs import first_cell, pair_losses, pairs_of
from glossary.exchange.table import Problem
from glossary.exchange.vocabulary import same_language
from glossary.model import Concept, Term, TermStatus
from segments.encoding import read_bytes
from segments.errors import InputError
from segments.language import language_of

FIRST_LINE = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
_CODING = re.compile(rb"-\*-.*?coding:\s*([\w.-]+).*?-\*-")
_BETWEEN = " / "

Pair = tuple[str, str]


def read_omegat(
    data: bytes, name: str = "glossary", *, encoding: str | None = None
) -> tuple[list[Concept], list[Problem]]:
    """Read a glossary from the bytes of an OmegaT glossary.

    The encoding is the one that the first line names (`-*- coding: … -*-`), else guessed; which column is Japanese
    is seen from the letters. Lines with the same source term are one concept, their comments its note.

    Args:
        data: The bytes of the file.
        name: What to call the file in messages.
        encoding: The encoding when the user knows it better.

    Raises:
        InputError: No line has two terms, or the text is not in its encoding.
    """
    text, _ = read_bytes(data, encoding=encoding or _named_encoding(data), place=name)
    pairs: dict[Pair, list[str]] = {}
    problems = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1 and all(cells[:2]) and not line.startswith("#"):
            pairs.setdefault((cells[0], cells[1]), []).extend(cells[2:3])
        elif line.strip() and not line.startswith("#"):
            problems.append(Problem(number, "not two terms divided by a tab; this line is left out."))
    if not pairs:
        raise InputError(f"{name} holds no pair of terms. An OmegaT glossary has a tab between them on each line.")
    return _concepts(pairs), problems


def _named_encoding(data: bytes) -> str | None:
    coding = _CODING.search(data.partition(b"\n")[0])
    return coding[1].decode() if coding else None


def _concepts(pairs: Mapping[Pair, Sequence[str]]) -> list[Concept]:
    japanese = [sum(language_of(pair[side]) == "ja" for pair in pairs) for side in (0, 1)]
    source_lang, target_lang = ("ja", "en") if japanese[0] >= japanese[1] else ("en", "ja")
    targets: dict[str, list[str]] = {}
    for source, target in pairs:
        targets.setdefault(source, []).append(target)
    return [
        Concept(
            (Term(source, source_lang), *(Term(target, target_lang) for target in mine)),
            note="\n".join(dict.fromkeys(note for target in mine for note in pairs[source, target] if note)),
        )
        for source, mine in targets.items()
    ]


def write_omegat(concepts: Iterable[Concept], *, source_lang: str, target_lang: str) -> bytes:
    """Write concepts as an OmegaT glossary (UTF-8), each source term with each target term.

    Forbidden terms are left out, for OmegaT would propose them. Definitions and notes become the comment.
    `omegat_losses` says what the format cannot hold.
    """
    lines = [FIRST_LINE, *(line for concept in concepts for line in _lines(concept, source_lang, target_lang))]
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(concept: Concept, source_lang: str, target_lang: str) -> Iterator[str]:
    allowed = _allowed(concept)
    for source, target in product(allowed.in_language(source_lang), allowed.in_language(target_lang)):
        comment = _BETWEEN.join(filter(None, (concept.definition, concept.note, source.note, target.note)))
        yield "\t".join((first_cell(source.text), on_one_line(target.text), on_one_line(comment)))


def _allowed(concept: Concept) -> Concept:
    return replace(concept, terms=tuple(term for term in concept.terms if term.status is not TermStatus.FORBIDDEN))


def omegat_losses(concepts: Sequence[Concept], *, source_lang: str, target_lang: str) -> list[str]:
    """Say what of the concepts an OmegaT glossary cannot hold as it is, a sentence for each concept or term concerned."""
    return [sentence for concept in concepts for sentence in _losses(concept, source_lang, target_lang)]


def _losses(concept: Concept, source_lang: str, target_lang: str) -> Iterator[str]:
    allowed = _allowed(concept)
    if not pairs_of(allowed, source_lang, target_lang):
        yield f"{called(concept)}: OmegaT holds pairs, and there is none that is not forbidden; it is left out."
        return
    yield from pair_losses(allowed, source_lang, target_lang, "OmegaT")
    for term in concept.terms:
        if term.status is TermStatus.FORBIDDEN:
            yield f"{called(term)}: OmegaT would propose a forbidden term; it is left out."
        elif same_language(term.lang, source_lang) or same_language(term.lang, target_lang):
            yield from no_place(term, "OmegaT", _unheld_of_term(term))
    yield from no_place(concept, "OmegaT", _unheld(concept))


def _unheld_of_term(term: Term) -> Iterator[str]:
    if term.status is not TermStatus.PREFERRED:
        yield "status"
    if term.reading:
        yield "reading"
    if term.part_of_speech:
        yield "part of speech"
    if term.note:
        yield "note but the comment"


def _unheld(concept: Concept) -> Iterator[str]:
    if concept.domain:
        yield "domain"
    if concept.source:
        yield "source"
    if concept.definition:
        yield "definition but the comment"
