"""Documents by their formats: which reader and which writer serves a file's suffix."""

from collections.abc import Sequence

from segments.errors import OutputError
from segments.model import CodedText, Reading


def read_document(
    data: bytes,
    suffix: str,
    lang: str,
    *,
    encoding: str | None = None,
    reflow: bool = True,
    place: str = "The document",
) -> Reading:
    """Read a document of any format into paragraphs.

    Args:
        data: The file, whole.
        suffix: Its suffix without the dot; case does not matter. One that is not known means plain text.
        lang: Language of its text.
        encoding: The encoding of a text, when the user knows it; None detects it.
        reflow: Whether hard wraps and the other faults of extracted text are mended; plain text only.
        place: What to call the file in messages.

    Raises:
        InputError: The file cannot be read as what it is.
    """
    # Each reader is loaded when a document of its format comes.
    match suffix.lower():
        case "md" | "markdown":
            from segments.readers.markdown import read_markdown  # noqa: PLC0415 (as above)

            return read_markdown(data, encoding=encoding, place=place)
        case "html" | "htm" | "xhtml":
            from segments.readers.html import read_html  # noqa: PLC0415 (as above)

            return read_html(data, encoding=encoding, place=place)
        case "docx":
            from segments.readers.docx import read_docx  # noqa: PLC0415 (as above)

            return read_docx(data, place=place)
        case _:
            return _read_plain(data, lang, encoding=encoding, reflow=reflow, place=place)


def write_document(
    original: bytes, suffix: str, targets: Sequence[CodedText | str | None], *, encoding: str | None = None
) -> bytes:
    """Give the document with each paragraph replaced by its target; None leaves a paragraph as it stands.

    Raises:
        OutputError: The format is not one that is written back, or a target does not fit into it.
    """
    match suffix.lower():
        case "md" | "markdown":
            from segments.writers.markdown import write_markdown  # noqa: PLC0415 (as above)

            return write_markdown(original, targets, encoding=encoding)
        case "html" | "htm" | "xhtml":
            from segments.writers.html import write_html  # noqa: PLC0415 (as above)

            return write_html(original, targets, encoding=encoding)
        case "docx":
            from segments.writers.docx import write_docx  # noqa: PLC0415 (as above)

            return write_docx(original, targets)
        case _:
            raise OutputError(f"A {suffix or 'plain'} file is not written back in its own format. Export it as txt.")


def _read_plain(data: bytes, lang: str, *, encoding: str | None, reflow: bool, place: str) -> Reading:
    from segments.encoding import read_bytes  # noqa: PLC0415 (as above)
    from segments.readers.plain import read_text  # noqa: PLC0415 (as above)

    text, used = read_bytes(data, encoding=encoding, place=place)
    reading = read_text(text, lang, reflow=reflow)
    return Reading(reading.paragraphs, reading.mends, used)
