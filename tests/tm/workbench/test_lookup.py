"""Look-ups: what was confirmed a moment ago is offered, with the right score, from the right memories."""

from pathlib import Path

from glossary.model import Concept, Term, TermStatus
from tm.model import Document, ExchangeUnit, MatchKind, Project, Variant
from tm.store import Store
from tm.workbench import (
    add_concept,
    concordance,
    confirm,
    find_terms,
    look_up,
    match_text,
    new_project,
    query_terms,
    reject,
    segments_page,
    statistics,
    unconfirm,
)
from tm.workbench.importing import add_all


def bring(store: Store, project: Project, *pairs: tuple[str, str]) -> None:
    units = [ExchangeUnit((Variant("ja", source), Variant("en", target))) for source, target in pairs]
    add_all(store, project.memory, units, path="units", file_format="test")


def test_a_confirmed_segment_is_a_match_for_the_next_one_like_it(
    store: Store, project: Project, document: Document
) -> None:
    first, *_, fourth = segments_page(store, document.id, 1, 4)
    assert look_up(store, project, fourth.source) == []
    done = confirm(store, first, "The talks were suspended on the second day.")
    (match,) = look_up(store, project, fourth.source)
    assert (match.score, match.kind, match.unit.target) == (100, MatchKind.EXACT, done.target)
    unconfirm(store, done)
    assert look_up(store, project, fourth.source) == []


def test_the_same_source_between_the_same_neighbours_is_101(store: Store, project: Project, document: Document) -> None:
    confirm(store, segments_page(store, document.id, 2, 1)[0], "Neither side said when.")
    before, here, after = segments_page(store, document.id, 1, 3)
    (match,) = look_up(store, project, here.source, before=before.source, after=after.source)
    assert (match.score, match.kind) == (101, MatchKind.CONTEXT)


def test_a_rejected_translation_is_no_longer_offered(store: Store, project: Project, document: Document) -> None:
    done = confirm(store, segments_page(store, document.id, 1, 1)[0], "Wrong.")
    reject(store, done)
    assert look_up(store, project, done.source) == []


def test_another_program_sees_a_confirm_at_its_next_look_up(
    store: Store, project: Project, document: Document, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "memory.db", user="suzuki") as other:
        assert look_up(other, project, "協議は二日目に中断された。") == []
        confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks were suspended.")
        assert len(look_up(other, project, "協議は二日目に中断された。")) == 1


def test_a_memory_from_japanese_to_english_serves_the_other_way(store: Store, project: Project) -> None:
    bring(store, project, ("協議は中断された。", "The talks were suspended."))
    back = new_project(
        store, "back", client=project.client, source_lang="en", target_lang="ja", references=[project.memory.name]
    )
    (match,) = look_up(store, back, "The talks were suspended.")
    assert (match.score, match.unit.target) == (100, "協議は中断された。")


def test_a_match_with_another_number_stands_beside_its_repair(store: Store, project: Project) -> None:
    bring(store, project, ("協議は3月6日に中断された。", "The talks were suspended on March 6."))
    plain, repaired = look_up(store, project, "協議は3月8日に中断された。")
    assert (plain.kind, plain.unit.target) == (MatchKind.FUZZY, "The talks were suspended on March 6.")
    assert (repaired.kind, repaired.unit.target) == (MatchKind.REPAIRED, "The talks were suspended on March 8.")
    assert repaired.score == plain.score <= 94
    assert "8" in repaired.reasons[0]


def test_a_project_finds_nothing_of_memories_it_does_not_read(store: Store, project: Project) -> None:
    bring(store, project, ("協議は中断された。", "The talks were suspended."))
    stranger = new_project(store, "stranger", client="Ice Society")
    assert look_up(store, stranger, "協議は中断された。") == []
    assert concordance(store, stranger, "協議") == []


def test_concordance_finds_a_string_in_source_or_target_in_either_width(store: Store, project: Project) -> None:
    bring(
        store,
        project,
        ("核の傘について。", "On the umbrella."),
        ("ＣＮＮの報道。", "A CNN report."),
        ("100%の合意。", "Full agreement."),
    )
    assert [unit.target for unit in concordance(store, project, "核")] == ["On the umbrella."]
    assert [unit.target for unit in concordance(store, project, "CNN")] == ["A CNN report."]
    assert [unit.target for unit in concordance(store, project, "report")] == ["A CNN report."]
    assert [unit.target for unit in concordance(store, project, "%")] == ["Full agreement."]
    assert concordance(store, project, " ") == []


def test_an_added_term_is_found_in_the_very_next_segment(store: Store, project: Project) -> None:
    text = "砕氷船が海氷を割った。"
    assert find_terms(store, project, text, "ja") == []
    terms = (
        Term("砕氷船", "ja", reading="さいひょうせん"),
        Term("icebreaker", "en"),
        Term("ice boat", "en", TermStatus.FORBIDDEN),
    )
    add_concept(store, project, Concept(terms, domain="shipping"))
    (found,) = find_terms(store, project, text, "ja")
    assert (found.hit.start, found.hit.end, found.rendering) == (0, 3, "icebreaker")
    assert query_terms(store, project, "さいひょうせん")[0].concept.domain == "shipping"
    assert match_text(store, project, text).terms == (found,)
    add_concept(store, project, Concept((Term("海氷", "ja"), Term("sea ice", "en"))))
    assert [each.rendering for each in find_terms(store, project, text, "ja")] == ["icebreaker", "sea ice"]
    assert query_terms(store, project, "sea ice")[0].by.text == "sea ice"


def test_statistics_put_each_segment_into_one_band(store: Store, project: Project, document: Document) -> None:
    confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks were suspended.")
    told = statistics(store, project, document)
    bands = {band.name: band.volume.segments for band in told.bands}
    assert sum(bands.values()) == told.source.segments == 5
    assert bands["100"] == 1
    assert told.progress.confirmed == 1
    assert told.target.words == 4
