"""Files as text: the door through which every source comes in."""

import sys
from pathlib import Path

from segments import read_bytes
from tm.errors import InputError

_STANDARD_INPUT = Path("-")


def read_file(path: Path) -> bytes:
    """Read a file whole.

    Raises:
        InputError: There is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file. Check the name and the folder.") from None
    except IsADirectoryError:
        raise InputError(f"{path}: this is a folder. Name a file in it.") from None
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read ({error.strerror}). Check its permissions.") from error


def read_source(path: Path, *, encoding: str | None = None) -> str:
    """Read a file as text; `-` is standard input.

    Raises:
        InputError: It cannot be read, is empty, or is not text.
    """
    if path == _STANDARD_INPUT:
        content = sys.stdin.buffer.read() if sys.stdin else b""
        return read_bytes(content, encoding=encoding, place="standard input")[0]
    return read_bytes(read_file(path), encoding=encoding, place=str(path))[0]
