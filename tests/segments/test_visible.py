"""What is shown of foreign text can do nothing to a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from segments.visible import visible

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text と日本語。", "plain text と日本語。"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 nul\x00 del\x7f", "bell␇ nul␀ del␡"),
        ("one\ttwo\r\nthree", "one␉two␍␊three"),
        ("\x9b31m and \x85", "␦31m and ␦"),
        ("evil\u202egnp.exe\u202c", "evil⇇gnp.exe↥"),
        ("\u2066inside\u2069", "⇾inside⇡"),
        ("line\u2028break\u2029", "line␤break¶"),
        ("lone \ud800", "lone �"),
        ("[bold]markup[/]", "[bold]markup[/]"),
    ],
)
def test_controls_become_pictures_and_other_text_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_characters_to_keep_are_kept() -> None:
    assert visible("a\tb\nc\x1b", keep="\t") == "a\tb␊c␛"


@given(ANY_TEXT)
def test_each_character_is_shown_as_one_that_no_terminal_obeys(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert unicodedata.category(after) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(after) not in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
        assert before == after or cell_len(after) == 1
