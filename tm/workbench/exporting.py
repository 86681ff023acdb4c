"""Exports: a memory as TMX or CSV, a document as text. Nothing is overwritten unasked, nothing half written stays."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from segments.model import CodedText
from segments.writers import Target, writer_for
from segments.writers.join import join_targets
from tm.exchange import atomic_write, write_tmx, write_units_csv
from tm.model import Annotation, Document, ExchangeHeader, ExchangeUnit, Memory, SegmentRecord
from tm.store import Store, documents, imports
from tm.store.exchanged import exchange_unit
from tm.store.units import units_of


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: where, and how many units or segments; how many segments had no translation yet."""

    path: Path
    written: int
    untranslated: int = 0


def export_tmx(store: Store, memory: Memory, path: Path, *, force: bool = False) -> Exported:
    """Write a memory as TMX 1.4b, with everything that imported files said of its units.

    Raises:
        OutputError: The file exists and `force` is false, cannot be written, or a unit holds what XML cannot.
    """
    with atomic_write(path, force=force) as stream:
        units = exchange_units(store, memory)
        written = write_tmx(stream, _header(store, memory), units, source_lang=memory.source_lang)
    return Exported(path, written)


def export_csv(store: Store, memory: Memory, path: Path, *, force: bool = False) -> Exported:
    """Write a memory as CSV that spreadsheets open (UTF-8 with BOM) and that comes back in unchanged.

    Raises:
        OutputError: The file exists and `force` is false, or cannot be written.
    """
    with atomic_write(path, force=force) as stream:
        written = write_units_csv(stream, exchange_units(store, memory), langs=(memory.source_lang, memory.target_lang))
    return Exported(path, written)


def export_text(store: Store, document: Document, path: Path, *, force: bool = False) -> Exported:
    """Write a document's translation, a paragraph a line with an empty line between; what is not translated stays source.

    Raises:
        OutputError: The file exists and `force` is false, or cannot be written.
    """
    with store.read() as connection:
        records = documents.segments_between(connection, document.id, 1, 2**31 - 1)
    with atomic_write(path, force=force) as stream:
        stream.write("\n\n".join(_paragraphs(records, document.target_lang)).encode() + b"\n")
    return Exported(path, len(records), sum(not one.target.strip() for one in records))


def export_document(store: Store, document: Document, path: Path, *, force: bool = False) -> Exported:
    """Write a document's translation in its own format (text, Markdown, HTML, DOCX), with its formatting in place.

    A paragraph of which nothing is translated stays as it was; in one translated in part, open segments stay source.

    Raises:
        OutputError: A target does not fit into the format, the file exists and `force` is false, or it cannot be written.
    """
    with store.read() as connection:
        file, encoding = documents.source_file(connection, document.id)
        count = documents.paragraph_count(connection, document.id)
        records = documents.segments_between(connection, document.id, 1, 2**31 - 1)
    targets: list[Target] = [None] * count
    for number, group in groupby(records, lambda one: one.paragraph):
        sides = [(CodedText(one.source, one.source_codes), CodedText(one.target, one.target_codes)) for one in group]
        targets[number] = join_targets(sides, document.target_lang)
    data = writer_for(file.format, document.source_lang, encoding=encoding)(file.content, targets)
    with atomic_write(path, force=force) as stream:
        stream.write(data)
    return Exported(path, len(records), sum(not one.target.strip() for one in records))


def _between_sentences(lang: str) -> str:
    return "" if lang.lower().startswith(("ja", "zh")) else " "


def exchange_units(store: Store, memory: Memory) -> Iterator[ExchangeUnit]:
    """Give every unit of a memory as files have it, few of them in memory at a time."""
    with store.read() as connection:
        for unit, extras in units_of(connection, memory.id):
            yield exchange_unit(unit, extras)


def _paragraphs(records: list[SegmentRecord], lang: str) -> Iterator[str]:
    """Join the segments of each paragraph: with a space, but none between Japanese sentences."""
    space = _between_sentences(lang)
    for _, group in groupby(records, lambda one: one.paragraph):
        yield space.join((one.target if one.target.strip() else one.source).strip() for one in group)


def _header(store: Store, memory: Memory) -> ExchangeHeader:
    """Gather what the headers of all imported files said, each property and note once."""
    with store.read() as connection:
        said = [json.loads(text) for text in imports.headers(connection, memory.id) if text]
    annotations = {
        Annotation(one["element"], one["text"], tuple((name, value) for name, value in one["attributes"])): None
        for header in said
        for one in header["annotations"]
    }
    encodings = {one: None for header in said for one in header["encodings"]}
    return ExchangeHeader((), tuple(annotations), tuple(encodings))
