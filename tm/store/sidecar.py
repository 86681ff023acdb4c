"""Files that hold indexes beside the database, opened by mapping them into memory.

A file is derived data and is never trusted over the database. It names the database, the memory, the language and the row of
the change log up to which it was made; whatever does not fit, is damaged or cut off is passed over, and the index is made anew.

Layout: 8 bytes of magic, 8 bytes with the length of the header, the header as JSON, and the arrays, each at a multiple of
64 bytes. For each array the header has its name, type, length, place, and the sum of its 64-bit words.
"""

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from tm.store.changes import Mark

Arrays = Mapping[str, NDArray[Any]]
Held = TypeVar("Held")

_MAGIC = b"TAIYAKU1"
_ALIGNMENT = 64


@dataclass(frozen=True, slots=True)
class Label:
    """What a file must be of to be used: a database, a memory in it, a language (or `concordance`, which has both)."""

    uuid: str
    memory_id: int
    lang: str


def place_of(database: Path, label: Label) -> Path:
    """Give the file for an index: in a folder beside the database."""
    return database.with_name(database.name + "-index") / f"{label.memory_id}-{label.lang}.idx"


def publish(place: Path, label: Label, mark: Mark, arrays: Arrays) -> None:
    """Write the arrays of an index to its file: under another name first, made durable, then renamed; readers see all of it or nothing.

    Where the file cannot be written, nothing happens: the index can be made again.
    """
    part = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(exist_ok=True)
        _write(part, label, mark, arrays)
        part.replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def opened(place: Path, label: Label, made_of: Callable[[Arrays], Held]) -> tuple[Held, Mark] | None:
    """Open an index from its file; None where there is none, or it is another's, or it is damaged.

    `made_of` makes the index of its arrays, and raises ValueError or KeyError where it cannot.
    """
    try:
        data = np.memmap(place, np.uint8, "r")
        header, start = _header(data)
        if header["label"] != [label.uuid, label.memory_id, label.lang]:
            return None
        arrays = {name: _array(data[start:], *said) for name, said in header["arrays"].items()}
        return made_of(arrays), Mark(*header["mark"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(part: Path, label: Label, mark: Mark, arrays: Arrays) -> None:
    said: dict[str, list[object]] = {}
    place = 0
    for name, array in arrays.items():
        said[name] = [array.dtype.str, list(array.shape), place, _sum(array)]
        place += _padded(array.nbytes)
    header = json.dumps(
        {"label": [label.uuid, label.memory_id, label.lang], "mark": [mark.seq, mark.nonce], "arrays": said}
    ).encode()
    header += b" " * (_padded(len(header) + 16) - len(header) - 16)
    with part.open("wb") as stream:
        stream.write(_MAGIC + len(header).to_bytes(8, "little") + header)
        for array in arrays.values():
            stream.write(np.ascontiguousarray(array).data)
            stream.write(bytes(_padded(array.nbytes) - array.nbytes))
        stream.flush()
        os.fsync(stream.fileno())


def _header(data: NDArray[np.uint8]) -> tuple[dict[str, Any], int]:
    """Read the header, and give the place where the arrays begin.

    Raises:
        ValueError: It is no such file.
    """
    if data[:8].tobytes() != _MAGIC:
        raise ValueError("not an index file")
    length = int.from_bytes(data[8:16].tobytes(), "little")
    return json.loads(data[16 : 16 + length].tobytes()), 16 + length


def _array(data: NDArray[np.uint8], kind: str, shape: list[int], place: int, total: int) -> NDArray[Any]:
    """Give one array of those in the file.

    Raises:
        ValueError: It is cut off or damaged.
    """
    dtype = np.dtype(kind)
    size = int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
    piece = data[place : place + size]
    if len(piece) != size:
        raise ValueError("cut off")
    array = piece.view(dtype).reshape(shape)
    if _sum(array) != total:
        raise ValueError("damaged")
    return array


def _sum(array: NDArray[Any]) -> int:
    """Add up the bytes of an array as 64-bit words: quick, and a flipped bit or an empty page changes it."""
    flat = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
    whole = len(flat) // 8 * 8
    words = int(flat[:whole].view(np.uint64).sum(dtype=np.uint64))
    return (words + int.from_bytes(flat[whole:].tobytes(), "little")) & (2**64 - 1)


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
