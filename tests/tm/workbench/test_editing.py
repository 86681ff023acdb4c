"""Drafts, confirms, conflicts, undo, review: what the translator and the reviewer do."""

from pathlib import Path
from uuid import uuid4

import pytest

from tm.errors import ConflictError, InputError, RequestError
from tm.model import Document, Project, SegmentRecord, Status
from tm.store import Store
from tm.store.units import units_of
from tm.workbench.documents import get_document, get_segment, next_open, segments_page
from tm.workbench.editing import confirm, confirm_drafts, save_draft, unconfirm, undo
from tm.workbench.review import accept, add_comment, comments, history, reject


def segment(store: Store, document: Document, position: int = 1) -> SegmentRecord:
    return segments_page(store, document.id, position, 1)[0]


def targets(store: Store, project: Project) -> list[str]:
    with store.read() as connection:
        return [unit.target for unit, _ in units_of(connection, project.memory.id)]


def test_a_confirmed_segment_is_a_unit_at_once(store: Store, project: Project, document: Document) -> None:
    done = confirm(store, segment(store, document), "The talks were suspended on the second day.")
    assert done.status is Status.CONFIRMED
    assert done.unit_id
    with store.read() as connection:
        unit, _ = next(units_of(connection, project.memory.id))
    assert (unit.source, unit.target) == (done.source, "The talks were suspended on the second day.")
    assert (unit.before, unit.after) == ("", segment(store, document, 2).source)
    assert (unit.created_by, unit.document) == ("tanaka", "talks.txt")


def test_confirming_again_replaces_the_unit(store: Store, project: Project, document: Document) -> None:
    first = confirm(store, segment(store, document), "Talks stopped.")
    again = confirm(store, first, "The talks were suspended.")
    assert again.unit_id == first.unit_id
    assert targets(store, project) == ["The talks were suspended."]


def test_unconfirming_withdraws_the_unit_and_keeps_the_text(store: Store, project: Project, document: Document) -> None:
    taken_back = unconfirm(store, confirm(store, segment(store, document), "Talks stopped."))
    assert (taken_back.status, taken_back.target, taken_back.unit_id) == (Status.OPEN, "Talks stopped.", 0)
    assert targets(store, project) == []


def test_a_draft_leaves_the_memory_as_it_was(store: Store, project: Project, document: Document) -> None:
    done = confirm(store, segment(store, document), "Talks stopped.")
    draft = save_draft(store, done, "Talks stopped on")
    assert draft.status is Status.DRAFT
    assert targets(store, project) == ["Talks stopped."]


def test_the_same_request_sent_twice_confirms_once(store: Store, project: Project, document: Document) -> None:
    seen, request = segment(store, document), uuid4().hex
    first = confirm(store, seen, "Talks stopped.", request=request)
    second = confirm(store, seen, "Talks stopped.", request=request)
    assert first == second
    assert targets(store, project) == ["Talks stopped."]
    assert len(history(store, seen.id)) == 2


def test_two_people_with_the_same_version_get_a_conflict_that_shows_all_three_texts(
    store: Store, document: Document, tmp_path: Path
) -> None:
    seen = save_draft(store, segment(store, document), "Talks")
    with Store.open(tmp_path / "memory.db", user="suzuki") as other:
        confirm(other, get_segment(other, seen.id), "Negotiations were broken off.")
        with pytest.raises(ConflictError, match="suzuki") as caught:
            confirm(store, seen, "The talks were suspended.")
    conflict = caught.value
    assert (conflict.base, conflict.theirs, conflict.mine) == (
        "Talks",
        "Negotiations were broken off.",
        "The talks were suspended.",
    )
    assert get_segment(store, seen.id).target == "Negotiations were broken off."


def test_an_empty_target_cannot_be_confirmed(store: Store, document: Document) -> None:
    with pytest.raises(RequestError, match="no translation yet"):
        confirm(store, segment(store, document), " 　")


def test_a_nul_or_a_lone_surrogate_is_refused_with_its_place(store: Store, document: Document) -> None:
    for bad in ("ab\0c", "ab\ud800c"):
        with pytest.raises(InputError, match="character 3"):
            confirm(store, segment(store, document), bad)


def test_all_drafts_are_confirmed_at_once_and_undone_at_once(
    store: Store, project: Project, document: Document
) -> None:
    for position in (1, 2, 3):
        save_draft(store, segment(store, document, position), f"Sentence {position}.")
    assert confirm_drafts(store, document.id) == 3
    assert get_document(store, document.id).progress.confirmed == 3
    undone = undo(store, document.id)
    assert undone is not None
    assert (undone.action, undone.segments) == ("confirm drafts", 3)
    assert get_document(store, document.id).progress.draft == 3
    assert targets(store, project) == []


def test_undo_gives_a_replaced_unit_its_earlier_text_again(store: Store, project: Project, document: Document) -> None:
    first = confirm(store, segment(store, document), "First.")
    confirm(store, save_draft(store, first, "Second, drafted."), "Second.")
    undo(store, document.id)
    assert segment(store, document).target == "Second, drafted."
    assert targets(store, project) == ["First."]
    undo(store, document.id)


def test_undo_leaves_alone_what_was_edited_since(store: Store, document: Document) -> None:
    done = confirm(store, segment(store, document), "First.")
    save_draft(store, done, "Newer.")
    undone = undo(store, document.id)
    assert undone is not None
    assert undone.segments == 0
    assert segment(store, document).target == "Newer."


def test_there_is_nothing_to_undo_in_a_fresh_document(store: Store, document: Document) -> None:
    assert undo(store, document.id) is None


def test_a_rejected_segment_goes_back_and_leaves_the_memory(store: Store, project: Project, document: Document) -> None:
    done = reject(store, confirm(store, segment(store, document), "Talks."), "Too short.")
    assert done.status is Status.REJECTED
    assert targets(store, project) == []
    assert [one.text for one in comments(store, done.id)] == ["Too short."]
    again = next_open(store, document.id, 0)
    assert again is not None
    assert again.id == done.id


def test_an_accepted_segment_is_a_reviewed_unit(store: Store, project: Project, document: Document) -> None:
    accept(store, confirm(store, segment(store, document), "Talks."))
    with store.read() as connection:
        assert [unit.reviewed for unit, _ in units_of(connection, project.memory.id)] == [True]


def test_only_a_confirmed_segment_can_be_reviewed(store: Store, document: Document) -> None:
    with pytest.raises(RequestError, match="only a confirmed one"):
        accept(store, segment(store, document))


def test_history_tells_what_was_done_when_and_by_whom(store: Store, document: Document) -> None:
    drafted = save_draft(store, segment(store, document), "Talks")
    rejected = reject(store, confirm(store, drafted, "The talks."))
    add_comment(store, rejected.id, "See the style guide.")
    told = [(one.version, one.action, one.status, one.target, one.by) for one in history(store, rejected.id)]
    assert told == [
        (1, "import", Status.OPEN, "", "tanaka"),
        (2, "draft", Status.DRAFT, "Talks", "tanaka"),
        (3, "confirm", Status.CONFIRMED, "The talks.", "tanaka"),
        (4, "reject", Status.REJECTED, "The talks.", "tanaka"),
    ]


def test_the_next_open_segment_goes_round_to_the_start(store: Store, document: Document) -> None:
    confirm(store, segment(store, document, 5), "Last.")
    following = next_open(store, document.id, 4)
    assert following is not None
    assert following.position == 1
