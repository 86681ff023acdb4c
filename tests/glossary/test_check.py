import pytest

from glossary import Concept, Term, TermChecker, TermStatus, check_terms


def concept(ja: str, en: str, admitted: str = "", forbidden: str = "") -> Concept:
    alternatives = [Term(text, "en", TermStatus.ADMITTED) for text in admitted.split(";") if text]
    banned = [Term(text, "en", TermStatus.FORBIDDEN) for text in forbidden.split(";") if text]
    return Concept((Term(ja, "ja"), Term(en, "en"), *alternatives, *banned))


CONCEPTS = [
    concept("核", "nuclear", "nuclear weapons", "core;nucleus"),
    concept("核実験", "nuclear test", "", "nuclear experiment"),
    concept("制裁", "sanctions", "sanction", "punishment;penalties"),
    concept("制裁解除", "lifting of sanctions", "sanctions relief"),
    concept("韓国", "South Korea", "Republic of Korea"),
    concept("中国", "China"),
    concept("非核化", "denuclearization", "", "non-nuclearization"),
    concept("国務長官", "Secretary of State"),
    concept("国務委員長", "Chairman of the State Affairs Commission", "", "Secretary of State"),
    concept("ニューヨーク・タイムズ", "New York Times", "", "New York Time"),
    concept("抑止力", "deterrent", "deterrence"),
]


def faults(source: str, target: str) -> list[str]:
    return [f"{found.fault.value} {found.term.text}" for found in check_terms(source, target, CONCEPTS)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("制裁を科した。", "They imposed sanctions."),
        ("制裁を科した。", "They imposed a sanction."),
        ("制裁を科された国", "a sanctioned country"),
        ("制裁解除を求める。", "They want the sanctions to be lifted."),
        ("制裁解除を求める。", "They want sanctions relief."),
        ("韓国政府", "the South Korean government"),
        ("中国政府", "the Chinese government"),
        ("非核化された半島", "a denuclearized peninsula"),
        ("核実験を行う。", "It conducts nuclear tests."),
        (
            "米国務長官は国務委員長に会った。",
            "The Secretary of State met the Chairman of the State Affairs Commission.",
        ),
        ("ニューヨーク・タイムズは報じた。", "The New York Times reported it."),
        ("核の問題が議論の中核だ。", "The nuclear question is the core of the debate."),
        ("抑止力を高める。", "It strengthens deterrence."),
        ("核物質を運ぶ。", "It carries fissile material."),
        ("制裁を科した。", ""),
    ],
)
def test_a_right_rendering_raises_no_finding(source: str, target: str) -> None:
    assert faults(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("制裁を科した。", "They imposed measures.", ["missing 制裁"]),
        ("制裁を科した。", "They imposed punishments.", ["forbidden punishment"]),
        ("核の問題", "the core question", ["forbidden core"]),
        ("核実験を行う。", "It makes a nuclear experiment.", ["forbidden nuclear experiment"]),
        (
            "国務委員長が語る。",
            "The Secretary of State speaks.",
            ["forbidden Secretary of State"],
        ),
        ("制裁と制裁を比べる。", "Measures and measures are compared.", ["missing 制裁"]),
        ("韓国と中国", "Korea", ["missing 韓国", "missing 中国"]),
    ],
)
def test_a_wrong_rendering_is_found(source: str, target: str, expected: list[str]) -> None:
    assert faults(source, target) == expected


def test_forbidden_words_without_their_term_in_the_source_are_free() -> None:
    assert faults("議論の中心", "the core of the debate") == []


def test_only_the_first_mention_in_a_document_is_strict() -> None:
    checker = TermChecker(CONCEPTS, "ja", "en")
    pairs = [
        ("韓国は拒んだ。", "It refused."),
        ("韓国は認めた。", "It agreed."),
        ("韓国も", "They as well"),
        ("中国も", ""),
    ]
    assert [len(findings) for findings in checker.check_document(pairs)] == [1, 0, 0, 0]


def test_an_open_segment_does_not_count_as_the_first_mention() -> None:
    checker = TermChecker(CONCEPTS, "ja", "en")
    assert [len(found) for found in checker.check_document([("韓国は", ""), ("韓国も", "They as well")])] == [0, 1]


def test_a_finding_names_its_place_and_what_to_write() -> None:
    (missing,) = check_terms("国連制裁", "UN measures", CONCEPTS)
    (forbidden,) = check_terms("国連制裁", "UN punishment", CONCEPTS)
    assert (missing.start, missing.end, missing.expected) == (2, 4, ("sanctions", "sanction"))
    assert missing.message == "“制裁” is not rendered as “sanctions” or “sanction”."
    assert (forbidden.start, forbidden.end) == (3, 13)
    assert forbidden.message == "“punishment” must not be used for “制裁”; use “sanctions” or “sanction”."


def test_english_sources_are_checked_in_japanese_targets() -> None:
    checker = TermChecker(CONCEPTS, "en", "ja")
    assert checker.check("Sanctions were lifted.", "制裁が解かれた。") == []
    assert [found.term.text for found in checker.check("Denuclearization began.", "それが始まった。")] == [
        "denuclearization"
    ]


def test_the_renderings_of_a_document_are_gathered_with_their_places() -> None:
    checker = TermChecker(CONCEPTS, "ja", "en")
    pairs = [
        ("抑止力", "a deterrent"),
        ("制裁", "sanctions"),
        ("抑止力", "deterrence"),
        ("制裁", "a sanction"),
        ("核", "it"),
    ]
    assert checker.renderings(pairs) == {
        "抑止力": {"deterrent": [1], "deterrence": [3]},
        "制裁": {"sanctions": [2, 4]},
    }


def test_an_abbreviation_or_a_demonym_is_no_other_rendering() -> None:
    concepts = [
        concept("国連海洋法条約", "United Nations Convention on the Law of the Sea", "UNCLOS"),
        concept("米国", "United States", "U.S.;American"),
        concept("中国", "China", "Chinese"),
    ]
    pairs = [
        ("国連海洋法条約", "United Nations Convention on the Law of the Sea (UNCLOS)"),
        ("国連海洋法条約", "UNCLOS"),
        ("米国と中国", "the United States and China"),
        ("米国と中国の船", "U.S. and Chinese ships; American ships"),
    ]
    assert all(len(renderings) == 1 for renderings in TermChecker(concepts, "ja", "en").renderings(pairs).values())
