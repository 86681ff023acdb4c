import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Concept, Term, TermStatus
from glossary.exchange.utx_read import read_utx
from glossary.exchange.utx_write import utx_losses, write_utx
from segments.errors import InputError

_ROWS = "緑茶\tgreen tea\tnoun\tapproved\n緑茶\tgreen-tea\tnoun\tforbidden\n抹茶\tmatcha\tnoun\n"


@pytest.mark.parametrize(
    "header",
    [
        "#UTX-S 1.00; ja/en; 2009-01-01T00:00:00+09:00; copyright: us (2009); license: CC0\n#src\ttgt\tsrc:pos\tterm status\n",
        "#UTX 1.11; ja/en; 2013-12-20; bidirectional; Dictionary ID: tea\n#description: tea;\n#src\ttgt\tsrc:pos\tterm status\n",
        "#UTX 1.20\n#lang: ja/en; creation date 2016-01-02\n## a comment\n#src\ttgt\tsrc:pos\tterm status\n",
        "#UTX 1.20; license: CC BY\n#src:ja\ttgt:en\tsrc:pos\tterm status\n",
        "#UTX 1.20\n#term:ja\tterm:en\tpos:ja\tterm status\n",
        "#UTX 1.20\n#src\ttgt\tsrc:pos\tterm status\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_all_styles_of_header_are_read(header: str, line_end: str, encoding: str) -> None:
    data = (header + _ROWS).replace("\n", line_end).encode(encoding)
    concepts, problems = read_utx(data)
    assert not problems
    assert concepts == [
        Concept(
            (
                Term("緑茶", "ja", part_of_speech="noun"),
                Term("green tea", "en"),
                Term("green-tea", "en", TermStatus.FORBIDDEN),
            )
        ),
        Concept((Term("抹茶", "ja", part_of_speech="noun"), Term("matcha", "en"))),
    ]


def test_rows_with_one_concept_id_are_one_concept_in_the_direction_of_the_file() -> None:
    data = (
        "#UTX 1.11; en-US/ja-JP; 2013-12-20\n#src\ttgt\tsrc:pos\ttgt:comment\ttgt:yomi\tterm status\tconcept ID\tcustomer\n"
        "tea\t茶\tnoun\t-\tちゃ\tapproved\tC1\tus\n"
        "# a comment among the rows\n"
        "cha\t御茶\tnoun\tpolite\tおちゃ\tnon-standard\tC1\n"
    )
    (concept,), problems = read_utx(data.encode())
    assert [(term.text, term.lang, term.status, term.reading, term.note) for term in concept.terms] == [
        ("tea", "en-US", TermStatus.PREFERRED, "", ""),
        ("cha", "en-US", TermStatus.PREFERRED, "", ""),
        ("茶", "ja-JP", TermStatus.PREFERRED, "ちゃ", ""),
        ("御茶", "ja-JP", TermStatus.FORBIDDEN, "おちゃ", "polite"),
    ]
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "column customer: a glossary has no place for it; left out.")
    ]


def test_a_row_without_terms_is_told_and_costs_no_other() -> None:
    concepts, problems = read_utx("#UTX 1.11; ja/en\n#src\ttgt\tsrc:pos\n\t\tnoun\n茶\ttea\n".encode())
    assert [term.text for term in concepts[0].terms] == ["茶", "tea"]
    assert [problem.line for problem in problems] == [3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ja,en\n", "does not begin with #UTX"),
        ("", "is empty"),
        ("#UTX 1.20\n茶\ttea\n", "does not name its columns"),
    ],
)
def test_what_is_no_utx_is_refused_in_plain_words(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_utx(text.encode(), "terms.utx")


def test_what_is_written_begins_as_the_format_asks(tea: Concept) -> None:
    lines = write_utx([tea], source_lang="ja", target_lang="en").decode().split("\r\n")
    assert lines[0] == "#UTX 1.20; lang: ja/en"
    assert lines[1].startswith("#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tconcept ID")
    assert lines[2].startswith("緑茶\tgreen tea\tnoun\tnoun\tapproved\tC1")
    assert lines[4].startswith("日本茶\tgreen tea\t-\tnoun\tapproved\tC1")


def test_a_whole_concept_is_read_back_unchanged(tea: Concept) -> None:
    assert read_utx(write_utx([tea], source_lang="ja", target_lang="en")) == ([tea], [])
    assert utx_losses([tea], source_lang="ja", target_lang="en") == []


# A hyphen alone stands for an empty cell.
_TEXT = (
    st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=8)
    .map(str.strip)
    .filter(lambda text: text != "-")
)
_PARTS = st.sampled_from(["", "noun", "properNoun", "verb", "adjective", "adverb", "sentence", "感動詞"])


def _terms(lang: str) -> st.SearchStrategy[list[Term]]:
    term = st.builds(Term, _TEXT.filter(bool), st.just(lang), st.sampled_from(TermStatus), _TEXT, _PARTS, _TEXT)
    return st.lists(term, max_size=2, unique_by=lambda each: each.text)


@st.composite
def _concepts(draw: st.DrawFn) -> Concept:
    terms = Concept((*draw(_terms("ja")), *draw(_terms("en"))))
    ordered = (*terms.in_language("ja"), *terms.in_language("en"))
    return Concept(ordered, draw(_TEXT), draw(_TEXT), draw(_TEXT), draw(_TEXT))


@given(st.lists(_concepts(), min_size=1, max_size=3))
def test_any_concepts_are_read_back_or_their_losses_are_told(concepts: list[Concept]) -> None:
    if utx_losses(concepts, source_lang="ja", target_lang="en"):
        concepts = [concept for concept in concepts if not utx_losses([concept], source_lang="ja", target_lang="en")]
    assert read_utx(write_utx(concepts, source_lang="ja", target_lang="en")) == (concepts, [])


def test_losses_are_told_with_the_term() -> None:
    concepts = [
        Concept((Term("#茶", "ja"), Term("tea\tcup", "en"), Term("thé", "fr"))),
        Concept((Term("湯", "ja", part_of_speech="感動詞"), Term("hot water", "en-GB"))),
        Concept((Term("水", "ja"),)),
    ]
    assert utx_losses(concepts, source_lang="ja", target_lang="en") == [
        "thé (fr): UTX has two languages; this term is left out.",
        "#茶: UTX has no place for tabs and line breaks; they become spaces.",
        "#茶: in UTX # begins a comment; the first of a source term becomes ＃.",
        "hot water (en-GB): UTX has no place for its variety of language.",
        "水: UTX holds pairs, and this has no term in one language; it is left out.",
        "湯 (ja): its part of speech '感動詞' becomes '-' in UTX.",
    ]
    read, _ = read_utx(write_utx(concepts, source_lang="ja", target_lang="en"))
    assert [[term.text for term in concept.terms] for concept in read] == [["＃茶", "tea cup"], ["湯", "hot water"]]
