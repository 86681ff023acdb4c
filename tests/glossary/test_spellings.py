"""How many spellings of a word are found by another of its spellings, and how many other words by mistake."""

from itertools import permutations
from pathlib import Path

import pytest

from glossary import Hit, Term, find_terms


def words_of(name: str) -> list[list[str]]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def hits(term: str, other: str) -> list[Hit]:
    return find_terms(f"この{other}について述べる。", [Term(term, "ja")], "ja")


@pytest.mark.parametrize(("name", "recall"), [("okurigana.txt", 0.95), ("other_kanji.txt", 0.80)])
def test_most_spellings_are_found_by_any_other(name: str, recall: float) -> None:
    pairs = [pair for words in words_of(name) for pair in permutations(words, 2)]
    found = sum((2, 2 + len(other)) in {(hit.start, hit.end) for hit in hits(term, other)} for term, other in pairs)
    assert len(pairs) >= 250
    assert found / len(pairs) >= recall


def test_hardly_any_other_word_is_taken_for_the_term() -> None:
    pairs = [(words[0], other) for words in words_of("false_friends.txt") for other in words[1:]]
    wrong = [(term, other) for term, other in pairs if hits(term, other)]
    assert len(pairs) >= 180
    assert len(wrong) / len(pairs) < 0.01, wrong
