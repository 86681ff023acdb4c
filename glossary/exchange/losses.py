"""What a format cannot hold is said: the sentences for it, and the characters concerned."""

import re
from collections.abc import Iterable

from glossary.model import Concept, Term

# All that XML 1.0 has no place for (section 2.2), and the spreadsheet formats with it.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_for_xml(text: str) -> str:
    """Give a text with U+FFFD for each character that XML cannot hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def on_one_line(text: str) -> str:
    """Give a text with a space for each run of tabs and line breaks, of which a tab-separated format knows none."""
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text).strip()


def texts_of(concept: Concept) -> Iterable[str]:
    """Give every text of a concept and of its terms."""
    yield from (concept.domain, concept.definition, concept.note, concept.source)
    for term in concept.terms:
        yield from (term.text, term.reading, term.part_of_speech, term.note)


def no_place(owner: Concept | Term, format_name: str, things: Iterable[str]) -> list[str]:
    """Give the sentence that a format has no place for these things of a concept or a term; none for nothing."""
    what = " and ".join(things)
    return [f"{called(owner)}: {format_name} has no place for its {what}."] if what else []


def called(owner: Concept | Term) -> str:
    """Name a term, or a concept by its first term, in a sentence."""
    if isinstance(owner, Term):
        return f"{owner.text} ({owner.lang})"
    return owner.terms[0].text if owner.terms else "A concept without terms"
