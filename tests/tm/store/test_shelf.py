"""The match index follows the database: at once, from any program, and after whatever happened to file or database."""

import shutil
from pathlib import Path

import pytest

from tm.model import ExchangeUnit, Memory, Project, Variant
from tm.store import Store
from tm.store.shelf import Shelf
from tm.store.sidecar import Label, place_of
from tm.workbench.importing import add_all

MANY = 2_500
KNOWN = "第12回の協議は84日に中断された。"
LATER = "第2600回の協議は18200日に中断された。"


def units(first: int, count: int) -> list[ExchangeUnit]:
    return [
        ExchangeUnit(
            (Variant("ja", f"第{number}回の協議は{number * 7}日に中断された。"), Variant("en", f"Talk {number}."))
        )
        for number in range(first, first + count)
    ]


@pytest.fixture
def memory(store: Store, project: Project) -> Memory:
    add_all(store, project.memory, units(0, MANY), path="units", file_format="test")
    return project.memory


def found(store: Store, memory: Memory, text: str) -> list[float]:
    return [alike for _, alike in Shelf(store).query(memory, "ja", text, 0.99, 5)]


def index_file(store: Store, memory: Memory) -> Path:
    return place_of(store.path, Label(store.uuid, memory.id, "ja"))


def test_an_index_is_kept_in_a_file_and_opened_from_it(store: Store, memory: Memory) -> None:
    assert found(store, memory, KNOWN) == [1.0]
    file = index_file(store, memory)
    written = file.stat().st_mtime_ns
    assert found(store, memory, KNOWN) == [1.0]
    assert file.stat().st_mtime_ns == written


def test_what_another_program_imported_is_found_by_the_very_next_query(store: Store, memory: Memory) -> None:
    shelf = Shelf(store)
    assert shelf.query(memory, "ja", LATER, 0.99, 5) == []
    with Store.open(store.path, user="other") as other:
        add_all(other, memory, units(2_600, 1), path="more", file_format="test")
    assert len(shelf.query(memory, "ja", LATER, 0.99, 5)) == 1


def test_a_memory_serves_the_other_direction(store: Store, memory: Memory) -> None:
    assert len(Shelf(store).query(memory, "en", "Talk 12.", 0.99, 5)) == 1


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "gone", "nonsense"])
def test_a_damaged_file_is_passed_over_and_made_anew(store: Store, memory: Memory, damage: str) -> None:
    found(store, memory, KNOWN)
    file = index_file(store, memory)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    match damage:
        case "cut":
            file.write_bytes(data[: len(data) // 2])
        case "flipped":
            file.write_bytes(data)
        case "emptied":
            file.write_bytes(b"")
        case "gone":
            file.unlink()
        case _:
            file.write_bytes(b"not an index at all")
    assert found(store, memory, KNOWN) == [1.0]
    assert file.stat().st_size == len(data)


def test_a_restored_backup_is_noticed(store: Store, memory: Memory, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.db")
    add_all(store, memory, units(2_600, 50), path="more", file_format="test")
    assert found(store, memory, LATER) == [1.0]
    store.close()
    for leftover in tmp_path.glob("memory.db-[ws]*"):
        leftover.unlink()
    shutil.copy(tmp_path / "backup.db", tmp_path / "memory.db")
    with Store.open(tmp_path / "memory.db") as restored:
        assert found(restored, memory, LATER) == []
        add_all(restored, memory, units(9_000, 1), path="other", file_format="test")
        assert found(restored, memory, "第9000回の協議は63000日に中断された。") == [1.0]
        assert found(restored, memory, KNOWN) == [1.0]


def test_a_copied_database_has_an_index_of_its_own(store: Store, memory: Memory, tmp_path: Path) -> None:
    found(store, memory, KNOWN)
    store.backup(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db") as copy:
        add_all(copy, memory, units(2_600, 1), path="more", file_format="test")
        assert found(copy, memory, LATER) == [1.0]
    assert found(store, memory, LATER) == []


def test_a_folder_that_cannot_be_written_costs_only_time(store: Store, memory: Memory) -> None:
    index_file(store, memory).parent.write_text("in the way", encoding="utf-8")
    assert found(store, memory, KNOWN) == [1.0]
