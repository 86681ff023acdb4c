"""Plain text with its paragraphs translated."""

from collections.abc import Iterator, Sequence

from segments.encoding import read_bytes
from segments.model import CodedText, Paragraph, Reading
from segments.readers.passage import Located
from segments.readers.plain import read_text
from segments.writers import Target
from segments.writers.splice import check_count, encode_like, settle, splice


def write_text(
    original: bytes, targets: Sequence[Target], *, lang: str, encoding: str | None = None, reflow: bool = True
) -> bytes:
    """Give the text with each paragraph replaced by its target.

    Where the original has a line for each paragraph, everything between them stays as it is. Where lines had to be joined
    or noise of pages left out, the paragraphs are written anew, a line each with an empty line between. The encoding is
    that of the original, or UTF-8 where that lacks a character.

    Args:
        original: The text as it was read.
        targets: One for each paragraph that `read_text` gives; None leaves a paragraph as it stands.
        lang: The language of the original.
        encoding: The encoding that the text was read with, when it was named.
        reflow: Whether it was read with reflow.

    Raises:
        InputError: The text cannot be read.
        OutputError: There are more or fewer targets than paragraphs.
    """
    text, used = read_bytes(original, encoding=encoding)
    reading = read_text(text, lang, reflow=reflow)
    check_count(len(reading.paragraphs), len(targets))
    if all(_settled(paragraph, target) is None for paragraph, target in zip(reading.paragraphs, targets, strict=True)):
        return original
    written = "".join(_written(text, reading, targets))
    try:
        return encode_like(written, original, used, errors="strict")
    except UnicodeEncodeError:
        return written.encode()


def _settled(paragraph: Paragraph, target: Target) -> CodedText | None:
    return settle(CodedText(paragraph.text, paragraph.codes), target)


def _written(text: str, reading: Reading, targets: Sequence[Target]) -> Iterator[str]:
    if not reading.mends:
        yield splice(text, [_located(paragraph) for paragraph in reading.paragraphs], targets, _plain)
        return
    for number, (paragraph, target) in enumerate(zip(reading.paragraphs, targets, strict=True)):
        settled = _settled(paragraph, target)
        yield "\n" * bool(number)
        yield (settled.plain if settled else paragraph.text) + "\n"


def _located(paragraph: Paragraph) -> Located:
    return Located(paragraph, paragraph.offsets[0], paragraph.offsets[-1] + 1)


def _plain(_: Located, target: CodedText) -> str:
    return target.plain
