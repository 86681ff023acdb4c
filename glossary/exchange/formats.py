"""The formats of glossary files: which one a file has, and which one a suffix asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from glossary.exchange.columns import Column, columns_by_name
from glossary.exchange.omegat import omegat_losses, read_omegat, write_omegat
from glossary.exchange.table import Problem, csv_losses, read_csv, write_csv
from glossary.exchange.tbx_read import read_tbx
from glossary.exchange.tbx_write import tbx_losses, write_tbx
from glossary.exchange.utx_read import read_utx
from glossary.exchange.utx_write import utx_losses, write_utx
from glossary.exchange.xlsx import read_xlsx, write_xlsx, xlsx_losses
from glossary.model import Concept
from segments.encoding import read_bytes
from segments.errors import OutputError

Read = Callable[[bytes, str], tuple[list[Concept], list[Problem]]]

_OMEGAT_SUFFIXES = (".txt", ".tab", ".utf8")


@dataclass(frozen=True, slots=True)
class _Format:
    """How concepts are written for a source and a target language, and what is lost by it."""

    write: Callable[[Sequence[Concept], str, str], bytes]
    losses: Callable[[Sequence[Concept], str, str], list[str]]


_OMEGAT = _Format(
    lambda concepts, source, target: write_omegat(concepts, source_lang=source, target_lang=target),
    lambda concepts, source, target: omegat_losses(concepts, source_lang=source, target_lang=target),
)
_FORMATS: Mapping[str, _Format] = {
    ".csv": _Format(
        lambda concepts, *_: write_csv(concepts).encode("utf-8-sig"), lambda concepts, *_: csv_losses(concepts)
    ),
    ".tsv": _Format(
        lambda concepts, *_: write_csv(concepts, separator="\t").encode("utf-8-sig"),
        lambda concepts, *_: csv_losses(concepts, table="TSV"),
    ),
    ".xlsx": _Format(lambda concepts, *_: write_xlsx(concepts), lambda concepts, *_: xlsx_losses(concepts)),
    ".tbx": _Format(
        lambda concepts, source, target: write_tbx(concepts, source_lang=source, target_lang=target),
        lambda concepts, *_: tbx_losses(concepts),
    ),
    ".utx": _Format(
        lambda concepts, source, target: write_utx(concepts, source_lang=source, target_lang=target),
        lambda concepts, source, target: utx_losses(concepts, source_lang=source, target_lang=target),
    ),
    **dict.fromkeys(_OMEGAT_SUFFIXES, _OMEGAT),
}
SUFFIXES = tuple(_FORMATS)


def read_glossary(data: bytes, file_name: str, *, encoding: str | None = None) -> tuple[list[Concept], list[Problem]]:
    """Read a glossary of any format: XLSX, TBX and UTX are known by their first bytes, the others by suffix and look.

    A text with tabs and no names of columns, or with OmegaT's comment lines, is read as OmegaT's, all else as a table.

    Args:
        data: The bytes of the file.
        file_name: Its name, for the suffix and for messages.
        encoding: The encoding of a text when the user knows it; None detects it. XLSX and TBX know their own.

    Raises:
        InputError: The file cannot be read as what it seems to be.
    """
    return _reader(data, file_name, encoding)(data, file_name)


def _reader(data: bytes, file_name: str, encoding: str | None) -> Read:
    suffix = PurePath(file_name).suffix.lower()
    if data.startswith(b"PK") or suffix == ".xlsx":
        return read_xlsx
    head = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"<") or suffix == ".tbx":
        return read_tbx
    if head[:4].upper() == b"#UTX" or suffix == ".utx":
        return partial(read_utx, encoding=encoding)
    if suffix != ".csv" and (
        head.startswith(b"#") or (suffix in _OMEGAT_SUFFIXES and _is_bare(data, file_name, encoding))
    ):
        return partial(read_omegat, encoding=encoding)
    return partial(read_csv, encoding=encoding)


def _is_bare(data: bytes, file_name: str, encoding: str | None) -> bool:
    """Tell whether the first line that holds anything has tabs and names no column of terms."""
    text, _ = read_bytes(data, encoding=encoding, place=file_name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    return "\t" in first and not {Column.JA, Column.EN} & columns_by_name(first.split("\t")).keys()


def write_glossary(
    concepts: Sequence[Concept], suffix: str, *, source_lang: str = "ja", target_lang: str = "en"
) -> bytes:
    """Write a glossary in the format of a suffix: `.csv`, `.tsv`, `.xlsx`, `.tbx`, `.utx`, or OmegaT's `.txt`.

    Raises:
        OutputError: The suffix is unknown, or the format cannot be written.
    """
    return _format(suffix).write(concepts, source_lang, target_lang)


def glossary_losses(
    concepts: Sequence[Concept], suffix: str, *, source_lang: str = "ja", target_lang: str = "en"
) -> list[str]:
    """Say what of the concepts would be lost in the format of a suffix, a sentence for each loss.

    Raises:
        OutputError: The suffix is unknown.
    """
    return _format(suffix).losses(concepts, source_lang, target_lang)


def _format(suffix: str) -> _Format:
    try:
        return _FORMATS[suffix.lower()]
    except KeyError:
        raise OutputError(
            f"No glossary format has the suffix '{suffix}'. Choose among {', '.join(SUFFIXES)}."
        ) from None
