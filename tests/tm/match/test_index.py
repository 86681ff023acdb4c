"""The index gives what a scan of everything gives."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from tm.match import Index, similarity

LANGS = ("ja", "en")
JAPANESE = st.text(st.sampled_from("の、。はにをてい核実験制裁日本ア1２ 𠮷"), max_size=60)
ENGLISH = st.lists(
    st.sampled_from(
        ["the", "a", "cat", "cats", "sat", "sits", "resolution", "resolutions", "2018", "2019", ",", "don't"]
    ),
    max_size=14,
).map(" ".join)
TEXTS = {"ja": JAPANESE, "en": ENGLISH}
THRESHOLDS = st.sampled_from([0.0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 1.0]) | st.floats(0, 1)


def scanned(sources: Sequence[str], text: str, lang: str, threshold: float, k: int) -> list[tuple[int, float]]:
    measured = [(position, similarity(text, source, lang)) for position, source in enumerate(sources)]
    return sorted((pair for pair in measured if pair[1] >= threshold), key=lambda pair: (-pair[1], pair[0]))[:k]


@pytest.mark.parametrize("lang", LANGS)
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_a_query_finds_exactly_what_a_scan_finds(lang: str, data: st.DataObject) -> None:
    sources = data.draw(st.lists(TEXTS[lang], max_size=30))
    text = data.draw(TEXTS[lang] | st.sampled_from(sources or [""]))
    threshold, k = data.draw(THRESHOLDS), data.draw(st.integers(1, 8))
    index = Index.build(sources, lang, worth_sifting=data.draw(st.sampled_from([1, 512])))
    assert index.query(text, threshold, k) == scanned(sources, text, lang, threshold, k)


@pytest.mark.parametrize("lang", LANGS)
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_what_is_to_be_passed_over_is_passed_over(lang: str, data: st.DataObject) -> None:
    sources = data.draw(st.lists(TEXTS[lang], min_size=1, max_size=20))
    without = data.draw(st.lists(st.booleans(), min_size=len(sources), max_size=len(sources)))
    kept = [pair for pair in scanned(sources, sources[0], lang, 0.5, 99) if not without[pair[0]]]
    found = Index.build(sources, lang, worth_sifting=1).query(sources[0], 0.5, 3, without=np.array(without))
    assert found == kept[:3]


@pytest.mark.parametrize("lang", LANGS)
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_an_index_taken_up_from_its_arrays_is_the_same(lang: str, data: st.DataObject) -> None:
    sources = data.draw(st.lists(TEXTS[lang], max_size=20))
    text = data.draw(TEXTS[lang])
    built = Index.build(sources, lang, worth_sifting=data.draw(st.sampled_from([1, 512])))
    taken_up = Index.from_arrays(built.arrays(), lang)
    assert len(taken_up) == len(sources)
    assert taken_up.query(text, 0.5, 5) == built.query(text, 0.5, 5)


@settings(deadline=None, max_examples=60)
@given(sources=st.lists(st.text(max_size=30), max_size=12), text=st.text(max_size=30))
def test_any_text_at_all_can_be_indexed_and_looked_for(sources: list[str], text: str) -> None:
    for lang in LANGS:
        assert Index.build(sources, lang, worth_sifting=1).query(text, 0.5, 5) == scanned(sources, text, lang, 0.5, 5)


def test_a_similarity_just_at_the_threshold_counts() -> None:
    index = Index.build(["あいうえおかきくけこ", "あいうえおかきXXX", "あいうえおかXXXX"], "ja")
    assert index.query("あいうえおかきくけこ", 0.7, 5) == [(0, 1.0), (1, 0.7)]


def test_of_equals_the_first_come_first() -> None:
    index = Index.build(["核実験だ"] * 200, "ja")
    assert index.query("核実験だ。", 0.5, 3) == [(0, 0.8), (1, 0.8), (2, 0.8)]


def test_the_arrays_can_be_memory_mapped(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("index")
    for lang, text in (("ja", "安保理は決議を採択した。"), ("en", "The council adopted the resolution.")):
        built = Index.build([text, text * 2], lang)
        for name, array in built.arrays().items():
            np.save(folder / f"{name}.npy", array)
        mapped = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in built.arrays()}
        assert Index.from_arrays(mapped, lang).query(text, 0.9, 5) == [(0, 1.0)]


def test_arrays_of_another_layout_are_refused() -> None:
    arrays = Index.build(["核実験"], "ja").arrays()
    with pytest.raises(ValueError, match="build it anew"):
        Index.from_arrays(arrays | {"layout": arrays["layout"] + 1}, "ja")


def test_among_thousands_of_texts_of_all_lengths_nothing_is_missed() -> None:
    dice = random.Random(11)
    letters = "のにはをたがでてと、。しれさいる核実験制裁決議採択米国中国会談首相発表"
    sources = ["".join(dice.choices(letters, k=dice.choice((5, 20, 21, 22, 70, 71, 130)))) for _ in range(9000)]
    index = Index.build(sources, "ja")
    for place in range(0, 9000, 450):
        text = sources[place][:-2] + "ない"
        distances = cdist([text], sources, scorer=Levenshtein.distance, dtype=np.int64)[0].tolist()
        alike = [
            1 - distance / max(len(text), len(source)) for distance, source in zip(distances, sources, strict=True)
        ]
        best = sorted(range(9000), key=lambda position: (-alike[position], position))
        for threshold in (0.4, 0.5, 0.8):
            expected = [(position, alike[position]) for position in best[:20] if alike[position] >= threshold]
            assert index.query(text, threshold, 20) == expected


def test_a_sentence_that_a_memory_holds_thousands_of_times_is_found_by_its_first_positions() -> None:
    sources = ["はい、そうです。"] * 5000 + ["はい。"] * 5000 + ["はい!"]
    index = Index.build(sources, "ja")
    assert index.query("はい。", 0.5, 2) == [(5000, 1.0), (5001, 1.0)]
    assert index.query("はい!", 0.5, 3) == [(10000, 1.0), (5000, 1 - 1 / 3), (5001, 1 - 1 / 3)]
