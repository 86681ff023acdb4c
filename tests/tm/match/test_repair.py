"""Repair: where two sources differ only in values and terms, the target gets the wanted ones, or is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segments import read_values
from tm.match.repair import Change, repair


def table(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def repaired(held: str, target: str, wanted: str, terms: list[str], *, to: str) -> str:
    pairs = [(source, rendering) for term in terms for source, rendering in [term.split("=")]]
    langs = ("ja", "en") if to == "en" else ("en", "ja")
    found = repair(held, target, wanted, source_lang=langs[0], target_lang=langs[1], terms=pairs)
    return found.target if found else "-"


@pytest.mark.parametrize("row", table("repairs.tsv"), ids=" > ".join)
def test_an_english_target_is_repaired_or_left_alone(row: list[str]) -> None:
    held, target, wanted, expected, *terms = row
    assert repaired(held, target, wanted, terms, to="en") == expected


@pytest.mark.parametrize("row", table("repairs_to_japanese.tsv"), ids=" > ".join)
def test_a_japanese_target_is_repaired_or_left_alone(row: list[str]) -> None:
    held, target, wanted, expected, *terms = row
    assert repaired(held, target, wanted, terms, to="ja") == expected


def test_every_change_is_named_from_left_to_right() -> None:
    found = repair("決議が1件採択された。", "One resolution was adopted.", "決議が5件採択された。")
    assert found is not None
    assert found.changes == (Change("One", "Five"), Change("resolution", "resolutions"), Change("was", "were"))
    assert found.notes == ()


def test_pronouns_are_pointed_out_where_a_name_has_changed() -> None:
    terms = [("安倍氏", "Abe"), ("麻生氏", "Aso")]
    found = repair("安倍氏は帰国した。", "Abe came home with his wife.", "麻生氏は帰国した。", terms=terms)
    assert found is not None
    assert found.target == "Aso came home with his wife."
    assert found.notes == ("See whether the pronouns still fit: his.",)


@given(old=st.integers(2, 10**12), new=st.integers(2, 10**12))
def test_a_repaired_number_is_exactly_the_wanted_one(old: int, new: int) -> None:
    found = repair(f"人口は{old}人だ。", f"The population is {old:,}.", f"人口は{new}人だ。")
    assert (found is None) == (old == new)
    if found:
        assert [value.value for value in read_values(found.target, "en")] == [new]


@given(held=st.text(max_size=30), target=st.text(max_size=30), wanted=st.text(max_size=30))
def test_any_text_can_be_offered_for_repair(held: str, target: str, wanted: str) -> None:
    found = repair(held, target, wanted)
    assert found is None or found.target != target
