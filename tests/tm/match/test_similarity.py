"""The measure: what its definition says, on cases that a reader can check by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.match import similarity
from tm.match.similarity import words


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("核実験を行った。", "核実験を行った。", 1.0),
        ("核実験を行う", "核実験を行った", 1 - 2 / 7),
        ("ＡＢＣ　ﾃﾞｰﾀ", "abcデータ", 1.0),
        ("第 2回の会談", "第2回の会談", 1.0),
        ("", "", 1.0),
        ("", "核", 0.0),
        ("上下", "下上", 0.0),
    ],
)
def test_japanese_is_measured_by_characters(a: str, b: str, expected: float) -> None:
    assert similarity(a, b, "ja") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The cat sat.", "the CAT sat .", 1.0),
        ("one two three four", "one two four", 0.75),
        ("resolutions", "resolution", 0.75),
        ("the resolutions", "the resolution", 0.875),
        ("walk", "walked", 0.5),
        ("cat", "bat", 0.0),
        ("in 2018", "in 2019", 0.5),
        ("it’s late", "it's late", 1.0),
    ],
)
def test_english_is_measured_by_words_and_nearly_equal_words_cost_less(a: str, b: str, expected: float) -> None:
    assert similarity(a, b, "en-US") == pytest.approx(expected)


def test_numbers_and_contractions_are_single_words() -> None:
    assert words("don't pay 1,200.50 (yet)!") == ["don't", "pay", "1,200.50", "(", "yet", ")", "!"]


@given(a=st.text(max_size=20), b=st.text(max_size=20), lang=st.sampled_from(["ja", "en"]))
def test_it_is_symmetric_and_between_nothing_and_one(a: str, b: str, lang: str) -> None:
    assert 0 <= similarity(a, b, lang) <= 1
    assert similarity(a, b, lang) == similarity(b, a, lang)
    assert similarity(a, a, lang) == 1
