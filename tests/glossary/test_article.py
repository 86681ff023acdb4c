"""The real article with its glossary: every occurrence, and no fault in a professional translation."""

import re
from pathlib import Path

import pytest

from glossary import Concept, Recogniser, TermChecker, TermStatus, find_terms, read_csv, write_csv
from segments import segment_text


@pytest.fixture
def concepts(shared: Path) -> list[Concept]:
    found, problems = read_csv((shared / "article" / "glossary.csv").read_bytes())
    assert not problems
    return found


@pytest.fixture
def sentences(shared: Path) -> list[str]:
    text = (shared / "article" / "article.ja.txt").read_text("utf-8")
    return [segment.text for segment in segment_text(text, "ja")]


def is_false_friend(sentence: str, start: int, end: int) -> bool:
    """Say what a reader of the article says: 核 is not in 非核化, nor 米国 in 米国務…, 米国防…, 米国民."""
    found = sentence[start:end]
    before, after = sentence[max(0, start - 1) : start], sentence[end : end + 1]
    return (found == "核" and before == "非") or (found == "米国" and after in {"務", "防", "民"})


def test_the_glossary_has_119_concepts_and_is_written_back_unchanged(shared: Path, concepts: list[Concept]) -> None:
    assert len(concepts) == 119
    original = (shared / "article" / "glossary.csv").read_text("utf-8-sig")
    assert write_csv(concepts).splitlines() == original.splitlines()


def test_every_occurrence_is_found_and_nothing_else(concepts: list[Concept], sentences: list[str]) -> None:
    terms = [term for concept in concepts for term in concept.in_language("ja")]
    recogniser = Recogniser.build(terms, "ja")
    found, wanted, false_friends = set(), set(), 0
    for number, sentence in enumerate(sentences):
        found |= {(number, hit.start, hit.end, hit.nested) for hit in recogniser.find(sentence)}
        spans = [match.span() for term in terms for match in re.finditer(re.escape(term.text), sentence)]
        for start, end in spans:
            nested = any(left <= start and end <= right and (left, right) != (start, end) for left, right in spans)
            if is_false_friend(sentence, start, end):
                false_friends += 1
            else:
                wanted.add((number, start, end, nested))
    assert found == wanted
    assert (sum(not nested for *_, nested in found), sum(nested for *_, nested in found)) == (473, 122)
    assert false_friends == 29


def test_no_rendering_of_the_translation_is_called_missing_or_forbidden(
    shared: Path, concepts: list[Concept], sentences: list[str]
) -> None:
    """Without an aligner the whole translation stands beside the whole source."""
    translation = (shared / "article" / "article.en.txt").read_text("utf-8")
    target = " ".join(segment.text for segment in segment_text(translation, "en"))
    checker = TermChecker(concepts, "ja", "en")
    assert [finding.message for sentence in sentences for finding in checker.check(sentence, target)] == []


def test_no_acronym_or_name_of_the_translation_is_found_inside_another_word(
    shared: Path, concepts: list[Concept]
) -> None:
    translation = (shared / "article" / "article.en.txt").read_text("utf-8")
    terms = [term for one in concepts for term in one.in_language("en") if term.status is not TermStatus.FORBIDDEN]
    hits = find_terms(translation, terms, "en")
    assert len(hits) > 900
    edges = {translation[hit.start - 1 : hit.start] + translation[hit.end : hit.end + 1] for hit in hits}
    assert not any(edge.isalpha() for pair in edges for edge in pair)
