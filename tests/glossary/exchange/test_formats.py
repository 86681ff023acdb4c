import pytest

from glossary import Concept, Term
from glossary.exchange.formats import SUFFIXES, glossary_losses, read_glossary, write_glossary
from segments.errors import InputError, OutputError

_PLAIN = Concept((Term("茶", "ja"), Term("tea", "en")), note="hot")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_in_a_format_is_read_back_by_its_suffix(suffix: str) -> None:
    if suffix == ".xlsx":
        pytest.importorskip("openpyxl")
    data = write_glossary([_PLAIN], suffix)
    assert read_glossary(data, f"terms{suffix}") == ([_PLAIN], [])
    assert glossary_losses([_PLAIN], suffix) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_losses_are_told_in_every_format(suffix: str, tea: Concept) -> None:
    losses = glossary_losses([Concept((*tea.terms, Term("thé", "fr", part_of_speech="mot")))], suffix)
    assert any(loss.startswith("thé (fr): ") for loss in losses)


@pytest.mark.parametrize("suffix", [".tbx", ".utx"])
def test_formats_of_terminology_hold_a_whole_concept(suffix: str, tea: Concept) -> None:
    assert read_glossary(write_glossary([tea], suffix), f"terms{suffix}") == ([tea], [])
    assert glossary_losses([tea], suffix) == []


@pytest.mark.parametrize(
    ("text", "file_name"),
    [
        ("ja,en,note\n茶,tea,hot\n", "terms.csv"),
        ("ja\ten\tnote\n茶\ttea\thot\n", "terms.txt"),
        ("茶\ttea\thot\n", "terms.txt"),
        ("茶\ttea\thot\n", "terms.tsv"),
        ("茶\ttea\thot\n", "terms.utf8"),
        ("# a glossary\n茶\ttea\thot\n", "terms.tsv"),
        ("ja,en,note\n茶,tea,hot\n", "terms.txt"),
        ("\ufeff#UTX 1.11; ja/en\n#src\ttgt\tnote\n茶\ttea\thot\n", "terms.txt"),
    ],
)
def test_the_format_of_a_text_is_seen(text: str, file_name: str) -> None:
    assert read_glossary(text.encode(), file_name) == ([_PLAIN], [])


@pytest.mark.parametrize("suffix", [".tbx", ".utx"])
@pytest.mark.parametrize("file_name", ["terms", "terms.xml", "terms.csv"])
def test_what_says_itself_what_it_is_needs_no_suffix(suffix: str, file_name: str) -> None:
    assert read_glossary(write_glossary([_PLAIN], suffix), file_name) == ([_PLAIN], [])


def test_a_term_that_begins_like_a_comment_is_no_comment_in_a_csv() -> None:
    concepts, _ = read_glossary("#茶,tea\n水,water\n".encode(), "terms.csv")
    assert concepts[0].terms[0].text == "#茶"


def test_an_unknown_suffix_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(OutputError, match=r"'.doc'\. Choose among \.csv"):
        write_glossary([_PLAIN], ".doc")
    with pytest.raises(OutputError, match=r"Choose among"):
        glossary_losses([_PLAIN], "")


def test_a_file_that_is_not_what_its_suffix_says_is_refused() -> None:
    with pytest.raises(InputError, match=r"terms\.tbx"):
        read_glossary(b"ja,en\n", "terms.tbx")


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".txt", ".utx"])
def test_the_user_may_know_the_encoding_better(suffix: str) -> None:
    text = write_glossary([_PLAIN], suffix).decode("utf-8-sig").replace("-*- coding: utf-8 -*-", "")
    assert read_glossary(text.encode("euc-jp"), f"terms{suffix}", encoding="euc-jp") == ([_PLAIN], [])
