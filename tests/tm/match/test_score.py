"""Scores: what a translator is shown, in which order, and why."""

from datetime import UTC, datetime, timedelta

import pytest

from segments.model import Code, CodeRole
from tm.match import Candidate, Wanted, rank, similarity
from tm.model import Match, MatchKind, Unit

SOURCE = "安保理は制裁決議を全会一致で採択した。"
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def unit(source: str = SOURCE, target: str = "Adopted.", number: int = 1, **more: object) -> Unit:
    return Unit(number, 1, source, target, "ja", "en", **more)  # type: ignore[arg-type]


def candidate(held: Unit, wanted: Wanted, *, memory: str = "main", penalty: int = 0, priority: int = 0) -> Candidate:
    return Candidate(held, similarity(held.source, wanted.text, "ja"), memory, penalty, priority)


def best(held: Unit, wanted: Wanted, *, penalty: int = 0) -> Match:
    return rank([candidate(held, wanted, penalty=penalty)], wanted)[0]


def test_the_same_source_scores_100() -> None:
    match = best(unit(), Wanted(SOURCE, "ja"))
    assert (match.score, match.kind, match.reasons) == (100, MatchKind.EXACT, ())


def test_the_same_source_between_the_same_neighbours_scores_101() -> None:
    match = best(unit(before="前の文。", after="次の文。"), Wanted(SOURCE, "ja", before="前の文。", after="次の文。"))
    assert (match.score, match.kind) == (101, MatchKind.CONTEXT)


def test_no_neighbours_on_either_side_are_no_context() -> None:
    assert best(unit(), Wanted(SOURCE, "ja")).score == 100


def test_one_common_neighbour_stands_first_among_the_exact() -> None:
    wanted = Wanted(SOURCE, "ja", before="前の文。", after="次の文。")
    stranger = unit(number=1, target="A.", reviewed=True)
    neighbour = unit(number=2, target="B.", before="前の文。", after="別の文。")
    found = rank([candidate(stranger, wanted), candidate(neighbour, wanted)], wanted)
    assert [(match.unit.id, match.score) for match in found] == [(2, 100), (1, 100)]
    assert found[0].reasons == ("One neighbour is the same too.",)


def test_a_difference_of_width_alone_scores_99_and_says_so() -> None:
    match = best(unit("ＮＨＫが報じた。"), Wanted("NHKが報じた。", "ja"))
    assert (match.score, match.kind, match.similarity) == (99, MatchKind.FUZZY, 1.0)
    assert match.reasons == ("The texts differ only in width, case or spaces.",)


def test_a_tiny_difference_in_a_long_text_never_becomes_100() -> None:
    assert best(unit("核" * 999 + "実"), Wanted("核" * 999 + "験", "ja")).score == 99


def test_scores_are_rounded_down() -> None:
    wanted = Wanted("制裁決議を採択", "ja")
    assert best(unit("制裁決議を可決"), wanted).score == 71


def test_other_codes_at_the_same_text_score_99() -> None:
    bold = (Code(0, CodeRole.OPEN, "1", "bpt"), Code(3, CodeRole.CLOSE, "1", "ept"))
    assert best(unit(source_codes=bold), Wanted(SOURCE, "ja")).score == 99
    assert best(unit(source_codes=bold), Wanted(SOURCE, "ja", codes=bold)).score == 100


def test_a_penalty_is_taken_off_and_named() -> None:
    match = best(unit(), Wanted(SOURCE, "ja"), penalty=5)
    assert match.score == 95
    assert match.reasons == ("100 − 5: penalty of the memory main.",)
    assert best(unit(), Wanted(SOURCE, "ja"), penalty=200).score == 0


def test_differing_numbers_are_named_and_hold_the_score_at_94() -> None:
    wanted = Wanted("国連安全保障理事会の決議第2371号は、石炭と鉄鉱石の輸出を全面的に禁じた。", "ja")
    match = best(unit(wanted.text.replace("2371", "2375")), wanted)
    assert match.score == 94
    assert match.reasons == ("Numbers differ: 2375 in the memory, 2371 here.",)


def test_ties_go_to_the_reviewed_then_the_newer_then_the_more_used() -> None:
    wanted = Wanted(SOURCE, "ja")
    units = [
        unit(target="rare", number=1, changed_at=NOW),
        unit(target="old", number=2, changed_at=NOW - timedelta(days=9), usage_count=99),
        unit(target="used", number=3, changed_at=NOW, usage_count=7),
        unit(target="reviewed", number=4, reviewed=True),
    ]
    found = rank([candidate(one, wanted) for one in units], wanted)
    assert [match.unit.target for match in found] == ["reviewed", "used", "rare", "old"]


def test_higher_priority_comes_before_review() -> None:
    wanted = Wanted(SOURCE, "ja")
    low, high = unit(target="A", reviewed=True), unit(target="B", number=2)
    found = rank([candidate(low, wanted), candidate(high, wanted, priority=1)], wanted)
    assert [match.unit.target for match in found] == ["B", "A"]


def test_the_same_pair_from_two_memories_is_one_match_that_names_both() -> None:
    wanted = Wanted(SOURCE, "ja")
    found = rank([candidate(unit(), wanted), candidate(unit(number=2), wanted, memory="reference", penalty=3)], wanted)
    assert len(found) == 1
    assert (found[0].memory, found[0].score) == ("main", 100)
    assert found[0].reasons == ("Also in the memory reference.",)


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_matches_than_asked_for(limit: int) -> None:
    wanted = Wanted(SOURCE, "ja")
    units = [unit(target=str(number), number=number) for number in range(5)]
    assert len(rank([candidate(one, wanted) for one in units], wanted, limit=limit)) == limit


def test_a_variant_scores_98_comes_before_the_fuzzy_and_names_what_is_spelt_in_another_way() -> None:
    wanted = Wanted("サーバーの申し込みを受け付ける。", "ja")
    units = [unit("サーバーの申し込みを受け付けた。"), unit("サーバの申込を受付ける。", number=2)]
    found = rank([candidate(one, wanted) for one in units], wanted)
    assert [(match.unit.id, match.kind) for match in found] == [(2, MatchKind.VARIANT), (1, MatchKind.FUZZY)]
    assert found[0].score == 98
    assert found[0].reasons == ("Only the spelling differs: サーバ for サーバー, 申込 for 申し込み, 受 for 受け.",)


def test_a_variant_from_a_memory_with_a_penalty_scores_less() -> None:
    match = best(unit("会を行なう。"), Wanted("会を行う。", "ja"), penalty=5)
    assert (match.score, match.kind, match.reasons[1]) == (93, MatchKind.VARIANT, "98 − 5: penalty of the memory main.")
