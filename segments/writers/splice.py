"""Translations into a text, each exactly where its original stood; everything else stays as it is."""

import codecs
from collections.abc import Callable, Iterator, Sequence

from segments.errors import OutputError
from segments.model import CodedText
from segments.readers.passage import Located
from segments.writers import Target
from segments.writers.fit import fit_codes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def check_count(paragraphs: int, targets: int) -> None:
    """See that there is one target for each paragraph.

    Raises:
        OutputError: There is not.
    """
    if paragraphs != targets:
        raise OutputError(
            f"The document has {paragraphs} paragraphs and the translation {targets}. Import the document again: "
            "it is not the one that was translated."
        )


def settle(source: CodedText, target: Target) -> CodedText | None:
    """Give what is to be written for a source; None when it stays as it stands."""
    if target is None:
        return None
    fitted = fit_codes(source, target)
    return None if fitted == source else fitted


def splice(
    text: str, places: Sequence[Located], targets: Sequence[Target], write: Callable[[Located, CodedText], str]
) -> str:
    """Give the text with each target written where its paragraph stood.

    Args:
        text: The whole source text.
        places: Its paragraphs, in their order.
        targets: One for each paragraph; None, or the paragraph's own text, leaves it untouched.
        write: Writes a target as it must look at a place.

    Raises:
        OutputError: The numbers of paragraphs and targets differ.
    """
    check_count(len(places), len(targets))
    return "".join(_pieces(text, places, targets, write))


def _pieces(
    text: str, places: Sequence[Located], targets: Sequence[Target], write: Callable[[Located, CodedText], str]
) -> Iterator[str]:
    at = 0
    for place, target in zip(places, targets, strict=True):
        settled = settle(CodedText(place.paragraph.text, place.paragraph.codes), target)
        if settled is not None:
            yield text[at : place.start]
            yield write(place, settled)
            at = place.end
    yield text[at:]


def encode_like(text: str, original: bytes, encoding: str, *, errors: str = "xmlcharrefreplace") -> bytes:
    """Give the bytes of a text in the encoding of the original, with its byte order mark if it has one.

    Characters that the encoding lacks become numeric references, which both HTML and Markdown understand, unless `errors`
    names another of Python's ways.
    """
    for mark, name in _MARKS:
        if original.startswith(mark):
            return mark + text.encode(name)
    return text.encode(encoding, errors=errors)


def markup_of(coded: CodedText, written: Callable[[str], str]) -> str:
    """Give a text with its codes as they were in their file; `written` writes the characters between them."""
    pieces: list[str] = []
    at = 0
    for code in coded.codes:
        pieces += [written(coded.plain[at : code.offset]), code.data]
        at = code.offset
    return "".join([*pieces, written(coded.plain[at:])])
