"""Foreign text: stored and exported as it is, shown so that no terminal obeys it, refused where it cannot be held."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Tm = Callable[..., CompletedProcess[str]]

HOSTILE = "彼は\x1b[31m赤い[bold]印\N{RIGHT-TO-LEFT OVERRIDE}逆\N{POP DIRECTIONAL FORMATTING}を[/]見た。"
TRANSLATION = "A \x1b[31mred [bold]mark[/] \N{RIGHT-TO-LEFT OVERRIDE}."


@pytest.fixture
def hostile(tm: Tm, tmp_path: Path) -> Tm:
    (tmp_path / "hostile.txt").write_text(HOSTILE + "\n", encoding="utf-8")
    assert tm("import", "hostile.txt").returncode == 0
    assert tm("confirm", "1", TRANSLATION).returncode == 0
    return tm


def test_into_a_pipe_it_goes_as_it_is(hostile: Tm) -> None:
    assert hostile("segment", "hostile.txt").stdout == HOSTILE + "\n"


def test_it_is_exported_unchanged_as_text_and_csv(hostile: Tm, tmp_path: Path) -> None:
    hostile("export", "--format", "txt", "-o", "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == TRANSLATION + "\n"
    hostile("export", "--format", "csv", "-o", "out.csv")
    assert HOSTILE in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_tmx_refuses_what_xml_cannot_hold_and_names_the_unit(hostile: Tm, tmp_path: Path) -> None:
    refused = hostile("export", "--format", "tmx", "-o", "out.tmx")
    assert refused.returncode == 3
    assert "Unit 1" in refused.stderr
    assert "U+001B" in refused.stderr
    assert "\x1b" not in refused.stderr
    assert not (tmp_path / "out.tmx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_on_a_terminal_it_is_shown_as_pictures(hostile: Tm, tmp_path: Path) -> None:
    import pty

    assert hostile("history", "1").returncode == 0
    screen, terminal = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "tm", "--db", str(tmp_path / "taiyaku.db"), "history", "1"],
        stdin=terminal,
        stdout=terminal,
        check=True,
    )
    os.close(terminal)
    shown = os.read(screen, 1 << 16).decode("utf-8")
    os.close(screen)
    assert "␛[31m赤い[bold]印⇇逆" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("bad", ["協議は\0中断された。", "協議は\ud800中断された。"])
def test_what_cannot_be_stored_is_refused_with_its_place(tm: Tm, tmp_path: Path, bad: str) -> None:
    (tmp_path / "bad.txt").write_bytes(("協議は再開された。\n" * 3 + bad).encode("utf-8", "surrogatepass"))
    refused = tm("import", "bad.txt")
    assert refused.returncode == 3
    assert "character 34" in refused.stderr
