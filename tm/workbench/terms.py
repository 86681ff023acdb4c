"""Terms: looking them up, finding them in texts, adding them."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from glossary.model import Concept, Found, Hit, Term, TermStatus
from segments import segment_text
from segments.language import language_of
from segments.storable import refuse_unstorable
from tm.errors import RequestError
from tm.model import Glossary, Project
from tm.store import Store
from tm.store import terms as stored
from tm.workbench.sources import read_source

if TYPE_CHECKING:
    from glossary import Recogniser, TermIndex


@dataclass(frozen=True, slots=True)
class TermHit:
    """An occurrence of a term in a text, with its concept and the rendering to use."""

    hit: Hit
    concept: Concept
    rendering: str


@dataclass(frozen=True, slots=True)
class _Termbase:
    """The concepts of a project made ready: for queries, and for recognition in both languages."""

    state: tuple[int, int, str]
    concepts: list[Concept]
    owners: dict[int, Concept]
    index: "TermIndex"
    recognisers: "dict[str, Recogniser]"


_lock = Lock()
_termbases: WeakKeyDictionary[Store, dict[tuple[int, ...], _Termbase]] = WeakKeyDictionary()


def query_terms(store: Store, project: Project, query: str, *, limit: int = 20) -> list[Found]:
    """Find concepts by Japanese, English in any inflection, kana or romaji; near misses when nothing is exact."""
    return _termbase(store, project).index.query(query, limit)


def find_terms(store: Store, project: Project, text: str, lang: str) -> list[TermHit]:
    """Give the occurrences of the project's terms in a text of a language, in order."""
    base = _termbase(store, project)
    other = project.target_lang if lang == project.source_lang else project.source_lang
    recogniser = base.recognisers.get(lang.split("-", maxsplit=1)[0])
    if recogniser is None:
        return []
    return [
        TermHit(hit, base.owners[hit.term.id], rendering(base.owners[hit.term.id], other))
        for hit in recogniser.find(text)
    ]


def find_terms_in_file(
    store: Store, project: Project, path: Path, *, encoding: str | None = None
) -> list[tuple[int, TermHit]]:
    """Give the occurrences of the project's terms in each segment of a file, with the segment's number from 1.

    Raises:
        InputError: The file cannot be read as text.
    """
    text = read_source(path, encoding=encoding)
    lang = language_of(text)
    return [
        (number, hit)
        for number, segment in enumerate(segment_text(text, lang), 1)
        for hit in find_terms(store, project, segment.text, lang)
    ]


def rendering(concept: Concept, lang: str) -> str:
    """Give the term to use in a language: the preferred one, or the first that is not forbidden; empty for none."""
    allowed = [term.text for term in concept.in_language(lang) if term.status is not TermStatus.FORBIDDEN]
    return allowed[0] if allowed else ""


def add_concept(store: Store, project: Project, concept: Concept, *, glossary: str = "") -> Concept:
    """Add a concept to a glossary of the project, the first one unless named; the next segment finds its terms.

    Raises:
        RequestError: It has no term, or the project does not use that glossary.
    """
    if not any(term.text.strip() for term in concept.terms):
        raise RequestError("A concept needs a term at least. Type one.")
    for term in concept.terms:
        refuse_unstorable(term.text, "term")
    chosen = chosen_glossary(project, glossary)
    with store.write() as connection:
        concept_id = stored.add_concepts(connection, chosen.id, [concept], store.user)[0]
        return stored.concepts_of(connection, [chosen.id], after=concept_id - 1)[0]


def chosen_glossary(project: Project, name: str) -> Glossary:
    """Give the glossary of a project that has a name; the first one when none is named.

    Raises:
        RequestError: The project does not use that glossary.
    """
    for glossary in project.glossaries:
        if not name or glossary.name == name:
            return glossary
    what = f"the glossary '{name}'" if name else "a glossary"
    raise RequestError(f"The project '{project.name}' does not use {what}. Name one with: tm new --glossary NAME")


def _termbase(store: Store, project: Project) -> _Termbase:
    """Give the concepts of a project as they are now, made ready once and again after every change."""
    ids = tuple(glossary.id for glossary in project.glossaries)
    with _lock:
        held = _termbases.setdefault(store, {})
        with store.read() as connection:
            state = stored.state_of(connection, ids)
            base = held.get(ids)
            if base is None:
                base = held[ids] = _build(state, stored.concepts_of(connection, ids))
            elif base.state != state:
                added = stored.concepts_of(connection, ids, after=base.state[1])
                whole = len(base.concepts) + len(added) == state[0]
                base = held[ids] = (
                    _extended(base, state, added) if whole else _build(state, stored.concepts_of(connection, ids))
                )
        return base


def _build(state: tuple[int, int, str], concepts: list[Concept]) -> _Termbase:
    from glossary import Recogniser, TermIndex  # noqa: PLC0415 (the screens start without them)

    recognisers = {lang: Recogniser.build(terms, lang) for lang, terms in _usable(concepts).items()}
    return _Termbase(state, concepts, _owners(concepts), TermIndex.build(concepts), recognisers)


def _extended(base: _Termbase, state: tuple[int, int, str], added: list[Concept]) -> _Termbase:
    """Give the termbase with concepts added: in an instant, where building it anew takes seconds."""
    from glossary import Recogniser  # noqa: PLC0415 (the screens start without it)

    recognisers = dict(base.recognisers)
    for lang, terms in _usable(added).items():
        known = recognisers.get(lang)
        recognisers[lang] = known.extended(terms) if known else Recogniser.build(terms, lang)
    return _Termbase(
        state, [*base.concepts, *added], base.owners | _owners(added), base.index.extended(added), recognisers
    )


def _usable(concepts: list[Concept]) -> dict[str, list[Term]]:
    """Give the terms that may be used, by language."""
    usable: dict[str, list[Term]] = {}
    for concept in concepts:
        for term in concept.terms:
            if term.status is not TermStatus.FORBIDDEN:
                usable.setdefault(term.lang.split("-")[0], []).append(term)
    return usable


def _owners(concepts: list[Concept]) -> dict[int, Concept]:
    return {term.id: concept for concept in concepts for term in concept.terms}


def concepts_of(store: Store, project: Project) -> list[Concept]:
    """Give the concepts of a project's glossaries, in the order of the glossaries."""
    return _termbase(store, project).concepts


def term_pairs(store: Store, project: Project) -> list[tuple[str, str]]:
    """Give every pair of a source term and a target term of one concept, forbidden ones left out; for the aligner."""
    return [
        (source.text, target.text)
        for concept in _termbase(store, project).concepts
        for source in concept.in_language(project.source_lang)
        for target in concept.in_language(project.target_lang)
        if TermStatus.FORBIDDEN not in {source.status, target.status}
    ]
