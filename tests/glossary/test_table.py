import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Concept, Term, TermStatus, csv_losses, read_csv, write_csv
from segments.errors import InputError

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
_WORD = _TEXT.filter(bool)


def _terms(lang: str, status: TermStatus, reading: str = "", pos: str = "") -> st.SearchStrategy[list[Term]]:
    words = st.lists(_WORD, max_size=3, unique=True)
    return words.map(lambda texts: [Term(text, lang, status, reading, pos) for text in texts])


@st.composite
def _concepts(draw: st.DrawFn) -> Concept:
    reading, pos = draw(_TEXT), draw(_TEXT)
    terms = [Term(draw(_WORD), "ja", TermStatus.PREFERRED, reading, pos)]
    terms += draw(_terms("ja", TermStatus.ADMITTED)) + draw(_terms("ja", TermStatus.FORBIDDEN))
    terms += draw(_terms("en", TermStatus.PREFERRED, pos=pos))
    terms += draw(_terms("en", TermStatus.ADMITTED)) + draw(_terms("en", TermStatus.FORBIDDEN))
    return Concept(tuple(terms), draw(_TEXT), draw(_TEXT), draw(_TEXT), draw(_TEXT))


@given(st.lists(_concepts(), min_size=1, max_size=4, unique_by=lambda concept: concept.terms))
def test_what_is_written_is_read_back_unchanged(concepts: list[Concept]) -> None:
    assert read_csv(write_csv(concepts).encode("utf-8-sig")) == (concepts, [])
    assert csv_losses(concepts) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("separator", ["\t", ","])
def test_encoding_and_separator_are_guessed(encoding: str, separator: str) -> None:
    table = (
        separator.join(("英語", "備考", "日本語", "読み"))
        + "\r\n"
        + separator.join(("tea", "注 ①", "お茶", "おちゃ"))
        + "\r\n"
    )
    concepts, problems = read_csv(table.encode(encoding))
    assert not problems
    assert [(term.text, term.lang, term.reading) for term in concepts[0].terms] == [
        ("お茶", "ja", "おちゃ"),
        ("tea", "en", ""),
    ]
    assert concepts[0].note == "注 ①"


@pytest.mark.parametrize(
    "header",
    [
        "ja,en,forbidden",
        "Japanese,English,Do not use",
        "用語,訳語,禁止訳",
        "source,target,forbidden",
        "JA_JP,EN_US,FORBIDDEN",
    ],
)
def test_columns_are_known_by_many_names(header: str) -> None:
    concepts, _ = read_csv(f"{header}\n核,nuclear,core;nucleus\n".encode())
    assert [(term.text, term.status.value) for term in concepts[0].terms] == [
        ("核", "preferred"),
        ("nuclear", "preferred"),
        ("core", "forbidden"),
        ("nucleus", "forbidden"),
    ]


def test_a_table_without_names_is_read_by_what_its_cells_hold() -> None:
    concepts, _ = read_csv("nuclear,核,see 3\nmissile,ミサイル,\n".encode())
    assert [[term.text for term in concept.terms] for concept in concepts] == [
        ["核", "nuclear"],
        ["ミサイル", "missile"],
    ]
    assert concepts[0].note == "see 3"


def test_bad_rows_are_told_by_line_and_cost_no_good_one() -> None:
    concepts, problems = read_csv("ja,en\n核,nuclear\n,\n x , y ,z\n,,only a note\n核,nuclear\n".encode())
    assert [concept.terms[0].text for concept in concepts] == ["核", "x"]
    assert [problem.line for problem in problems] == [5, 6]


def test_a_concept_with_terms_of_one_language_only_is_kept() -> None:
    concepts, problems = read_csv("ja,en\n核,\n,tea\n".encode())
    assert [[term.lang for term in concept.terms] for concept in concepts] == [["ja"], ["en"]]
    assert not problems


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n,,\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        ("名前,年齢\n太郎,三十\n".encode(), "no column"),
        (b"ja,en\n\x00,b\n", "U+0000"),
    ],
)
def test_a_file_that_is_no_glossary_is_refused_in_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message.replace("+", r"\+")):
        read_csv(data, "terms.csv")


def test_what_a_csv_cannot_hold_is_said() -> None:
    concept = Concept(
        (Term("核", "ja", note="one character"), Term("nucleus", "en-GB", TermStatus.ADMITTED, "", "noun"))
    )
    assert csv_losses([concept]) == [
        "核 (ja): a CSV has no place for its note.",
        "nucleus (en-GB): a CSV has no place for its language and part of speech.",
    ]
