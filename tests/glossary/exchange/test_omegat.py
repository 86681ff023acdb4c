import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Concept, Term, TermStatus
from glossary.exchange.omegat import omegat_losses, read_omegat, write_omegat
from segments.errors import InputError

_TEXT = "緑茶\tgreen tea\t熱湯を避ける\tsomething else\n緑茶 \t Japanese tea\n# a comment\n\n抹茶\tmatcha\t\n"


@pytest.mark.parametrize(
    ("first_line", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "cp932"),
        ("# Glossary in tab-separated format -*- coding: utf-8 -*-\n", "utf-8"),
        ("# -*- coding: euc-jp -*-\n", "euc-jp"),
        ("# -*- mode: text; coding: Shift_JIS -*-\n", "cp932"),
    ],
)
def test_lines_with_one_source_term_are_one_concept(first_line: str, encoding: str) -> None:
    assert read_omegat((first_line + _TEXT).encode(encoding)) == (
        [
            Concept((Term("緑茶", "ja"), Term("green tea", "en"), Term("Japanese tea", "en")), note="熱湯を避ける"),
            Concept((Term("抹茶", "ja"), Term("matcha", "en"))),
        ],
        [],
    )


def test_which_column_is_japanese_is_seen_from_the_letters() -> None:
    (concept,), _ = read_omegat("tea\t茶\n".encode())
    assert [(term.text, term.lang) for term in concept.terms] == [("tea", "en"), ("茶", "ja")]


def test_lines_without_two_terms_are_told_and_cost_no_other() -> None:
    concepts, problems = read_omegat("茶\n茶\ttea\n\ttea\n".encode())
    assert len(concepts) == 1
    assert [problem.line for problem in problems] == [1, 3]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"tea,cha\n", "holds no pair"),
        (b"# -*- coding: klingon -*-\n", "there is no encoding 'klingon'"),
        (b"# -*- coding: utf-8 -*-\n\xff\xff\tx\n", "no valid utf-8"),
        (b"tea\tcha\x00\n", "U\\+0000"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_omegat(data, "terms.txt")


def test_each_allowed_source_term_stands_with_each_allowed_target_term(tea: Concept) -> None:
    assert write_omegat([tea], source_lang="ja", target_lang="en").decode().splitlines() == [
        "# Glossary in tab-separated format -*- coding: utf-8 -*-",
        "緑茶\tgreen tea\t蒸して酸化を止めた茶 / 熱湯を避ける",
        "日本茶\tgreen tea\t蒸して酸化を止めた茶 / 熱湯を避ける / 広い意味で",
    ]
    assert omegat_losses([tea], source_lang="ja", target_lang="en") == [
        "緑茶 (ja): OmegaT has no place for its reading and part of speech.",
        "日本茶 (ja): OmegaT has no place for its status and note but the comment.",
        "green tea (en): OmegaT has no place for its part of speech.",
        "green-tea (en): OmegaT would propose a forbidden term; it is left out.",
        "緑茶: OmegaT has no place for its domain and source and definition but the comment.",
    ]


def test_a_concept_without_an_allowed_pair_is_left_out_and_told() -> None:
    concept = Concept((Term("茶", "ja"), Term("cha", "en", TermStatus.FORBIDDEN)))
    assert write_omegat([concept], source_lang="ja", target_lang="en").count(b"\n") == 1
    assert omegat_losses([concept], source_lang="ja", target_lang="en") == [
        "茶: OmegaT holds pairs, and there is none that is not forbidden; it is left out."
    ]


_KANJI = st.text("緑抹湯水#＃", max_size=3).map(lambda text: f"茶{text}")
_TEXT_OF_ANY_KIND = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=8).map(str.strip)
_WORDS = st.lists(_TEXT_OF_ANY_KIND.filter(bool), min_size=1, max_size=3, unique=True)


@given(st.dictionaries(_KANJI, st.tuples(_WORDS, _TEXT_OF_ANY_KIND), min_size=1, max_size=4))
def test_pairs_are_read_back_or_their_losses_are_told(words: dict[str, tuple[list[str], str]]) -> None:
    concepts = [
        Concept((Term(source, "ja"), *(Term(target, "en") for target in targets)), note=note)
        for source, (targets, note) in words.items()
    ]
    concepts = [concept for concept in concepts if not omegat_losses([concept], source_lang="ja", target_lang="en")]
    if concepts:
        assert read_omegat(write_omegat(concepts, source_lang="ja", target_lang="en")) == (concepts, [])
