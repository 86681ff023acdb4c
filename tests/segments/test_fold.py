"""Folding: what becomes equal, and what must stay different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segments.fold import fold


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ", "ガギグパピ"),
        ("１０〜２０", "１０～２０"),
        ("５－３", "５−３"),
        ("―", "—"),
        ("“核”", '"核"'),
        ("it’s", "it's"),
        ("か\u3099", "が"),
        ("非\u200b核化\ufeff", "非核化"),
        ("葛\U000e0100城", "葛城"),
        ("第 2回　会談", "第2回会談"),
        ("  核実験 \n", "核実験"),
        ("ÉCOLE", "école"),
    ],
)
def test_differences_of_form_are_folded_away(a: str, b: str) -> None:
    assert fold(a, "ja") == fold(b, "ja")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("①", "1"),
        ("㌔", "キロ"),
        ("½", "1⁄2"),
        ("m²", "m2"),
        ("…", "..."),
        ("ー", "—"),
        ("サーバ", "サーバー"),
        ("は", "ば"),
        ("WH ALLEN", "WHALLEN"),
    ],
)
def test_differences_of_meaning_are_kept(a: str, b: str) -> None:
    assert fold(a, "ja") != fold(b, "ja")


def test_english_keeps_one_space_where_there_was_any() -> None:
    assert fold(" The\tcat \n sat ", "en") == "the cat sat"
    assert fold("the 核 test", "en") == "the 核 test"


@given(text=st.text(), lang=st.sampled_from(["ja", "en"]))
def test_folding_twice_is_folding_once(text: str, lang: str) -> None:
    assert fold(fold(text, lang), lang) == fold(text, lang)
