import pytest

from glossary import Concept, Term, TermIndex, TermStatus

CONCEPTS = [
    Concept((Term("非核化", "ja", reading="ひかくか"), Term("denuclearization", "en"))),
    Concept((Term("完全な非核化", "ja", reading="かんぜんなひかくか"), Term("complete denuclearization", "en"))),
    Concept((Term("核", "ja", reading="かく"), Term("nuclear", "en"))),
    Concept((Term("斬首作戦", "ja", reading="ざんしゅさくせん"), Term("decapitation operation", "en"))),
    Concept(
        (Term("寧辺", "ja", reading="ニョンビョン"), Term("Yongbyon", "en"), Term("Neihen", "en", TermStatus.FORBIDDEN))
    ),
    Concept((Term("金正恩", "ja", reading="キム・ジョンウン"), Term("Kim Jong-un", "en"))),
    Concept((Term("国務長官", "ja", reading="こくむちょうかん"), Term("Secretary of State", "en"))),
    Concept((Term("取り扱い", "ja"), Term("handling", "en"))),
    Concept((Term("サーバー", "ja"), Term("server", "en"))),
    Concept((Term("期間", "ja"), Term("period", "en"))),
    Concept((Term("日本国", "ja", reading="にほんこく;にっぽんこく"), Term("Japan", "en"))),
    Concept((Term("IAEA査察", "ja"), Term("IAEA inspection", "en"))),
    Concept((Term("信用", "ja", reading="しんよう"), Term("credit", "en"))),
    Concept(
        (
            Term("大陸間弾道ミサイル", "ja"),
            Term("intercontinental ballistic missile", "en"),
            Term("ICBM", "en", TermStatus.ADMITTED),
        )
    ),
]
INDEX = TermIndex.build(CONCEPTS)


def first(query: str) -> str:
    found = INDEX.query(query)
    return found[0].concept.terms[0].text if found else ""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("非核化", "非核化"),
        ("ひかくか", "非核化"),
        ("ヒカクカ", "非核化"),
        ("ﾋｶｸｶ", "非核化"),
        ("hikakuka", "非核化"),
        ("denuclearization", "非核化"),
        ("Denuclearisation", "非核化"),
        ("decapitation operations", "斬首作戦"),
        ("zanshusakusen", "斬首作戦"),
        ("zansyusakusen", "斬首作戦"),
        ("ざんしゅ さくせん", "斬首作戦"),
        ("ニョンビョン", "寧辺"),
        ("nyonbyon", "寧辺"),
        ("ねいへん", "寧辺"),
        ("neihen", "寧辺"),
        ("キムジョンウン", "金正恩"),
        ("きんしょうおん", "金正恩"),
        ("kinshouon", "金正恩"),
        ("Kim Jong Un", "金正恩"),
        ("kokumuchōkan", "国務長官"),
        ("kokumuchokan", "国務長官"),
        ("kokumutyoukan", "国務長官"),
        ("shin'yō", "信用"),
        ("sinyou", "信用"),
        ("shinnyou", "信用"),
        ("icbm", "大陸間弾道ミサイル"),
        ("だんどうみさいる", "大陸間弾道ミサイル"),
        ("decapitation", "斬首作戦"),
        ("operation decapitation", "斬首作戦"),
        ("弾道", "大陸間弾道ミサイル"),
        ("denuclarization", "非核化"),
        ("取扱", "取り扱い"),
        ("取扱い", "取り扱い"),
        ("サーバ", "サーバー"),
        ("機関", ""),
        ("にほんこく", "日本国"),
        ("nippon koku", "日本国"),
        ("iaea", "IAEA査察"),
        ("IAEA査察", "IAEA査察"),
        ("ＩＡＥＡ査察", "IAEA査察"),
        ("inspect", "IAEA査察"),
        ("decapitaton", "斬首作戦"),
        ("decapitaton opration", "斬首作戦"),
        ("balistic", "大陸間弾道ミサイル"),
        ("hikakka", "非核化"),
        ("金正音", "金正恩"),
    ],
)
def test_a_concept_is_found_by_whatever_one_may_type(query: str, expected: str) -> None:
    assert first(query) == expected


def test_exact_finds_come_first_and_the_term_as_written_has_100() -> None:
    found = INDEX.query("非核化")
    assert [(one.concept.terms[0].text, one.score >= 95) for one in found] == [
        ("非核化", True),
        ("完全な非核化", False),
    ]
    assert found[0].score == 100


def test_near_misses_are_given_only_where_nothing_is_exact() -> None:
    assert len(INDEX.query("credit")) == 1
    assert [one.concept.terms[0].text for one in INDEX.query("credti")] == ["信用"]


def test_a_query_without_letters_finds_nothing() -> None:
    assert [INDEX.query(query) for query in ("", " ", "!?")] == [[], [], []]


def test_the_limit_holds() -> None:
    assert len(INDEX.query("核", limit=1)) == 1


def test_concepts_added_and_removed_later_count_in_the_next_query() -> None:
    added = Concept((Term("砕氷船", "ja", reading="さいひょうせん"), Term("icebreaker", "en")), id=7)
    index = INDEX.extended([added])
    assert [found.concept for found in index.query("saihyosen")] == [added]
    assert index.query("非核化")[0].score == 100
    assert index.without([7]).query("saihyosen") == []
    assert INDEX.query("icebreaker") == []
