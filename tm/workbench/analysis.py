"""Analysis: how much of a text the memories hold already, in the bands that quotes are made of.

Every segment falls into one band: a repetition (the same source came before, in this text or an earlier one, and no memory
has it), or the band of the best score that the memories offer. Penalties and the order of proposals, which differ from
project to project and from day to day, never change a band.

Beside it stand the *internal fuzzies*: segments that resemble an earlier segment of the same texts more than anything in
the memories, so that they will be cheaper than their band says once the earlier one is translated.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from tm.errors import RequestError
from tm.match import Candidate, Index, Wanted, rank
from tm.match.score import EXACT
from tm.match.similarity import counts_characters
from tm.model import Document, Project, Unit
from tm.store import Store, documents
from tm.workbench.lookup import candidates, in_their_places
from tm.workbench.reading import read_document
from tm.workbench.volume import Volume, volume

REPETITIONS, NEW = "repetitions", "new"
_LOWEST = {"101": 101, "100": 100, "95–99": 95, "85–94": 85, "75–84": 75, "50–74": 50}
_INTERNAL = ("95–99", "85–94", "75–84", "50–74")

RATES: Mapping[str, int] = MappingProxyType(
    {REPETITIONS: 30, "101": 30, "100": 30, "95–99": 60, "85–94": 60, "75–84": 80, "50–74": 100, NEW: 100}
)
"""What is counted of a segment of each band, in per cent, unless the client's own rates are given."""


@dataclass(frozen=True, slots=True)
class Band:
    """What falls into one band.

    Attributes:
        name: `repetitions`, `101`, `100`, `95–99` … `50–74`, `new`.
        volume: How much it is.
        rate: What is counted of it, in per cent.
        weighted: Its characters (for Japanese) or words, at that rate.
    """

    name: str
    volume: Volume
    rate: int
    weighted: float


@dataclass(frozen=True, slots=True)
class TextAnalysis:
    """The figures of one text, or of several together.

    Attributes:
        name: The text's name.
        volume: All of it.
        weighted: The sum of the bands' weighted amounts.
        bands: What the memories offer; every segment is in one of them.
        internal: Of these same segments, the ones that resemble an earlier segment more, by that resemblance.
        weighted_internal: The weighted amount when those are counted by that resemblance instead.
    """

    name: str
    volume: Volume
    weighted: float
    bands: tuple[Band, ...]
    internal: tuple[Band, ...]
    weighted_internal: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of texts: each, and all together; `counts` says what is weighted, `characters` or `words`."""

    counts: str
    total: TextAnalysis
    texts: tuple[TextAnalysis, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A segment to analyse: the number of its text, itself in its place, and its own unit (0: none)."""

    text: int
    wanted: Wanted
    unit_id: int = 0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A segment in its band, and in that of an earlier segment which resembles it more (or in none)."""

    text: int
    source: str
    band: str
    internal: str


def analyse(
    store: Store,
    project: Project,
    texts: Sequence[Path | Document],
    *,
    encoding: str | None = None,
    rates: Mapping[str, int] = RATES,
    on_progress: Callable[[int, int], None] | None = None,
) -> Analysis:
    """Put every segment of files and of stored documents into its band; files are read, and not stored.

    The segments of a document are not matched with the units that they made themselves.

    Args:
        store: The database.
        project: Whose memories are looked at.
        texts: Files and documents, in the order in which they will be translated.
        encoding: The files' encoding; otherwise detected.
        rates: Per cent by band; a band left out counts as in `RATES`.
        on_progress: Is told how many segments are done, and of how many.

    Raises:
        InputError: A file cannot be read as text.
        RequestError: A rate is given for a band that there is not.
    """
    sums = _Sums(counts_characters(project.source_lang), _complete(rates))
    pieces = [piece for number, text in enumerate(texts) for piece in _pieces(store, project, number, text, encoding)]
    told = on_progress or (lambda _done, _all: None)
    scores: list[int] = []
    for piece in pieces:
        scores.append(_best_score(store, project, piece))
        told(len(scores), len(pieces))
    placed = _placed(pieces, scores, project.source_lang)
    return Analysis(
        "characters" if sums.by_characters else "words",
        sums.text("", placed),
        tuple(
            sums.text(one.name, [each for each in placed if each.text == number]) for number, one in enumerate(texts)
        ),
    )


def _complete(rates: Mapping[str, int]) -> dict[str, int]:
    unknown = [name for name in rates if name not in RATES]
    if unknown:
        raise RequestError(f"There is no band '{unknown[0]}'. The bands are: {', '.join(RATES)}.")
    return {**RATES, **rates}


def _pieces(store: Store, project: Project, number: int, text: Path | Document, encoding: str | None) -> list[_Piece]:
    lang = project.source_lang
    if isinstance(text, Document):
        with store.read() as connection:
            records = documents.segments_between(connection, text.id, 1, 2**31 - 1)
        wanted = in_their_places([(one.source, one.source_codes) for one in records], lang)
        return [_Piece(number, each, one.unit_id) for one, each in zip(records, wanted, strict=True)]
    read = read_document(text, lang, encoding=encoding)
    return [_Piece(number, each) for each in in_their_places([(one.text, one.codes) for one in read.segments], lang)]


def _best_score(store: Store, project: Project, piece: _Piece) -> int:
    """Give the best score that the memories offer before any penalty; 0 for none."""
    exact = _plain_score(store, project, piece, threshold=1.0)
    return exact if exact >= EXACT else _plain_score(store, project, piece, threshold=0.5)


def _plain_score(store: Store, project: Project, piece: _Piece, *, threshold: float) -> int:
    found = candidates(store, project, piece.wanted, threshold=threshold, limit=3)
    plain = [replace(one, penalty=0) for one in found if one.unit.id != piece.unit_id]
    return max((match.score for match in rank(plain, piece.wanted, limit=3)), default=0)


def _placed(pieces: Sequence[_Piece], scores: Sequence[int], lang: str) -> list[_Placed]:
    """Put segments into bands, the earlier ones first."""
    earlier = _Earlier([piece.wanted for piece in pieces], lang)
    return [
        _Placed(piece.text, piece.wanted.text, *_bands(score, earlier, place))
        for place, (piece, score) in enumerate(zip(pieces, scores, strict=True))
    ]


def _bands(score: int, earlier: "_Earlier", place: int) -> tuple[str, str]:
    """Give the band of a segment, and the better one that an earlier segment offers (or none)."""
    repeated = earlier.repeats(place)
    if repeated or score >= EXACT:
        return (REPETITIONS if score < EXACT else _band(score)), ""
    internal = earlier.best_score(place)
    return _band(score), _band(internal) if _band(internal) != _band(score) and internal > score else ""


def _band(score: int) -> str:
    return next((name for name, lowest in _LOWEST.items() if score >= lowest), NEW)


class _Earlier:
    """What the earlier segments of the same texts offer for each."""

    def __init__(self, wanted: Sequence[Wanted], lang: str) -> None:
        self._wanted = wanted
        first = {(one.text, one.codes): place for place, one in reversed(list(enumerate(wanted)))}
        self._first = [first[one.text, one.codes] for one in wanted]
        self._index = Index.build([one.text for one in wanted], lang)

    def repeats(self, place: int) -> bool:
        """Tell whether the same source came before."""
        return self._first[place] < place

    def best_score(self, place: int) -> int:
        """Give the score of the earlier segment most like this one, as of a unit of a memory; 0 for none."""
        wanted = self._wanted[place]
        later = np.arange(len(self._wanted)) >= place
        found = self._index.query(wanted.text, 0.5, 1, without=later)
        as_units = [Candidate(_unit(self._wanted[other]), alike, "") for other, alike in found]
        return max((match.score for match in rank(as_units, wanted)), default=0)


def _unit(wanted: Wanted) -> Unit:
    return Unit(0, 0, wanted.text, "", wanted.lang, "", source_codes=wanted.codes)


@dataclass(frozen=True, slots=True)
class _Sums:
    """Adds segments up, weighting characters or words by the rates."""

    by_characters: bool
    rates: Mapping[str, int]

    def text(self, name: str, placed: Sequence[_Placed]) -> TextAnalysis:
        """Give the figures of a text."""
        bands = tuple(self._band(band, (one for one in placed if one.band == band)) for band in self.rates)
        internal = tuple(self._band(band, (one for one in placed if one.internal == band)) for band in _INTERNAL)
        otherwise = [replace(one, band=one.internal or one.band) for one in placed]
        cheaper = [self._band(band, (one for one in otherwise if one.band == band)) for band in self.rates]
        return TextAnalysis(
            name,
            volume(one.source for one in placed),
            sum(band.weighted for band in bands),
            bands,
            internal,
            sum(band.weighted for band in cheaper),
        )

    def _band(self, name: str, placed: Iterable[_Placed]) -> Band:
        held = volume(one.source for one in placed)
        amount = held.characters_no_space if self.by_characters else held.words
        return Band(name, held, self.rates[name], amount * self.rates[name] / 100)
