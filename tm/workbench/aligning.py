"""Aligning: a text and its translation become units of a memory; what has no partner is reported."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from segments import segment_text
from segments.model import Bead
from tm.model import ExchangeUnit, Memory, Project, Variant
from tm.store import Store
from tm.workbench.importing import add_all
from tm.workbench.sources import read_source
from tm.workbench.terms import term_pairs

DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True)
class BeadTexts:
    """A bead with its sentences."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class AlignedFiles:
    """Two files aligned, not stored."""

    source_path: Path
    target_path: Path
    source: tuple[str, ...]
    target: tuple[str, ...]
    beads: tuple[Bead, ...]

    def texts(self) -> Iterator[BeadTexts]:
        """Give the beads with their sentences instead of their numbers."""
        for bead in self.beads:
            yield BeadTexts(
                tuple(self.source[number] for number in bead.source),
                tuple(self.target[number] for number in bead.target),
                bead.confidence,
            )


@dataclass(frozen=True, slots=True)
class StoredBeads:
    """What storing an alignment did; `doubtful` beads are stored too, the least certain first."""

    memory: str
    added: int
    known: int
    unaligned_source: tuple[str, ...]
    unaligned_target: tuple[str, ...]
    doubtful: tuple[BeadTexts, ...]


def align_files(
    store: Store, project: Project, source: Path, target: Path, *, encoding: str | None = None
) -> AlignedFiles:
    """Segment two files and align their segments, helped by the terms of the project; nothing is stored.

    Raises:
        InputError: A file cannot be read as text.
    """
    from segments import align_sentences  # noqa: PLC0415 (the screens start without the aligner)

    sides = [
        tuple(one.text for one in segment_text(read_source(path, encoding=encoding), lang))
        for path, lang in ((source, project.source_lang), (target, project.target_lang))
    ]
    beads = align_sentences(
        sides[0],
        sides[1],
        term_pairs(store, project),
        source_lang=project.source_lang,
        target_lang=project.target_lang,
    )
    return AlignedFiles(source, target, sides[0], sides[1], tuple(beads))


def store_beads(store: Store, memory: Memory, aligned: AlignedFiles) -> StoredBeads:
    """Put the aligned pairs into a memory, all or nothing.

    The sentences of a bead are joined in the manner of their language. Beads with one empty side are not stored, but named.

    Raises:
        StoreError: The database cannot be written; then nothing is stored.
    """
    texts = list(aligned.texts())
    pairs = [one for one in texts if one.source and one.target]
    document = aligned.source_path.name
    added = add_all(store, memory, [_unit(one, memory) for one in pairs], path=document, file_format="align")
    doubtful = sorted((one for one in pairs if one.confidence < DOUBTFUL), key=lambda one: one.confidence)
    return StoredBeads(
        memory.name,
        added,
        len(pairs) - added,
        tuple(text for one in texts if not one.target for text in one.source),
        tuple(text for one in texts if not one.source for text in one.target),
        tuple(doubtful),
    )


def _unit(one: BeadTexts, memory: Memory) -> ExchangeUnit:
    return ExchangeUnit(
        (
            Variant(memory.source_lang, joined(one.source, memory.source_lang)),
            Variant(memory.target_lang, joined(one.target, memory.target_lang)),
        )
    )


def joined(sentences: tuple[str, ...], lang: str) -> str:
    """Join sentences: with a space, but none between Japanese ones."""
    return ("" if lang.lower().startswith(("ja", "zh")) else " ").join(sentences)
