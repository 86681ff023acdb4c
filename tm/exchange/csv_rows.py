"""The rows of a CSV or TSV file: encoding and delimiter found out, damaged rows reported, all others given.

A spreadsheet in Japanese writes CSV as cp932 without saying so, or as UTF-8 with a mark (BOM), and "Unicode text" as UTF-16
with tabs. Cells may hold line breaks (RFC 4180).
"""

import codecs
import csv
import io
import math
import re
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from segments.xml import codec_name, where
from tm.errors import InputError

Row = tuple[int, list[str]]

_CHUNK = 1 << 16
_SAMPLE_LINES = 20
# A row of more lines is a quotation that somebody forgot to close.
_LONGEST_ROW = 10_000
_LONGEST_CELL = 2**31 - 1

_QUOTED = re.compile('"[^"]*"')
# How bytes that cannot be decoded stand in a text that was read with "surrogateescape".
_UNDECODED = re.compile("[\udc80-\udcff]")


def read_rows(stream: BinaryIO, problems: list[str], *, encoding: str | None = None, place: str = "") -> Iterator[Row]:
    """Give the rows that are not empty, each with the number of the line it begins on.

    Args:
        stream: The file; it is read twice where the encoding has to be found out, and stays open.
        problems: Takes a sentence for each row that is left out.
        encoding: Its encoding; None: found out.
        place: Name of the file for messages.

    Raises:
        InputError: The file is empty or is not text.
    """
    source = stream if stream.seekable() else io.BytesIO(stream.read())
    known = codec_name(encoding, where(place, None)) if encoding else _found_encoding(source, place)
    texts = _lines(source, "utf-8-sig" if known == "utf-8" else known, place)
    sample = list(islice(texts, _SAMPLE_LINES))
    delimiter = _delimiter("".join(sample))
    for line, cells in _parsed(chain(sample, texts), delimiter, problems, place):
        if _UNDECODED.search("".join(cells)):
            problems.append(f"{where(place, line)}some bytes are not {known} text. The row was left out.")
        elif any(cell.strip() for cell in cells):
            yield line, cells


def _found_encoding(stream: BinaryIO, place: str) -> str:
    """Find out the encoding: by its mark, else UTF-8 or cp932, whichever fits further into the file."""
    start = stream.tell()
    head = stream.read(_CHUNK)
    stream.seek(start)
    if not head:
        raise InputError(f"{where(place, None)}the file is empty.")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    valid = {encoding: _valid_until(stream, encoding) for encoding in ("utf-8", "cp932")}
    if b"\x00" in head and valid["utf-8"] < math.inf:
        raise InputError(f"{where(place, None)}this is not text. Check that it is the right file.")
    return max(valid, key=lambda encoding: valid[encoding])


def _valid_until(stream: BinaryIO, encoding: str) -> float:
    """Give the place of the first byte that is no text of an encoding; infinite where all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    start = stream.tell()
    done = 0
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
            done += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return done + error.start
    finally:
        stream.seek(start)
    return math.inf


def _lines(stream: BinaryIO, encoding: str, place: str) -> Iterator[str]:
    """Give the lines as they stand, with their ends."""
    errors = "surrogatepass" if encoding.startswith("utf-16") else "surrogateescape"
    reader = io.TextIOWrapper(stream, encoding, errors, newline="")
    try:
        yield from reader
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where(place, None)}the end is not {encoding} text ({error.reason}). Say which encoding it is."
        ) from None
    finally:
        # Without this the stream of the caller would be closed together with the reader.
        reader.detach()


def _delimiter(sample: str) -> str:
    """Tell tabs from commas by the first line, outside quotations."""
    bare = _QUOTED.sub("", sample)
    return "\t" if "\t" in re.split("[\r\n]", bare, maxsplit=1)[0] else ","


def _parsed(texts: Iterator[str], delimiter: str, problems: list[str], place: str) -> Iterator[Row]:
    """Give the rows of the lines; after a damaged row, reading goes on with the line that follows its first."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = _Lines(texts)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            first = lines.put_back()
            if delimiter == "\t":
                # Many a file with tabs knows no quotations at all.
                yield lines.number, first.rstrip("\r\n").split("\t")
            else:
                problems.append(f"{where(place, lines.number)}the row is damaged ({error}). It was left out.")
        else:
            yield lines.row_starts, cells


class _Lines:
    """Lines with their numbers, which can be put back."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._waiting: deque[str] = deque()
        self._row: list[str] = []
        self.number = 0

    @property
    def row_starts(self) -> int:
        """The number of the line on which the row begins."""
        return self.number - len(self._row) + 1

    def begin_row(self) -> None:
        self._row = []

    def put_back(self) -> str:
        """Put all lines of the row back but the first, which is given."""
        first, *others = self._row
        self._waiting.extendleft(reversed(others))
        self.number -= len(others)
        return first

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._row) == _LONGEST_ROW:
            raise csv.Error("a quotation is not closed")
        line = self._waiting.popleft() if self._waiting else next(self._texts)
        self._row.append(line)
        self.number += 1
        return line
