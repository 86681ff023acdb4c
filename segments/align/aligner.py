"""Pairing the sentences of a text with those of its translation.

Words known to translate each other give a first alignment; what it teaches about this pair of texts gives a second, better
one. See Gale & Church 1993 for lengths and beads, Moore 2002 for the two passes.
"""

from collections.abc import Iterable, Sequence

from segments.align.band import find_band
from segments.align.learn import learned
from segments.align.lexicon import Lexicon, shipped
from segments.align.path import Lattice, best_beads, posteriors
from segments.align.score import PRIORS, Shape, score_beads
from segments.align.side import Side, read_side
from segments.align.table import Table, known_pairs
from segments.model import Bead

_SEEN = 60

Priors = dict[Shape, float]


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    evidence: Lexicon | Iterable[tuple[str, str]] | None = None,
    *,
    source_lang: str = "ja",
    target_lang: str = "en",
) -> list[Bead]:
    """Align the sentences of a text with those of its translation.

    Args:
        source: Sentences, headings and list items in their order.
        target: Those of the translation.
        evidence: What the caller knows: pairs of a source term and a target term (a glossary), or a `Lexicon`
            (whose keys are Japanese, whichever side that is).
        source_lang: Language of the source, `ja` or `en`, subtags allowed.
        target_lang: Language of the target.

    Returns:
        Beads in order that hold each source and each target sentence exactly once, with 0 to 4 sentences on a side.
        Their confidence is the posterior probability of the bead.
    """
    ours, theirs = _primary(source_lang), _primary(target_lang)
    if theirs == "ja" and ours != "ja":
        turned = evidence if isinstance(evidence, Lexicon) or evidence is None else [(b, a) for a, b in evidence]
        beads = align_sentences(target, source, turned, source_lang=theirs, target_lang=ours)
        return [Bead(bead.target, bead.source, bead.confidence) for bead in beads]
    lexicon = _lexicon(evidence)
    return _align(read_side(source, ours, lexicon), read_side(target, theirs, lexicon), lexicon)


def _primary(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()


def _lexicon(evidence: Lexicon | Iterable[tuple[str, str]] | None) -> Lexicon:
    if evidence is None:
        return shipped()
    given = evidence if isinstance(evidence, Lexicon) else Lexicon.build(evidence)
    return shipped().merged(given)


def _align(source: Side, target: Side, lexicon: Lexicon) -> list[Bead]:
    if not len(source) or not len(target):
        return [Bead((row,), (), 1.0) for row in range(len(source))] + [
            Bead((), (row,), 1.0) for row in range(len(target))
        ]
    known = known_pairs(source, target, lexicon)
    first, priors = _pass(source, target, known, PRIORS)
    beads, _ = _pass(source, target, learned(source, target, first, known), priors)
    return beads


def _pass(source: Side, target: Side, table: Table, priors: Priors) -> tuple[list[Bead], Priors]:
    """Align by what is known now; give the beads, and priors for the next pass."""
    band = find_band(source, target, table)
    chances = posteriors(band, score_beads(source, target, band, table, priors))
    return best_beads(chances), _counted(chances)


def _counted(chances: Lattice) -> Priors:
    """Give priors between the usual ones and how often each shape seems to occur in this pair of texts."""
    counts = chances.expected()
    total = sum(counts.values()) + _SEEN
    return {shape: (counts[shape] + _SEEN * prior) / total for shape, prior in PRIORS.items()}
