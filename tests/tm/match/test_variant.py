"""Variants: the same sentence in another spelling is found out, a sentence that only looks or sounds alike is not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.match import variant_key, variation


def pairs(name: str) -> list[tuple[str, str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [(held, wanted) for line in lines if not line.startswith("#") for held, wanted in [line.split()]]


VARIANTS, STRANGERS = pairs("variants.txt"), pairs("not_variants.txt")


def test_the_tables_hold_at_least_150_pairs_each() -> None:
    assert min(len(set(VARIANTS)), len(set(STRANGERS))) >= 150


@pytest.mark.parametrize(("held", "wanted"), VARIANTS)
def test_another_spelling_is_named_both_ways_and_has_the_same_key(held: str, wanted: str) -> None:
    assert variation(held, wanted, "ja")
    assert variation(wanted, held, "ja")
    assert variant_key(held, "ja") == variant_key(wanted, "ja")


@pytest.mark.parametrize(("held", "wanted"), STRANGERS)
def test_what_only_looks_or_sounds_alike_is_no_variant(held: str, wanted: str) -> None:
    assert not variation(held, wanted, "ja")
    assert not variation(wanted, held, "ja")


def test_the_reason_names_the_words() -> None:
    assert variation("サーバの申込を受付ける。", "サーバーの申し込みを受け付ける。", "ja") == (
        "Only the spelling differs: サーバ for サーバー, 申込 for 申し込み, 受 for 受け."
    )
    assert variation("二千万人が住む。", "2000万人が住む。", "ja") == "Only numbers are written in another way."


def test_texts_that_are_the_same_when_folded_are_not_called_variants() -> None:
    assert not variation("ＮＨＫが報じた。", "NHKが報じた。", "ja")
    assert variant_key("ＮＨＫが報じた。", "ja") == variant_key("NHKが報じた。", "ja")


def test_other_languages_have_no_variants() -> None:
    assert not variation("The colour is red.", "The color is red.", "en")
    assert variant_key("The Colour", "en-GB") == "the colour"


@given(text=st.text(max_size=40), other=st.text(max_size=40))
def test_any_text_can_be_judged(text: str, other: str) -> None:
    assert variant_key(text, "ja") == variant_key(text, "ja")
    assert not variation(text, text, "ja")
    assert bool(variation(text, other, "ja")) == bool(variation(other, text, "ja"))
