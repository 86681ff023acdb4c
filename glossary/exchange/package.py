"""XLSX files are zip packages of XML: what could hide harm in one is refused before anything reads it."""

from segments.errors import InputError
from segments.readers.package import Package


def refuse_hostile_package(data: bytes, name: str) -> None:
    """Read a package once for its look, part by part, keeping nothing.

    A document type, which no part of an Office file has, would let a part declare entities.

    Raises:
        InputError: It is no zip file, is damaged or encrypted, is too large unpacked, or a part has a document type.
    """
    package = Package(data, name)
    for part in package.names:
        plain = package.read(part).replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise InputError(f"{name}: {part} has a document type, which can hide harm. Save it anew as XLSX.")
