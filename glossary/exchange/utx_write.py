"""Writing UTX 1.20, the glossary format of AAMT: a row for each pair, joined to concepts by their IDs."""

from collections.abc import Iterable, Mapping, Sequence

from glossary.exchange.losses import called, on_one_line
from glossary.exchange.pairs import Pair, first_cell, pair_losses, pairs_of
from glossary.exchange.vocabulary import part_of_speech
from glossary.model import Concept, Term, TermStatus

_STATUS_WORDS: Mapping[TermStatus, str] = {
    TermStatus.PREFERRED: "approved",
    TermStatus.ADMITTED: "provisional",
    TermStatus.FORBIDDEN: "forbidden",
}
_ALWAYS = ("src", "tgt", "src:pos", "tgt:pos", "term status", "concept ID")
# Names that begin with x- are free for the fields that UTX does not know.
_WHEN_USED = (
    "src:comment",
    "tgt:comment",
    "x-src:status",
    "x-src:yomi",
    "x-tgt:yomi",
    "x-domain",
    "x-definition",
    "x-note",
    "x-source",
)


def write_utx(concepts: Iterable[Concept], *, source_lang: str, target_lang: str) -> bytes:
    """Write concepts as a UTX 1.20 file (UTF-8 without a mark, CRLF) that `read_utx` reads back.

    Concepts without a term in either language are left out. `utx_losses` says what the format cannot hold.
    """
    rows = [
        _row(concept, pair, f"C{number}")
        for number, concept in enumerate(concepts, 1)
        for pair in pairs_of(concept, source_lang, target_lang)
    ]
    columns = [*_ALWAYS, *(name for name in _WHEN_USED if any(row[name] for row in rows))]
    lines = [
        f"#UTX 1.20; lang: {source_lang}/{target_lang}",
        "#" + "\t".join(columns),
        *("\t".join(row[name] for name in columns) for row in rows),
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _row(concept: Concept, pair: Pair, number: str) -> dict[str, str]:
    source, target = pair
    row = {
        "tgt": target.text,
        "tgt:pos": part_of_speech(target.part_of_speech),
        "term status": _STATUS_WORDS[target.status],
        "concept ID": number,
        "src:comment": source.note,
        "tgt:comment": target.note,
        "x-src:status": "" if source.status is TermStatus.PREFERRED else _STATUS_WORDS[source.status],
        "x-src:yomi": source.reading,
        "x-tgt:yomi": target.reading,
        "x-domain": concept.domain,
        "x-definition": concept.definition,
        "x-note": concept.note,
        "x-source": concept.source,
    }
    # UTX asks for a part of speech in every row.
    src_pos = part_of_speech(source.part_of_speech) or "-"
    return {name: on_one_line(text) for name, text in row.items()} | {
        "src": first_cell(source.text),
        "src:pos": src_pos,
    }


def utx_losses(concepts: Sequence[Concept], *, source_lang: str, target_lang: str) -> list[str]:
    """Say what of the concepts a UTX file cannot hold as it is, a sentence for each concept or term concerned."""
    losses = [sentence for concept in concepts for sentence in pair_losses(concept, source_lang, target_lang, "UTX")]
    return losses + [sentence for concept in concepts for term in concept.terms for sentence in _part_loss(term)]


def _part_loss(term: Term) -> list[str]:
    part = part_of_speech(term.part_of_speech)
    if part == term.part_of_speech:
        return []
    return [f"{called(term)}: its part of speech '{term.part_of_speech}' becomes '{part or '-'}' in UTX."]
