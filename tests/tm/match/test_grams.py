"""The gram index misses no text that contains a string, and offers hardly any other."""

from hypothesis import given
from hypothesis import strategies as st

from tm.match.grams import Grams

# Kana, kanji, letters, signs, a space and a character outside the first plane.
FOLDED = st.text("核の傘、a1'é% 𠮟", max_size=8)
TEXTS = st.dictionaries(st.integers(0, 50), FOLDED, max_size=12)


def containing(texts: dict[int, str], folded: str) -> list[int]:
    return sorted((number for number, text in texts.items() if folded in text), reverse=True)


def grams(texts: dict[int, str]) -> Grams:
    return Grams.build(sorted(texts.items()))


@given(TEXTS, TEXTS, FOLDED)
def test_every_text_that_contains_the_string_is_a_candidate(
    built: dict[int, str], added: dict[int, str], folded: str
) -> None:
    index = grams(built)
    for number, text in added.items():
        index.add(number, text)
    found = list(index.candidates(folded))
    assert found == sorted(set(found), reverse=True)
    assert set(containing({**built, **added}, folded)) <= set(found)


@given(TEXTS, st.sampled_from("核傘%、𠮟") | st.sampled_from(["核の", "傘、", "a", "1", "é", "の傘"]))
def test_for_one_or_two_characters_the_candidates_are_the_answer(built: dict[int, str], folded: str) -> None:
    assert list(grams(built).candidates(folded)) == containing(built, folded)


@given(TEXTS, FOLDED)
def test_an_index_taken_up_from_its_arrays_gives_the_same(built: dict[int, str], folded: str) -> None:
    index = grams(built)
    assert list(Grams.from_arrays(index.arrays()).candidates(folded)) == list(index.candidates(folded))


def test_words_are_found_within_words_and_phrases_over_their_borders() -> None:
    index = grams({1: "disinterested parties", 2: "an interest rate", 3: "rate of interest", 4: "interest-free"})
    assert list(index.candidates("interest")) == [4, 3, 2, 1]
    assert list(index.candidates("n interest rate")) == [2]
    assert list(index.candidates("n inter")) == [2]
    assert list(index.candidates("rest-")) == [4]


def test_many_texts_are_in_several_chunks_and_the_newest_come_first() -> None:
    index = Grams.build((number, f"第{number}回の核協議") for number in range(70_000))
    for number in range(70_000, 71_200):
        index.add(number, f"第{number}回の核協議")
    index.add(12, "新しい核")
    assert len(index) == 71_201
    found = index.candidates("核")
    assert [next(found) for _ in range(3)] == [71_199, 71_198, 71_197]
    assert 12 in list(index.candidates("新"))
    assert list(index.candidates("第69999回")) == [69_999]
