"""Writing TBX: version 3 (ISO 30042:2019), dialect TBX-Basic, data category as attribute."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from glossary.exchange.losses import called, fit_for_xml, texts_of
from glossary.exchange.tbx_rules import NAMESPACE, PARTS_OF_SPEECH, tbx_faults
from glossary.exchange.vocabulary import part_of_speech, same_language
from glossary.model import Concept, Term, TermStatus
from segments.errors import OutputError

READING_NOTE = "読み: "

_STATUS_WORDS: Mapping[TermStatus, str] = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}


def write_tbx(concepts: Iterable[Concept], *, source_lang: str, target_lang: str) -> bytes:
    """Write concepts as a TBX-Basic file that `read_tbx` reads back; concepts without terms are left out.

    In each concept the source language stands first, then the target language, then the others. The reading of a
    term becomes a note that begins with `読み:`. `tbx_losses` says what the format cannot hold.

    Raises:
        OutputError: There is no term at all, where TBX asks for one; or a language is none (`英語` instead of `en`).
    """
    body = [
        line
        for number, concept in enumerate(concepts, 1)
        for line in _concept(concept, number, source_lang, target_lang)
    ]
    if not body:
        raise OutputError("There is no term to write, and a TBX file must have one. Choose a glossary with terms.")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx xmlns="{NAMESPACE}" type="TBX-Basic" style="dca" xml:lang={quoteattr(source_lang)}>',
        "<tbxHeader><fileDesc><sourceDesc><p>Glossary written by Taiyaku</p></sourceDesc></fileDesc></tbxHeader>",
        "<text><body>",
        *body,
        "</body></text>",
        "</tbx>",
        "",
    ]
    data = "\n".join(lines).encode()
    faults = tbx_faults(data)
    if faults:
        raise OutputError(f"The glossary cannot be written as valid TBX. {faults[0]}")
    return data


def _concept(concept: Concept, number: int, source_lang: str, target_lang: str) -> Iterator[str]:
    languages = _by_language(concept.terms, (source_lang, target_lang))
    if not languages:
        return
    yield f'<conceptEntry id="c{number}">'
    yield from _element("descrip", concept.domain, "subjectField")
    yield from _element("descrip", concept.definition, "definition")
    yield from _element("admin", concept.source, "source")
    yield from _element("note", concept.note)
    for lang, terms in languages.items():
        yield f"<langSec xml:lang={quoteattr(lang)}>"
        for term in terms:
            yield from _term(term)
        yield "</langSec>"
    yield "</conceptEntry>"


def _by_language(terms: Iterable[Term], first: tuple[str, str]) -> dict[str, list[Term]]:
    """Give the terms by their language, those of the `first` languages in front."""
    languages: dict[str, list[Term]] = {}
    for term in terms:
        languages.setdefault(term.lang, []).append(term)
    order = [*(lang for wanted in first for lang in languages if same_language(lang, wanted)), *languages]
    return {lang: languages[lang] for lang in order}


def _term(term: Term) -> Iterator[str]:
    yield "<termSec>"
    yield f"<term>{_escaped(term.text)}</term>"
    yield from _element("termNote", _part(term), "partOfSpeech")
    yield from _element("termNote", _STATUS_WORDS[term.status], "administrativeStatus")
    yield from _element("note", READING_NOTE + term.reading if term.reading else "")
    yield from _element("note", term.note)
    yield "</termSec>"


def _part(term: Term) -> str:
    """Give the part of speech in the words of TBX-Basic, which knows five."""
    if not term.part_of_speech:
        return ""
    part = part_of_speech(term.part_of_speech).replace("properNoun", "noun")
    return part if part in PARTS_OF_SPEECH else "other"


def _element(name: str, text: str, category: str = "") -> Iterator[str]:
    if text:
        yield (
            f'<{name} type="{category}">{_escaped(text)}</{name}>' if category else f"<{name}>{_escaped(text)}</{name}>"
        )


def _escaped(text: str) -> str:
    # A parser reads a bare carriage return as a line feed.
    return escape(fit_for_xml(text), {"\r": "&#13;"})


def tbx_losses(concepts: Sequence[Concept]) -> list[str]:
    """Say what of the concepts a TBX-Basic file cannot hold as it is, a sentence for each concept or term concerned."""
    return [sentence for concept in concepts for sentence in _losses(concept)]


def _losses(concept: Concept) -> Iterator[str]:
    if not concept.terms:
        yield f"{called(concept)}: TBX has no place for it; it is left out."
    if any(fit_for_xml(text) != text for text in texts_of(concept)):
        yield f"{called(concept)}: control characters, which XML cannot hold, become U+FFFD."
    for term in concept.terms:
        if term.part_of_speech != _part(term):
            yield f"{called(term)}: its part of speech '{term.part_of_speech}' becomes '{_part(term)}' in TBX-Basic."
