"""Splitting paragraphs into sentences: nothing changes, and the ends are where a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segments import split_paragraph

JAPANESE = st.text(alphabet='あいがとはのを。、！？「」『』（）()…　 ．.1３A!?モーニング娘\n"”“', max_size=60)
ENGLISH = st.text(alphabet="abI .!?…\"'”“()[]1A\n U.S,", max_size=60)


def pieces(text: str, lang: str) -> list[str]:
    return [piece.strip() for piece in split_paragraph(text, lang)]


@given(JAPANESE)
def test_the_sentences_of_a_japanese_paragraph_joined_are_the_paragraph(text: str) -> None:
    assert "".join(split_paragraph(text, "ja")) == text
    assert all(split_paragraph(text, "ja"))


@given(ENGLISH)
def test_the_sentences_of_an_english_paragraph_joined_are_the_paragraph(text: str) -> None:
    assert "".join(split_paragraph(text, "en")) == text
    assert all(split_paragraph(text, "en"))


@given(st.text())
def test_no_text_whatever_changes(text: str) -> None:
    assert "".join(split_paragraph(text, "ja")) == "".join(split_paragraph(text, "en")) == text


@given(JAPANESE)
def test_a_sentence_never_ends_inside_a_closed_quotation(text: str) -> None:
    quoted = "「" + text.translate(str.maketrans("", "", '「」『』（）()“”"')) + "」"
    assert any(quoted in piece for piece in split_paragraph(f"彼は{quoted}と言った。", "ja"))


@pytest.mark.parametrize("lang", ["ja", "en", "ja-JP", "en-GB"])
def test_an_empty_paragraph_has_no_sentences(lang: str) -> None:
    assert split_paragraph("", lang) == []


def test_white_space_between_sentences_stands_at_the_end_of_the_first() -> None:
    assert split_paragraph("本当か？　私は行く。", "ja") == ["本当か？　", "私は行く。"]
    assert split_paragraph("It rains.  We stay.", "en") == ["It rains.  ", "We stay."]
