"""Japanese terms in running text; the cases are in `japanese_terms.txt`."""

import re
from pathlib import Path

import pytest

from glossary import Hit, Recogniser, Term, find_terms

_MARK = re.compile("[【】〔〕]")


def marked(text: str, hits: list[Hit]) -> str:
    """Mark the hits that lie in no longer one in the text."""
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        if not hit.nested:
            left, right = "〔〕" if hit.part else "【】"
            text = text[: hit.start] + left + text[hit.start : hit.end] + right + text[hit.end :]
    return text


def recogniser(*terms: str) -> Recogniser:
    return Recogniser.build([Term(term, "ja") for term in terms], "ja")


def cases() -> list[tuple[str, str]]:
    """Read the cases: a term and a marked text in each line."""
    lines = Path(__file__).with_name("japanese_terms.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(term, text) for term, text in pairs]


@pytest.mark.parametrize(("term", "expected"), cases())
def test_a_term_is_found_where_a_terminologist_finds_it(term: str, expected: str) -> None:
    text = _MARK.sub("", expected)
    assert marked(text, recogniser(term).find(text)) == expected


def test_the_longest_term_wins_and_those_inside_it_are_kept_as_nested() -> None:
    hits = recogniser("核", "核実験", "核実験場").find("核実験場を閉じる")
    assert [(hit.start, hit.end, hit.nested, hit.part) for hit in hits] == [
        (0, 4, False, False),
        (0, 3, True, False),
        (0, 1, True, False),
    ]


def test_a_term_added_later_is_found_with_the_others() -> None:
    before = recogniser("核実験")
    after = before.extended([Term("核実験場", "ja"), Term("site", "en")])
    assert [hit.nested for hit in after.find("核実験場")] == [False, True]
    assert [hit.part for hit in before.find("核実験場")] == [False]


def test_terms_of_another_language_are_left_out() -> None:
    assert find_terms("ICBM", [Term("ICBM", "en")], "ja") == []
    assert [hit.term.lang for hit in find_terms("ICBM", [Term("ICBM", "ja-JP"), Term("ICBM", "en")], "ja")] == ["ja-JP"]


def test_a_term_removed_later_is_found_no_more() -> None:
    base = Recogniser.build([Term("核実験", "ja", id=1), Term("核", "ja", id=2)], "ja")
    assert [hit.term.id for hit in base.without([1]).find("核実験")] == [2]
    assert [hit.nested for hit in base.find("核実験")] == [False, True]
