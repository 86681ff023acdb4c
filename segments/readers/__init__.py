"""Readers: each turns one kind of document into paragraphs with a report of what it dropped or mended."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from segments.model import Reading

# The modules wait until their reader is wanted: plain text needs no parser of anything.
_MARKED_UP = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_PACKAGES = {".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx"}


class Reader(Protocol):
    """Reads a document of one format."""

    def __call__(self, data: bytes, *, place: str) -> Reading:
        """Give the paragraphs of a file's bytes; `place` is its name for error messages."""


def format_of(suffix: str) -> str:
    """Give the format that files with a suffix (`.docx`, in any case) have, or `text` for all that is not known."""
    return {**_MARKED_UP, **_PACKAGES}.get(suffix.lower(), "text")


def reader_for(suffix: str, *, encoding: str | None = None) -> Reader | None:
    """Give the reader for files with a suffix; None for those that are read as plain text.

    Args:
        suffix: The suffix with its dot, in any case.
        encoding: The encoding of the file where the user names it; packages say theirs themselves.
    """
    name = format_of(suffix)
    if name == "text":
        return None
    read = cast("Callable[..., Reading]", getattr(import_module(f"segments.readers.{name}"), f"read_{name}"))
    return cast("Reader", read if suffix.lower() in _PACKAGES else partial(read, encoding=encoding))
