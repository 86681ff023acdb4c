"""Differences: nothing is lost, and a reader can follow."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tm.match import Operation, differences


def shown(a: str, b: str) -> str:
    marks = {Operation.EQUAL: "{}", Operation.DELETE: "[-{}]", Operation.INSERT: "[+{}]"}
    return "".join(marks[piece.operation].format(piece.text) for piece in differences(a, b))


def test_equal_texts_are_one_equal_piece() -> None:
    assert shown("核実験", "核実験") == "核実験"
    assert differences("", "") == []


def test_japanese_changes_are_shown_by_characters() -> None:
    assert shown("非核化に応じる。", "非核化に応じなかった。") == "非核化に応じ[-る][+なかった]。"


def test_a_single_kana_between_two_changes_is_not_left_standing_alone() -> None:
    assert shown("会談を開いた。", "交渉を続けた。") == "[-会談を開い][+交渉を続け]た。"


def test_english_changes_are_shown_by_words() -> None:
    assert shown("The cats sat on it.", "The cat sat on the mat.") == "The [-cats][+cat] sat on [-it][+the mat]."


@given(
    a=st.text(st.sampled_from("核実験の、はa b"), max_size=30),
    b=st.text(st.sampled_from("核実験の、はa b"), max_size=30),
)
def test_the_pieces_make_up_both_texts_again(a: str, b: str) -> None:
    pieces = differences(a, b)
    assert "".join(piece.text for piece in pieces if piece.operation is not Operation.INSERT) == a
    assert "".join(piece.text for piece in pieces if piece.operation is not Operation.DELETE) == b
    assert all(first.operation != second.operation for first, second in itertools.pairwise(pieces))
