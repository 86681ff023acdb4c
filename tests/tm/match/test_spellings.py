"""Spellings: strings of a memory are found by how they are read."""

import pytest

from tm.match.grams import Grams
from tm.match.spellings import Spellings, is_kana, is_romaji

TEXTS = (
    "非核化の協議が続く。",
    "学校の新聞記者は地下鉄で通う。",
    "海底ケーブルを切断した。",
    "決議を受け入れるとは限らない。",
    "それは彼が公園で見た海だ。",
    "飛行機の比較と各地の火山。",
)


@pytest.fixture(scope="module")
def spellings() -> Spellings:
    return Spellings(Grams.build(enumerate(TEXTS)).pairs())


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        ("ひかくか", "非核化"),
        ("hikakuka", "非核化"),
        ("ヒカクカ", "非核化"),
        ("きょうぎ", "協議"),
        ("kyogi", "協議"),
        ("kyôgi", "協議"),
        ("がっこう", "学校"),
        ("gakkou", "学校"),
        ("gakkō", "学校"),
        ("しんぶんきしゃ", "新聞記者"),
        ("sinbunkisya", "新聞記者"),
        ("かいていけーぶる", "海底ケーブル"),
        ("うけいれる", "受け入れる"),
        ("ukeireru", "受け入れる"),
    ],
)
def test_a_string_is_found_by_kana_and_romaji(spellings: Spellings, reading: str, text: str) -> None:
    assert text in spellings.of(reading)


@pytest.mark.parametrize("reading", ["ゆき", "interest", "the", "a", "がこう", "かわ", "", "ーー", "xyz"])
def test_what_nothing_is_read_like_gives_nothing(spellings: Spellings, reading: str) -> None:
    assert spellings.of(reading) == []


def test_a_particle_and_the_word_after_it_are_no_reading(spellings: Spellings) -> None:
    assert "が公" not in spellings.of("がこう")


def test_an_empty_memory_has_no_spellings() -> None:
    assert Spellings(Grams.build([]).pairs()).of("ひかくか") == []


def test_kana_and_romaji_are_told_from_other_texts() -> None:
    assert [is_kana(text) for text in ("ひかくか", "ケーブル", "非かく", "", "ka")] == [True, True, False, False, False]
    assert [is_romaji(text) for text in ("hikakuka", "kyōgi", "非", "sea ice", "2018")] == [
        True,
        True,
        False,
        False,
        False,
    ]
