"""Formats of pairs: what of a concept goes into rows of one source term and one target term."""

from collections.abc import Iterator

from glossary.exchange.losses import called, no_place, on_one_line, texts_of
from glossary.exchange.vocabulary import same_language
from glossary.model import Concept, Term

Pair = tuple[Term, Term]


def pairs_of(concept: Concept, source_lang: str, target_lang: str) -> list[Pair]:
    """Pair the best source term with every target term, and every other source term with the best target term.

    Each term stands in one pair at least; there is none where the concept has no term in one of the languages.
    """
    sources, targets = concept.in_language(source_lang), concept.in_language(target_lang)
    if not sources or not targets:
        return []
    return [*((sources[0], target) for target in targets), *((source, targets[0]) for source in sources[1:])]


def pair_losses(concept: Concept, source_lang: str, target_lang: str, format_name: str) -> Iterator[str]:
    """Say what any format of pairs on one line each cannot hold of a concept."""
    if not pairs_of(concept, source_lang, target_lang):
        yield f"{called(concept)}: {format_name} holds pairs, and this has no term in one language; it is left out."
        return
    for term in concept.terms:
        if not same_language(term.lang, source_lang) and not same_language(term.lang, target_lang):
            yield f"{called(term)}: {format_name} has two languages; this term is left out."
        elif term.lang not in {source_lang, target_lang}:
            yield from no_place(term, format_name, ["variety of language"])
    if any(on_one_line(text) != text for text in texts_of(concept)):
        yield f"{called(concept)}: {format_name} has no place for tabs and line breaks; they become spaces."
    if any(source.text.startswith("#") for source in concept.in_language(source_lang)):
        yield f"{called(concept)}: in {format_name} # begins a comment; the first of a source term becomes ＃."


def first_cell(text: str) -> str:
    """Give a text as it can stand at the beginning of a row, where a `#` would make it a comment."""
    line = on_one_line(text)
    return f"＃{line[1:]}" if line.startswith("#") else line
