"""HTML with its paragraphs translated, everything else as it was."""

import html
from collections.abc import Sequence

from segments.model import CodedText
from segments.readers.html import decode_html, locate_html
from segments.readers.passage import Located
from segments.writers import Target
from segments.writers.splice import encode_like, markup_of, splice


def write_html(original: bytes, targets: Sequence[Target], *, encoding: str | None = None) -> bytes:
    """Give the page with each paragraph replaced by its target.

    Args:
        original: The page as it was read.
        targets: One for each paragraph that `read_html` gives; None leaves a paragraph as it stands.
        encoding: The encoding that the page was read with, when it was named.

    Raises:
        InputError: The page cannot be read.
        OutputError: There are more or fewer targets than paragraphs.
    """
    text, used = decode_html(original, encoding=encoding)
    written = splice(text, locate_html(text), targets, _write)
    return original if written == text else encode_like(written, original, used)


def _write(_: Located, target: CodedText) -> str:
    return write_html_text(target)


def write_html_text(target: CodedText) -> str:
    """Give a text with codes as HTML."""
    return markup_of(target, lambda text: html.escape(text, quote=False))
