"""Pre-translation: certain matches become drafts in empty targets, in one operation."""

from dataclasses import replace

from tests.conftest import add_sentences
from tm.model import Document, ExchangeUnit, Project, ReferenceMemory, Status, Variant
from tm.store import Store
from tm.workbench import confirm, new_project, pretranslate, save_draft, segments_page, undo
from tm.workbench.importing import add_all


def bring(store: Store, project: Project, *pairs: tuple[str, str]) -> None:
    units = [ExchangeUnit((Variant("ja", source), Variant("en", target))) for source, target in pairs]
    add_all(store, project.memory, units, path="units", file_format="test")


def targets(store: Store, document: Document) -> list[tuple[str, str, str]]:
    return [(one.target, one.status, one.origin) for one in segments_page(store, document.id, 1, 100) if one.target]


def test_exact_matches_become_drafts_and_one_undo_takes_them_back(
    store: Store, project: Project, document: Document
) -> None:
    bring(store, project, ("協議は二日目に中断された。", "The talks were suspended on the second day."))
    done = pretranslate(store, project, document)
    assert (done.empty, done.filled, done.scores, done.taken) == (5, 2, ((100, 2),), 0)
    assert targets(store, document) == [("The talks were suspended on the second day.", Status.DRAFT, "match 100")] * 2
    undone = undo(store, document.id)
    assert undone is not None
    assert (undone.action, undone.segments) == ("pretranslate", 2)
    assert targets(store, document) == []


def test_a_context_match_is_marked_as_one(store: Store, project: Project, document: Document) -> None:
    for segment in segments_page(store, document.id, 1, 5):
        confirm(store, segment, f"Sentence {segment.position}.")
    again = add_sentences(store, project, tuple(one.source for one in segments_page(store, document.id, 1, 5)))
    assert pretranslate(store, project, again).scores == ((101, 5),)
    assert [target for target, _, _ in targets(store, again)] == [f"Sentence {number}." for number in range(1, 6)]


def test_what_was_typed_is_left_alone(store: Store, project: Project, document: Document) -> None:
    bring(store, project, ("協議は二日目に中断された。", "The talks were suspended."))
    save_draft(store, segments_page(store, document.id, 1, 1)[0], "Mine.")
    assert pretranslate(store, project, document).filled == 1
    assert [target for target, _, _ in targets(store, document)] == ["Mine.", "The talks were suspended."]


def test_a_difference_of_width_is_marked_and_can_be_left_out(store: Store, project: Project) -> None:
    bring(store, project, ("次の会合は１１月に開かれる。", "The next meeting is in November."))
    document = add_sentences(store, project, ("次の会合は11月に開かれる。",))
    assert pretranslate(store, project, document, threshold=100).filled == 0
    assert pretranslate(store, project, document).scores == ((99, 1),)
    assert targets(store, document)[0][2] == "match 99"


def test_a_variant_of_spelling_is_marked(store: Store, project: Project) -> None:
    bring(store, project, ("申込を受付ける。", "Applications are accepted."))
    document = add_sentences(store, project, ("申し込みを受け付ける。",))
    assert pretranslate(store, project, document).scores == ((98, 1),)
    assert targets(store, document) == [("Applications are accepted.", Status.DRAFT, "match 98")]


def test_an_opposite_is_never_inserted_whatever_the_threshold(store: Store, project: Project) -> None:
    bring(store, project, ("政府は来年の計画を放棄する。", "The government will give the plan up."))
    opposite = add_sentences(store, project, ("政府は来年の計画を放棄しない。",))
    assert pretranslate(store, project, opposite, threshold=50).filled == 0


def test_a_fuzzy_match_is_inserted_only_when_asked_for(store: Store, project: Project) -> None:
    bring(store, project, ("双方は再開の時期を示さなかった。", "Neither side said when."))
    document = add_sentences(store, project, ("双方は再開の日程を示さなかった。",))
    assert pretranslate(store, project, document).filled == 0
    assert pretranslate(store, project, document, threshold=70).filled == 1
    assert targets(store, document)[0][2] == "match 87"


def test_a_memory_with_a_penalty_fills_nothing(store: Store, project: Project) -> None:
    bring(store, project, ("雪が降る。", "It snows."))
    other = new_project(store, "other", client=project.client)
    document = add_sentences(store, other, ("雪が降る。",))
    reading = replace(other, references=(ReferenceMemory(project.memory, penalty=1),))
    assert pretranslate(store, reading, document, threshold=50).filled == 0
    reading = replace(other, references=(ReferenceMemory(project.memory),))
    assert pretranslate(store, reading, document).filled == 1
