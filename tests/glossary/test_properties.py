"""The recogniser against slow and obvious twins."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Hit, Recogniser, Term, TermIndex
from glossary.folding import fold_strictly, fold_text
from glossary.model import Concept
from glossary.recognise import settle

_JAPANESE = st.text("核非化実験米国民務制裁国連サーバー・ッの打ち込むｱﾞＩT ", min_size=1, max_size=14)
_ENGLISH = st.lists(
    st.sampled_from(
        [
            "nuclear",
            "tests",
            "test",
            "U.S.",
            "us",
            "US",
            "cyber",
            "security",
            "cyber-security",
            "Trump",
            "trump",
            "’s",
            ",",
            "it",
            "IT",
        ]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)
_SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=12)


def terms(texts: list[str], lang: str) -> list[Term]:
    return [Term(text, lang) for text in dict.fromkeys(texts) if text.strip()]


@settings(max_examples=150, deadline=None)
@given(st.lists(_JAPANESE, max_size=6), _JAPANESE, st.sampled_from([0, 1, 2]))
def test_japanese_terms_are_found_together_as_each_is_alone(texts: list[str], text: str, added: int) -> None:
    check_together(terms(texts, "ja"), text * 2, "ja", added)


@settings(max_examples=150, deadline=None)
@given(st.lists(_ENGLISH, max_size=6), _ENGLISH, st.sampled_from([0, 1, 2]))
def test_english_terms_are_found_together_as_each_is_alone(texts: list[str], text: str, added: int) -> None:
    check_together(terms(texts, "en"), text, "en", added)


def check_together(some: list[Term], text: str, lang: str, added: int) -> None:
    early, late = some[added:], some[:added]
    together = Recogniser.build(early, lang).extended(late).find(text)
    alone = [
        hit for term in some for hit in Recogniser(lang, Recogniser.build([term], lang)._settled)._settled.find(text)
    ]
    assert together == settle(alone)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in together)


@given(_SPANS)
def test_of_overlapping_hits_the_longer_stand_and_nested_ones_are_inside_them(spans: list[tuple[int, int]]) -> None:
    hits = [Hit(start, start + length, Term("x", "ja")) for start, length in dict.fromkeys(spans)]
    settled = settle(hits)
    standing = [hit for hit in settled if not hit.nested]
    assert all(one.end <= other.start for one, other in pairwise(standing))
    for hit in settled:
        outer = [one for one in standing if one.start <= hit.start and hit.end <= one.end]
        assert outer == ([hit] if not hit.nested else outer[:1])
    assert bool(standing) == bool(hits)


@given(_JAPANESE)
def test_folded_places_lead_back_to_the_characters_they_came_from(text: str) -> None:
    folded = fold_text(text)
    places = [folded.original(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    plain = text.replace("ﾞ", "")
    assert fold_strictly(fold_strictly(plain)) == fold_strictly(plain)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text("abcdeかきくけ核実験", min_size=1, max_size=8), min_size=1, max_size=20, unique=True), st.data()
)
def test_every_term_is_found_by_itself_and_by_a_part_of_it(texts: list[str], data: st.DataObject) -> None:
    index = TermIndex.build([Concept((Term(text, "en" if text.isascii() else "ja"),)) for text in texts])
    wanted = data.draw(st.sampled_from(texts))
    assert index.query(wanted, limit=len(texts))[0].by.text == wanted
    if not wanted.isascii():
        assert wanted in {found.by.text for found in index.query(wanted[: len(wanted) // 2 + 1], limit=len(texts))}
