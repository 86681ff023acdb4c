"""Standard input and output as shells make them: closed, full, or with a reader that goes away."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no sh")


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell, in which TM is the program."""
    program = f"{shlex.quote(sys.executable)} -m tm"
    environment = os.environ | {"TAIYAKU_DB": str(folder / "taiyaku.db"), "HOME": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("TM", program)],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        check=False,
    )


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("協議は中断された。" * 20_000, encoding="utf-8")
    done = shell("{ TM segment a.txt; echo $? >&2; } | head -n 1", tmp_path)
    assert (done.stdout, done.stderr) == ("協議は中断された。\n", "0\n")


@pytest.mark.parametrize("command", ["segment", "terms find", "match"])
def test_standard_input_is_a_file_of_any_encoding(tmp_path: Path, command: str) -> None:
    (tmp_path / "sjis.txt").write_bytes("首脳による協議は中断された。次の日程は未定である。".encode("cp932"))
    done = shell(f"TM {command} - <sjis.txt", tmp_path)
    assert done.returncode in {0, 1}, done.stderr
    if command != "terms find":
        assert "首脳による協議は中断された。\n" in done.stdout


def test_an_export_to_standard_output_is_the_file(tmp_path: Path) -> None:
    done = shell("TM export --format tmx -o - >out.tmx && TM export --format tmx -o file.tmx", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.tmx").read_bytes() == (tmp_path / "file.tmx").read_bytes()
    assert not (tmp_path / "-").exists()
    assert shell("TM export --format tmx -o - --json", tmp_path).returncode == 2


def test_an_empty_standard_input_is_told(tmp_path: Path) -> None:
    done = shell("TM segment - </dev/null", tmp_path)
    assert (done.returncode, "standard input" in done.stderr) == (3, True)


@pytest.mark.parametrize("command", ["new", "import", "confirm 1"])
def test_an_argument_that_is_no_text_is_told(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text("協議は中断された。", encoding="utf-8")
    shell("TM import a.txt; cp a.txt \"$(printf 'a\\377.txt')\"", tmp_path)
    done = shell(f"TM {command} \"$(printf 'a\\377.txt')\"", tmp_path)
    assert done.returncode in {2, 3}
    assert done.stderr.count("\n") == 1
    assert "U+DCFF" in done.stderr


def test_nobody_reads_what_a_closed_output_would_get(tmp_path: Path) -> None:
    done = shell("TM segment a.txt >&-", tmp_path)
    assert (done.returncode, "there is no such file" in done.stderr) == (3, True)
    (tmp_path / "a.txt").write_text("協議は中断された。", encoding="utf-8")
    done = shell("TM segment a.txt >&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_an_output_on_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("協議は中断された。", encoding="utf-8")
    done = shell("TM segment a.txt >/dev/full", tmp_path)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("tm: standard output: ")
