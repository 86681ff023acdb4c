"""English terms in running text; the cases are in `english_terms.txt`."""

import re
from pathlib import Path

import pytest

from glossary import Term, find_terms

_MARK = re.compile("[【】]")


def cases() -> list[tuple[str, str]]:
    """Read the cases: a term and a marked text in each line."""
    lines = Path(__file__).with_name("english_terms.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(term, text) for term, text in pairs]


@pytest.mark.parametrize(("term", "expected"), cases())
def test_a_term_is_found_in_any_inflection_and_spelling(term: str, expected: str) -> None:
    text = _MARK.sub("", expected)
    found = text
    for hit in reversed(find_terms(text, [Term(term, "en")], "en")):
        found = found[: hit.start] + "【" + found[hit.start : hit.end] + "】" + found[hit.end :]
    assert found == expected
