"""An index that changes knows of every change at the next query."""

import random
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.match import LiveIndex, similarity

TEXTS = st.text(st.sampled_from("の、。は核実験制"), min_size=1, max_size=12)
CHANGES = st.lists(st.tuples(st.sampled_from(["add", "remove", "compact"]), st.integers(1, 12), TEXTS), max_size=40)


def scanned(held: dict[int, str], text: str, threshold: float, k: int) -> list[tuple[int, float]]:
    measured = [(unit_id, similarity(text, source, "ja")) for unit_id, source in held.items()]
    return sorted((pair for pair in measured if pair[1] >= threshold), key=lambda pair: (-pair[1], pair[0]))[:k]


@settings(deadline=None, max_examples=150)
@given(base=st.dictionaries(st.integers(1, 12), TEXTS, max_size=8), changes=CHANGES, text=TEXTS)
def test_after_any_changes_a_query_finds_what_a_scan_of_what_is_left_finds(
    base: dict[int, str], changes: list[tuple[Literal["add", "remove", "compact"], int, str]], text: str
) -> None:
    index, held = LiveIndex.build(list(base), list(base.values()), "ja"), dict(base)
    for change, unit_id, source in changes:
        if change == "add":
            index.add(unit_id, source)
            held[unit_id] = source
        elif change == "remove":
            index.remove(unit_id)
            held.pop(unit_id, None)
        else:
            index = index.compacted()
        assert index.query(text, 0.5, 4) == scanned(held, text, 0.5, 4)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_thousands_of_additions_and_removals_leave_nothing_behind_and_lose_nothing(lang: str) -> None:
    dice = random.Random(4)
    index = LiveIndex(lang)
    held: dict[int, str] = {}
    for _ in range(3000):
        unit_id = dice.randrange(2000)
        if dice.random() < 0.2:
            index.remove(unit_id)
            held.pop(unit_id, None)
        else:
            held[unit_id] = " ".join(dice.choices(["cat", "sat", "mat", "on", "the", "猫"], k=6))
            index.add(unit_id, held[unit_id])
    text = "the cat sat on the mat"
    exact = [(unit_id, 1.0) for unit_id in sorted(held) if held[unit_id] == text]
    assert [pair for pair in index.query(text, 0.9, 3000) if pair[1] == 1] == exact
    assert index.compacted().query(text, 0.7, 50) == index.query(text, 0.7, 50)
    assert len(index.query("", 0, 3000)) == len(held)


def test_an_index_without_texts_finds_nothing() -> None:
    assert LiveIndex("ja").query("核実験", 0.5, 5) == []


def test_a_base_taken_up_from_arrays_goes_on_changing() -> None:
    from tm.match import Index, Layer

    built = LiveIndex.build([7, 3], ["核実験を行った。", "制裁を決めた。"], "ja").base
    assert built is not None
    index = LiveIndex("ja", [Layer(Index.from_arrays(built.index.arrays(), "ja"), built.ids)])
    index.add(3, "核実験を行う。")
    assert [unit_id for unit_id, _ in index.query("核実験を行った。", 0.7, 5)] == [7, 3]
