"""What the aligner promises to whoever calls it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segments.align import Lexicon, align_sentences
from segments.model import Bead

JAPANESE = [
    "新しい橋は2019年3月に完成した。",
    "市長は式典で、住民の努力に感謝した。",
    "工事には12億円かかった。",
    "しかし、古い橋をどうするかは決まっていない。",
    "子供たちは川で魚を見ている。",
]
ENGLISH = [
    "The new bridge was completed in March 2019.",
    "At the ceremony the mayor thanked the residents for their efforts.",
    "The work cost 1.2 billion yen.",
    "It has not been decided, however, what to do with the old bridge.",
    "Children are watching the fish in the river.",
]


def shapes(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def test_sentences_that_answer_one_another_are_paired_with_confidence() -> None:
    beads = align_sentences(JAPANESE, ENGLISH)
    assert shapes(beads) == [((n,), (n,)) for n in range(5)]
    assert min(bead.confidence for bead in beads) > 0.9


def test_a_sentence_translated_by_two_makes_one_bead() -> None:
    english = [
        *ENGLISH[:1],
        "At the ceremony the mayor spoke.",
        "He thanked the residents for their efforts.",
        *ENGLISH[2:],
    ]
    assert ((1,), (1, 2)) in shapes(align_sentences(JAPANESE, english))


def test_two_sentences_translated_by_one_make_one_bead() -> None:
    english = [*ENGLISH[:3], ENGLISH[3][:-1] + ", and children are watching the fish in the river."]
    assert ((3, 4), (3,)) in shapes(align_sentences(JAPANESE, english))


def test_a_sentence_without_translation_stands_alone() -> None:
    assert ((2,), ()) in shapes(align_sentences(JAPANESE, ENGLISH[:2] + ENGLISH[3:]))


def test_a_sentence_added_by_the_translator_stands_alone() -> None:
    english = [*ENGLISH[:3], "Photographs by our staff appear on page nine of the weekend edition.", *ENGLISH[3:]]
    assert ((), (3,)) in shapes(align_sentences(JAPANESE, english))


def test_an_english_source_gives_the_same_beads_turned_round() -> None:
    there = align_sentences(JAPANESE, ENGLISH[:2] + ENGLISH[3:])
    back = align_sentences(ENGLISH[:2] + ENGLISH[3:], JAPANESE, source_lang="en", target_lang="ja-JP")
    assert [(bead.target, bead.source) for bead in back] == shapes(there)


def test_terms_of_the_caller_decide_where_nothing_else_does() -> None:
    japanese = ["鮎の甘露煮。", "鱧の湯引き。"]
    english = ["Blanched zorp.", "Candied flib."]
    crossed = align_sentences(japanese[::-1], english, [("鱧", "zorp"), ("鮎", "flib")])
    assert shapes(crossed) == [((0,), (0,)), ((1,), (1,))]
    assert crossed[0].confidence > align_sentences(japanese[::-1], english)[0].confidence


def test_a_lexicon_serves_as_well_as_pairs_of_terms() -> None:
    pairs = [("鱧", "pike conger"), ("湯引き", "blanch")]
    sides = (["鱧の湯引き。"], ["Blanched pike conger."])
    assert align_sentences(*sides, Lexicon.build(pairs)) == align_sentences(*sides, pairs)


@pytest.mark.parametrize(("source", "target"), [([], []), (["一つ。"], []), ([], ["One."])])
def test_an_empty_side_leaves_the_other_without_partners(source: list[str], target: list[str]) -> None:
    beads = align_sentences(source, target)
    assert len(beads) == len(source) + len(target)


SENTENCES = st.lists(
    st.sampled_from([*JAPANESE, *ENGLISH, "", " ", "１", "…", "ＮＡＴＯ", "\u0000", "🍡"]) | st.text(max_size=12),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_every_sentence_is_in_exactly_one_bead_in_order(source: list[str], target: list[str]) -> None:
    beads = align_sentences(source, target)
    assert [n for bead in beads for n in bead.source] == list(range(len(source)))
    assert [n for bead in beads for n in bead.target] == list(range(len(target)))
    assert all(0 <= bead.confidence <= 1 and max(len(bead.source), len(bead.target)) <= 4 for bead in beads)
