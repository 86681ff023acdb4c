"""The fast parts of the aligner against slow, obvious twins, and what each part promises."""

import math
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segments.align.band import Band, Cells, band_around
from segments.align.learn import learned
from segments.align.lexicon import Lexicon, shipped
from segments.align.path import Lattice, best_beads, posteriors
from segments.align.score import SHAPES, SKIPS, Scores, Shape, overlaps, score_beads
from segments.align.side import Side, read_side
from segments.align.sound import sound_alikes
from segments.align.table import Table, known_pairs, table_of
from segments.align.telling import told_by
from segments.align.words import english_lemma, english_words, japanese_words
from segments.model import Bead

NOTHING = Lexicon({}, 1)
LETTERS = st.lists(st.lists(st.sampled_from("bcfgh"), max_size=4).map(" ".join), min_size=1, max_size=6)


def side(sentences: list[str]) -> Side:
    return read_side(sentences, "en", NOTHING)


def whole(rows: int, columns: int) -> Band:
    return Band(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns, np.int64))


def some_table(source: Side, target: Side) -> Table:
    """Let every third pair of words know each other."""
    pairs = [(i, j) for i in range(len(source.words)) for j in range(len(target.words)) if (i + j) % 3 == 0]
    return table_of({pair: 1 / (1 + sum(pair)) for pair in pairs})


def slow_gain(given: list[list[int]], told: list[int], target: Side, table: Table) -> float:
    """Work IBM Model 1 out word by word."""
    known = {
        (i, j): chance
        for i, j, chance in zip(table.source.tolist(), table.target.tolist(), table.forward.tolist(), strict=True)
    }
    words = [word for sentence in given for word in sentence]
    gain = 0.0
    for word in told:
        if all(j != word for _, j in known):
            continue
        frequency = (int(target.counts[word]) + 1) / (len(target.tokens) + len(target.words))
        ratio = sum(known.get((other, word), 0.0) for other in words) / frequency
        gain += math.log(0.17 + 0.83 * ratio / max(1, len(words)))
    return gain


def sentences_of(one: Side) -> list[list[int]]:
    return [one.tokens[first:last].tolist() for first, last in zip(one.starts[:-1], one.starts[1:], strict=True)]


@settings(max_examples=60, deadline=None)
@given(LETTERS, LETTERS, st.integers(0, 3))
def test_words_tell_each_other_as_the_model_says(ours: list[str], theirs: list[str], narrow: int) -> None:
    source, target = side(ours), side(theirs)
    table = some_table(source, target)
    low = np.minimum(np.arange(len(source)) // (narrow + 1), len(target) - 1)
    cells = Cells(low, np.minimum(low + 2, len(target)))
    gains = told_by(source, target, cells, table)
    given_words, told_words = sentences_of(source), sentences_of(target)
    for number, (row, column) in enumerate(zip(cells.rows.tolist(), cells.columns.tolist(), strict=True)):
        assert gains[0][number] == pytest.approx(slow_gain([given_words[row]], told_words[column], target, table))
        if row + 1 < len(source) and column >= low[row + 1]:
            two = slow_gain(given_words[row : row + 2], told_words[column], target, table)
            assert gains[1][number] == pytest.approx(two)


def ways(rows: int, columns: int) -> Iterator[list[tuple[int, int, Shape]]]:
    """List every way through a grid, bead by bead."""
    if rows == columns == 0:
        yield []
    for shape in (*SHAPES, *SKIPS):
        row, column = rows - shape[0], columns - shape[1]
        if row >= 0 and column >= 0:
            yield from ([*before, (row, column, shape)] for before in ways(row, column))


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 1000))
def test_posteriors_are_those_of_all_ways_counted_one_by_one(rows: int, columns: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    band = whole(rows, columns)
    cells = band.cells()
    beads = {shape: chance.normal(size=rows * columns) for shape in SHAPES}
    scores = Scores(cells, beads, {(1, 0): -1.5, (0, 1): -2.0})
    weights: dict[tuple[int, int, Shape], float] = defaultdict(float)
    total = 0.0
    for way in ways(rows, columns):
        worth = [scores.skips[s] if 0 in s else beads[s][i * columns + j] for i, j, s in way]
        total += math.exp(sum(worth))
        for bead in way:
            weights[bead] += math.exp(sum(worth))
    found = posteriors(band, scores)
    for (i, j, shape), weight in weights.items():
        assert found.beads[shape][i][j] == pytest.approx(weight / total)


def worth(found: Lattice, row: int, column: int, shape: Shape) -> float:
    chance = float(found.beads[shape][row][column])
    return 0.02 * chance if 0 in shape else chance - 0.2


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 1000))
def test_the_way_chosen_is_worth_most(rows: int, columns: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    band = whole(rows, columns)
    scores = Scores(
        band.cells(), {shape: chance.normal(size=rows * columns) for shape in SHAPES}, {(1, 0): -1.0, (0, 1): -1.0}
    )
    found = posteriors(band, scores)
    best = max(sum(worth(found, *bead) for bead in way) for way in ways(rows, columns))
    chosen = best_beads(found)
    mine = sum(one.confidence - 0.2 if one.source and one.target else 0.02 * one.confidence for one in chosen)
    assert mine == pytest.approx(best)


@given(st.lists(st.tuples(st.integers(0, 59), st.integers(0, 79)), max_size=20))
def test_a_band_rises_and_holds_its_chain_and_both_ends(points: list[tuple[int, int]]) -> None:
    chain = [point for n, point in enumerate(sorted(points)) if all(p[1] < point[1] for p in sorted(points)[:n])]
    band = band_around(chain, 60, 80)
    assert band.low[0] == 0
    assert band.high[-1] == 80
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    assert (band.low[1:] <= band.high[:-1]).all()
    assert all(band.low[row] <= column <= band.high[row] for row, column in chain)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=8))
def test_cells_turned_round_twice_are_the_same_cells(steps: list[tuple[int, int]]) -> None:
    low = np.cumsum([step for step, _ in steps])
    high = np.maximum.accumulate(low + [width for _, width in steps])
    cells = Cells(low, high)
    columns = int(high[-1])
    turned = cells.transposed(columns)
    places = set(zip(cells.rows.tolist(), cells.columns.tolist(), strict=True))
    assert {(row, column) for column, row in zip(turned.rows.tolist(), turned.columns.tolist(), strict=True)} == places
    found = cells.find(cells.rows, cells.columns)
    assert found.tolist() == list(range(len(places)))


def test_sentences_overlap_all_together_or_in_a_chain() -> None:
    assert overlaps(1, 2) == [([(0, 2)], [(0, 1), (0, 1)])]
    assert overlaps(2, 2) == [
        ([(0, 2), (0, 2)], [(0, 2), (0, 2)]),
        ([(0, 1), (0, 2)], [(0, 2), (1, 1)]),
        ([(0, 2), (1, 1)], [(0, 1), (0, 2)]),
    ]


def test_a_sentence_cut_here_and_joined_there_makes_one_bead_of_two_and_two() -> None:
    source = read_side(["犬が走る。猫が眠る。", "魚が泳ぐ。"], "ja", shipped())
    target = read_side(["The dog runs.", "The cat sleeps. The fish swims."], "en", shipped())
    band = whole(2, 2)
    table = known_pairs(source, target, shipped())
    flat = dict.fromkeys((*SHAPES, *SKIPS), 0.1)
    beads = best_beads(posteriors(band, score_beads(source, target, band, table, flat)))
    assert [(bead.source, bead.target) for bead in beads] == [((0, 1), (0, 1))]


def test_a_pair_of_texts_teaches_words_that_no_lexicon_has() -> None:
    source = side([f"flib x{chr(97 + n)}" for n in range(6)])
    target = side([f"zorp y{chr(97 + n)}" for n in range(6)])
    beads = [Bead((n,), (n,), 0.9) for n in range(6)]
    table = learned(source, target, beads, table_of({}))
    best = int(np.argmax(table.forward))
    assert (source.words[table.source[best]], target.words[table.target[best]]) == ("flib", "zorp")
    assert len(table) == 1, "words that meet once prove nothing"


@pytest.mark.parametrize(
    ("katakana", "english"),
    [
        ("レーガン", "Reagan"), ("トランプ", "Trump"), ("ハノイ", "Hanoi"), ("シンガポール", "Singapore"), ("ボルトン", "Bolton"),
        ("ベネズエラ", "Venezuela"), ("ウィリアム", "William"), ("ジョージ", "George"), ("クリントン", "Clinton"), ("フィリップス", "Phillips"),
        ("トウキョウ", "Tokyo"), ("ヨシアキ", "Yoshiaki"), ("サービス", "service"), ("コンピューター", "computer"), ("ネタニヤフ", "Netanyahu"),
    ],
)  # fmt: skip
def test_a_name_in_katakana_is_heard_in_its_english_spelling(katakana: str, english: str) -> None:
    others = ["Washington", "Moscow", "missile", "agreement", "President"]
    assert [word for _, word, _ in sound_alikes({katakana: katakana}, [english, *others])] == [english]


def test_forms_and_spellings_of_an_english_word_are_one() -> None:
    same = [("played", "playing"), ("colours", "color"), ("realised", "realize"), ("U.S.", "US"), ("children", "child")]
    assert all(english_lemma(one) == english_lemma(other) for one, other in same)
    assert english_lemma("us") != english_lemma("US")


def test_grammar_is_no_content_word() -> None:
    assert english_words("There was one of the dogs on it.") == ["on", "dog"]
    assert [word.lemma for word in japanese_words("犬がその上にいた。") if not word.empty] == ["犬", "上"]


def test_a_value_is_the_same_words_in_both_languages() -> None:
    japanese = read_side(["2019年3月に12億円"], "ja", shipped())
    english = read_side(["in March 2019 1.2 billion yen"], "en", shipped())
    assert set(japanese.words) == set(english.words) == {"#2019", "#month 3", "#1200000000", "#JPY"}


def test_the_shipped_lexicon_is_in_order_and_large() -> None:
    text = files("segments.align").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert all(len(row) == 2 and all(row) for row in rows)
    keys = [row[0] for row in rows]
    assert keys == sorted(set(keys))
    assert len(keys) > 3000


def test_a_phrase_of_the_lexicon_is_found_inside_a_sentence() -> None:
    lexicon = Lexicon.build([("安全保障理事会", "Security Council")])
    assert lexicon.phrases(japanese_words("国連の安全保障理事会は")) == ["安全保障理事会"]
    assert lexicon.entries["安全保障理事会"] == {"security": 0.5, "council": 0.5}


def test_two_lexicons_merged_know_what_both_know() -> None:
    merged = Lexicon.build([("犬", "dog")]).merged(Lexicon.build([("犬", "hound"), ("猫", "cat")]))
    assert merged.entries == {"犬": {"dog": 1.0, "hound": 1.0}, "猫": {"cat": 1.0}}
