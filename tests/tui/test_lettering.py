"""Lines break where Japanese typesetting allows, and the cursor steps over whole characters and words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from segments.visible import visible
from tm.tui.lettering import (
    NEVER_FIRST,
    NEVER_LAST,
    break_offsets,
    cluster_after,
    cluster_before,
    clusters,
    fitted,
    token_after,
    token_before,
)

MIXED = st.text(st.sampled_from("漢字かなカナーっ、。「」（）abc de12.,-!?\u3099\u0301 　…👍\x1b\t"), max_size=60)


def lines(text: str, width: int) -> list[str]:
    offsets = [0, *break_offsets(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(offsets)]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("交渉は決裂した。", 8, ["交渉は決", "裂した。"]),
        ("協議は終わった。", 14, ["協議は終わっ", "た。"]),
        ("彼は「はい」と言った", 6, ["彼は", "「は", "い」と", "言った"]),
        ("the talks were over", 10, ["the talks ", "were over"]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("全部ABC部", 6, ["全部", "ABC部"]),
        ("", 5, [""]),
    ],
)
def test_text_is_broken_where_japanese_typesetting_allows(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width) == broken


@given(MIXED, st.integers(2, 30))
def test_every_line_fits_and_together_they_are_the_text(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join(broken) == text
    for line in broken:
        assert cell_len(visible(line)) <= width or len(clusters(line)) == 1


@given(MIXED, st.integers(2, 30))
def test_each_line_is_the_longest_that_kinsoku_allows(text: str, width: int) -> None:
    expected, rest = [], text
    while rest:
        expected.append(longest_line(rest, width))
        rest = rest[len(expected[-1]) :]
    assert lines(text, width) == (expected or [""])


def longest_line(text: str, width: int) -> str:
    """Try every cut, the longest first: where kinsoku allows one, else where a character ends."""
    cuts = [end for _, end in clusters(text)]
    fitting = [cut for cut in cuts if cells(text[:cut]) <= width] or cuts[:1]
    if fitting[-1] == len(text):
        return text
    allowed = [cut for cut in fitting if may_cut(text[:cut], text[cut:])]
    return text[: (allowed or fitting)[-1]]


def cells(text: str) -> int:
    return sum(max(cell_len(visible(text[start:end])), 1) for start, end in clusters(text))


def may_cut(before: str, after: str) -> bool:
    last = before[clusters(before)[-1][0]]
    if after[0].isspace() or after[0] in NEVER_FIRST or last in NEVER_LAST:
        return False
    return last.isspace() or cell_len(last) == 2 or cell_len(after[0]) == 2


def test_the_cursor_steps_over_a_letter_with_its_accent_at_once() -> None:
    text = "か\u3099く\u0301x"
    assert [cluster_after(text, 0), cluster_after(text, 2), cluster_after(text, 4)] == [2, 4, 5]
    assert [cluster_before(text, 5), cluster_before(text, 4), cluster_before(text, 2)] == [4, 2, 0]


def test_words_are_stepped_over_by_script_and_inflection() -> None:
    text = "彼は核実験を行った、ICBMのテスト。"
    stops = []
    offset = 0
    while offset < len(text):
        offset = token_after(text, offset)
        stops.append(text[:offset])
    assert stops == [
        "彼は",
        "彼は核実験を",
        "彼は核実験を行った",
        "彼は核実験を行った、",
        "彼は核実験を行った、ICBM",
        "彼は核実験を行った、ICBMの",
        "彼は核実験を行った、ICBMのテスト",
        text,
    ]
    assert token_before(text, len(text)) == len(text) - 1
    assert token_before("the last word ", 14) == 9


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [("短い", 4, "短い"), ("長い文章", 5, "長い…"), ("か\u3099ぎ", 3, "か\u3099…"), ("x", 0, "")],
)
def test_a_text_too_long_is_cut_with_an_ellipsis(text: str, width: int, cut: str) -> None:
    assert fitted(text, width) == cut
