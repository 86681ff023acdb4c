"""English terms in running text: 【 】 marks what is found."""

import re

import pytest

from glossary import Term, find_terms

_MARK = re.compile("[【】]")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("sanction", "New 【sanctions】 were imposed."),
        ("sanctions", "One 【sanction】 remains."),
        ("decapitation strike", "They rehearsed 【decapitation strikes】."),
        ("denuclearization", "Full 【denuclearisation】 is far off."),
        ("nuclear weapon", "The state’s 【nuclear weapons】 programme"),
        ("nuclear weapons program", "The state’s 【nuclear weapons programme】"),
        ("hydrogen bomb warhead", "a 【hydrogen-bomb warhead】"),
        ("cyber security", "【cybersecurity】 and 【cyber-security】"),
        ("cybersecurity", "【Cyber security】 first"),
        ("defense", "Ministry of 【Defence】"),
        ("abandon", "They 【abandoned】 it."),
        ("nuclear crisis", "two 【nuclear crises】"),
        ("US", "the 【U.S.】 side told us"),
        ("U.S.", "the 【US】 side told us"),
        ("ICBM", "three 【ICBMs】"),
        ("IT", "it is the 【IT】 sector"),
        ("Trump", "【Trump】 played a trump card."),
        ("New Year’s Address", "In the 【New Year's Address】 he said"),
        ("person", "The 【people】 fled."),
        ("nuclear test", "It is nuclear. Test it."),
        ("core", "The score is even."),
        ("U.S.-North Korea summit", "The 【U.S.–North Korea summit】 ended."),
        ("meeting", "several 【meetings】"),
    ],
)
def test_a_term_is_found_in_any_inflection_and_spelling(term: str, expected: str) -> None:
    text = _MARK.sub("", expected)
    found = text
    for hit in reversed(find_terms(text, [Term(term, "en")], "en")):
        found = found[: hit.start] + "【" + found[hit.start : hit.end] + "】" + found[hit.end :]
    assert found == expected
