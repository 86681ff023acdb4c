"""A file is written whole or not at all, and never over another unasked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tm.errors import OutputError
from tm.exchange import atomic_write


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_the_file_is_there_once_the_block_has_ended(tmp_path: Path) -> None:
    path = tmp_path / ("訳文" * 40 + ".txt")
    with atomic_write(path) as stream:
        stream.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == [path.name]


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "out.tmx"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"exists already.*--force"), atomic_write(path):
        pytest.fail("the block is not entered")
    assert path.read_bytes() == b"old"
    with atomic_write(path, force=True) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.tmx"
    with pytest.raises(OutputError, match="exists already"), atomic_write(path):
        path.write_bytes(b"theirs")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["out.tmx"]


def interrupted(path: Path, *, force: bool) -> None:
    with atomic_write(path, force=force) as stream:
        stream.write(b"half")
        raise KeyboardInterrupt


@pytest.mark.parametrize("force", [False, True])
def test_an_error_in_the_block_leaves_everything_as_it_was(tmp_path: Path, *, force: bool) -> None:
    path = tmp_path / "out.tmx"
    if force:
        path.write_bytes(b"old")
    before = names(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        interrupted(path, force=force)
    assert names(tmp_path) == before


def test_an_error_of_another_file_is_not_taken_for_ours(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), atomic_write(tmp_path / "out.tmx"):
        (tmp_path / "other").read_bytes()


def test_a_missing_folder_a_folder_and_a_device_are_refused_plainly(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "none" / "out.tmx", "does not exist"),
        (tmp_path, "not a file that can be replaced"),
        (Path(os.devnull), "not a file that can be replaced"),
    ):
        with pytest.raises(OutputError, match=message), atomic_write(path, force=True):
            pytest.fail("the block is not entered")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_read_only_folder_is_refused_plainly(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="does not let you write there"), atomic_write(tmp_path / "out.tmx"):
            pytest.fail("the block is not entered")
    finally:
        tmp_path.chmod(0o755)


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("real")
    with atomic_write(link, force=True) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones(tmp_path: Path) -> None:
    usual, kept = tmp_path / "usual", tmp_path / "kept"
    usual.write_bytes(b"")
    kept.write_bytes(b"")
    kept.chmod(0o600)
    with atomic_write(kept, force=True) as stream:
        stream.write(b"new")
    with atomic_write(tmp_path / "new") as stream:
        stream.write(b"new")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


FULL = """
import sys
from pathlib import Path
from tm.errors import OutputError
from tm.exchange import atomic_write
try:
    with atomic_write(Path(sys.argv[1])) as stream:
        for _ in range(100):
            stream.write(bytes(10_000))
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_a_disk_without_room_is_said_plainly_and_nothing_stays(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: it fails the same calls."""
    import resource

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "out.tmx")],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert "could not be written (file too large)" in done.stdout
    assert names(tmp_path) == []
