"""Writers: each puts translated paragraphs where the originals stood, in the document's own format."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Protocol, TypeAlias, cast

from segments.model import CodedText
from segments.readers import format_of

# What a paragraph becomes: a text with codes, one without, or (None) what it is.
Target: TypeAlias = CodedText | str | None


class Writer(Protocol):
    """Writes the translation of a document in the document's own format."""

    def __call__(self, original: bytes, targets: Sequence[Target]) -> bytes:
        """Give the file with each paragraph replaced by its target."""


def writer_for(suffix: str, lang: str, *, encoding: str | None = None) -> Writer:
    """Give the writer for files with a suffix; those of no known format are written as plain text.

    Args:
        suffix: The suffix of the original with its dot, in any case.
        lang: The language of the original: plain text is taken apart by it, as when it was read.
        encoding: The encoding that the original was read with, where the user named it.
    """
    name = format_of(suffix)
    write = cast("Callable[..., bytes]", getattr(import_module(f"segments.writers.{name}"), f"write_{name}"))
    if name == "text":
        return cast("Writer", partial(write, lang=lang, encoding=encoding))
    return cast("Writer", write if name == "docx" else partial(write, encoding=encoding))
