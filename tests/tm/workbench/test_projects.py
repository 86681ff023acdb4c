"""Projects: one memory to write to, others to read, and clients that never mix unasked."""

import pytest

from tm.errors import RequestError
from tm.store import Store
from tm.workbench.projects import (
    current_project,
    default_project,
    destination,
    list_projects,
    new_project,
    open_project,
)


def test_the_project_opened_last_is_the_current_one(store: Store) -> None:
    new_project(store, "one")
    new_project(store, "two")
    assert current_project(store) == list_projects(store)[0]
    open_project(store, "one")
    current = current_project(store)
    assert current is not None
    assert current.name == "one"


def test_without_any_project_a_default_one_is_made(store: Store) -> None:
    assert current_project(store) is None
    assert default_project(store).name == "default"
    assert default_project(store) == default_project(store)


def test_a_project_tells_where_a_confirm_goes(store: Store) -> None:
    assert destination(new_project(store, "arctic", client="Polar Institute")) == "arctic (Polar Institute)"
    assert destination(new_project(store, "own")) == "own"


def test_memories_of_different_clients_never_mix_unasked(store: Store) -> None:
    new_project(store, "arctic", client="Polar Institute")
    with pytest.raises(RequestError, match="Polar Institute"):
        new_project(store, "antarctic", client="Ice Society", memory="arctic")
    with pytest.raises(RequestError, match="Polar Institute"):
        new_project(store, "antarctic", client="Ice Society", references=["arctic"])
    assert [one.name for one in list_projects(store)] == ["arctic"]


def test_a_project_reads_references_but_writes_to_one_memory(store: Store) -> None:
    new_project(store, "general")
    project = new_project(store, "arctic", client="Polar Institute", references=["general"])
    assert project.memory.name == "arctic"
    assert [one.memory.name for one in project.references] == ["general"]


def test_a_project_that_is_not_there_is_a_plain_error(store: Store) -> None:
    with pytest.raises(RequestError, match="tm projects"):
        open_project(store, "nowhere")


def test_a_name_is_used_once(store: Store) -> None:
    new_project(store, "arctic")
    with pytest.raises(RequestError, match="already"):
        new_project(store, "arctic")
