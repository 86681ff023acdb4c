"""Whatever is wrong, the user reads one plain sentence with the place and the remedy, and scripts get an exit code."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Tm = Callable[..., CompletedProcess[str]]


def one_line(result: CompletedProcess[str], code: int) -> str:
    """Give the one line of the error, after looking at the exit code and that no traceback is shown."""
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("tm: ")
    return lines[0]


def test_a_file_that_is_not_there(tm: Tm) -> None:
    assert "there is no such file" in one_line(tm("import", "nowhere.txt"), 3)


def test_an_empty_file(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "empty" in one_line(tm("import", "empty.txt"), 3)


def test_a_binary_file(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
    one_line(tm("import", "picture.txt"), 3)


def test_a_wrong_encoding(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "sjis.txt").write_bytes("協議は中断された。".encode("cp932"))
    assert "utf-8" in one_line(tm("import", "sjis.txt", "--encoding", "utf-8"), 3).lower()


def test_an_encoding_that_does_not_exist(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("協議。", encoding="utf-8")
    one_line(tm("import", "a.txt", "--encoding", "klingon"), 3)


def test_a_file_that_is_not_tmx(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "page.tmx").write_text("<html><body/></html>", encoding="utf-8")
    one_line(tm("import", "page.tmx"), 3)


def test_a_database_of_another_program(tm: Tm, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    assert "another program" in one_line(tm("--db", "other.db", "projects"), 4)


def test_a_file_that_is_no_database(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear reader", encoding="utf-8")
    assert "not a Taiyaku database" in one_line(tm("--db", "letter.db", "projects"), 4)
    assert (tmp_path / "letter.db").read_text(encoding="utf-8") == "Dear reader"


def test_a_database_newer_than_the_program(tm: Tm, tmp_path: Path) -> None:
    assert tm("projects").returncode == 0
    with sqlite3.connect(tmp_path / "taiyaku.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    assert "newer" in one_line(tm("projects"), 4)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever is root may write everywhere")
def test_a_read_only_folder(tm: Tm, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    one_line(tm("--db", str(folder / "a.db"), "projects"), 4)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever is root may read everything")
@pytest.mark.parametrize("command", ["import", "segment"])
def test_a_file_that_may_not_be_read(tm: Tm, tmp_path: Path, command: str) -> None:
    (tmp_path / "secret.txt").write_text("協議。", encoding="utf-8")
    (tmp_path / "secret.txt").chmod(0)
    assert "cannot be read" in one_line(tm(command, "secret.txt"), 3)


def test_a_folder_that_cannot_be_made(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    one_line(tm("--db", "file/deeper/a.db", "projects"), 4)


def test_an_export_never_overwrites_unasked(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "out.tmx").write_text("precious", encoding="utf-8")
    assert "--force" in one_line(tm("export", "--format", "tmx", "-o", "out.tmx"), 3)
    assert (tmp_path / "out.tmx").read_text(encoding="utf-8") == "precious"
    assert tm("export", "--format", "tmx", "-o", "out.tmx", "--force").returncode == 0
    assert "<tmx" in (tmp_path / "out.tmx").read_text(encoding="utf-8")


def test_a_segment_that_is_not_there(tm: Tm) -> None:
    assert "tm import FILE" in one_line(tm("history", "3"), 2)


def test_a_segment_number_beyond_all_counting(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("協議は中断された。", encoding="utf-8")
    assert tm("import", "a.txt").returncode == 0
    assert "names no segment" in one_line(tm("confirm", "9" * 25, "Talks."), 2)


def test_a_project_that_is_not_there(tm: Tm) -> None:
    assert "tm projects" in one_line(tm("match", "協議", "--project", "nowhere"), 2)


def test_the_workbench_without_a_terminal_says_what_to_do(tm: Tm) -> None:
    result = tm()
    assert result.returncode == 2
    assert "needs a terminal" in result.stderr


def test_debug_shows_the_traceback(tm: Tm) -> None:
    assert "Traceback" in tm("--debug", "import", "nowhere.txt").stderr
