"""Figures (processor time) of recognition and query on a made-up glossary of 50,000 and 100,000 terms."""

import lzma
import random
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from glossary import Concept, Recogniser, Term, TermIndex
from glossary.words import words_of_japanese
from segments.morphology import analyse

pytestmark = pytest.mark.bench


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.fixture
def sentences(shared: Path) -> list[str]:
    with lzma.open(shared / "data" / "sentences.ja.txt.xz", "rt", encoding="utf-8") as lines:
        return [line.strip() for line, _ in zip(lines, range(3000), strict=False)]


def made_up_terms(sentences: list[str], count: int) -> list[str]:
    """Make terms of one to three neighbouring nouns of the sentences, then of nouns that never met."""
    nouns: set[str] = set()
    for sentence in sentences:
        tokens = [token for token in analyse(sentence) if token.part == "名詞"]
        for one, other in pairwise(tokens):
            nouns |= {sentence[one.start : one.end]}
            if one.end == other.start:
                nouns |= {sentence[one.start : other.end]}
    known = sorted(noun for noun in nouns if len(noun) > 1)
    choose = random.Random(1).choice
    terms = dict.fromkeys(known)
    while len(terms) < count:
        terms[choose(known) + choose(known)] = None
    return list(terms)[:count]


def test_recognition_among_fifty_thousand_terms(sentences: list[str]) -> None:
    texts = made_up_terms(sentences, 50_000)
    terms = [Term(text, "ja") for text in texts]
    built: list[Recogniser] = []
    print(f"\nload 50,000 terms: {seconds(lambda: built.append(Recogniser.build(terms, 'ja'))):.2f} s")
    extend = seconds(lambda: built[0].extended([Term("新しい用語", "ja")]))
    print(f"add one term: {extend * 1e3:.2f} ms")
    sample = sentences[:200]
    words_of_japanese.cache_clear()
    cold = seconds(lambda: [built[0].find(text) for text in sample])
    warm = seconds(lambda: [built[0].find(text) for text in sample])
    scan = seconds(lambda: [[term for term in texts if term in text] for text in sample[:20]])
    print(f"a segment with tokenising: {cold / len(sample) * 1e6:.0f} µs")
    print(f"a segment with tokens at hand: {warm / len(sample) * 1e6:.0f} µs")
    print(f"a segment by substring scan: {scan / 20 * 1e6:.0f} µs")


def test_query_among_a_hundred_thousand_concepts(sentences: list[str]) -> None:
    texts = made_up_terms(sentences, 100_000)
    words = ("nuclear", "policy", "energy", "treaty", "summit", "relief", "zone", "pact", "border", "talks")
    choose = random.Random(2).choice
    concepts = [
        Concept((Term(text, "ja"), Term(f"{choose(words)} {choose(words)} {number}", "en")))
        for number, text in enumerate(texts)
    ]
    built: list[TermIndex] = []
    print(f"\nload 100,000 concepts: {seconds(lambda: built.append(TermIndex.build(concepts))):.2f} s")
    for query in (
        texts[0],
        texts[99_999],
        "じけん",
        "jiken",
        "nuclear summit 77",
        "treaties",
        "nuclaer sumit",
        "んじぇ",
        "事",
    ):
        spent = [seconds(lambda: built[0].query(query)) for _ in range(5)]  # noqa: B023 — called at once
        print(f"query {query}: {sorted(spent)[2] * 1e3:.1f} ms")
