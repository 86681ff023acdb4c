"""The one way in for zip packages (XLSX is one): what could blow up or hide harm is refused before anything reads it."""

import io
import zipfile
import zlib

from segments.errors import InputError

_MOST_MEMBERS = 2_000
_MOST_BYTES = 500 << 20
# Honest sheets shrink to a tenth or a thirtieth; a bomb to a thousandth.
_MOST_SHRUNK = 300
_SMALL = 10 << 20
_CHUNK = 1 << 20


def refuse_hostile_package(data: bytes, name: str) -> None:
    """Unpack a package once for its look, member by member, keeping nothing.

    Sizes are counted while unpacking, for headers can lie. A document type, which no part of an Office file has, would
    let a part declare entities.

    Raises:
        InputError: It is no zip file, is damaged or encrypted, is too large unpacked, or a part has a document type.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if len(members) > _MOST_MEMBERS:
                raise InputError(f"{name} has {len(members):,} parts. Check that it is the right file.")
            left = min(_MOST_BYTES, max(_SMALL, len(data) * _MOST_SHRUNK))
            for member in members:
                left -= _size(package, member, left, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise InputError(f"{name} is damaged, or is no Excel file ({error}). Save it anew as XLSX.") from None
    except RuntimeError:
        raise InputError(f"{name} is protected by a password. Save it without one.") from None


def _size(package: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, name: str) -> int:
    """Count the bytes of a member, and look for a document type on the way, whatever the encoding."""
    size, tail = 0, b""
    with package.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise InputError(f"{name} becomes too large when it is unpacked. Check that it is the right file.")
            plain = tail + chunk.replace(b"\0", b"")
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                raise InputError(
                    f"{name}: {member.filename} has a document type, which can hide harm. Save it anew as XLSX."
                )
            tail = plain[-16:]
    return size
