"""Bringing a document in: a file is read, reflowed, segmented, and stored with what was dropped and mended."""

from dataclasses import dataclass, replace
from pathlib import Path

from segments import read_bytes, read_text, segment_paragraphs
from segments.model import Mend, Reading, Segment
from segments.readers import reader_for
from tm.errors import InputError
from tm.model import Document, Project
from tm.store import Store
from tm.store import documents as stored
from tm.workbench.documents import get_document
from tm.workbench.importing import UNIT_FORMATS
from tm.workbench.sources import read_file


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file read and segmented, not stored."""

    file: stored.SourceFile
    reading: Reading
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """What an import of a document did."""

    document: Document
    paragraphs: int
    segments: int
    mends: tuple[Mend, ...]
    encoding: str


def read_document(path: Path, lang: str, *, encoding: str | None = None, reflow: bool = True) -> ReadDocument:
    """Read a file into paragraphs and segments; nothing is stored.

    Raises:
        InputError: The file is not there, cannot be read, is empty, or is not text.
    """
    content = read_file(path)
    read = reader_for(path.suffix, encoding=encoding)
    if read is None:
        reading = _read_plain(content, lang, encoding=encoding, reflow=reflow, place=str(path))
    else:
        reading = read(content, place=str(path))
    found = tuple(segment_paragraphs(reading.paragraphs, lang))
    if not found:
        raise InputError(f"{path}: there is no text in this file to translate.")
    return ReadDocument(stored.SourceFile(path.name, str(path.resolve()), path.suffix, content), reading, found)


def _read_plain(data: bytes, lang: str, *, encoding: str | None, reflow: bool, place: str) -> Reading:
    text, used = read_bytes(data, encoding=encoding, place=place)
    return replace(read_text(text, lang, reflow=reflow), encoding=used)


def import_document(
    store: Store, project: Project, path: Path, *, encoding: str | None = None, reflow: bool = True
) -> ImportedDocument:
    """Bring a file into a project as a document, ready to translate.

    Raises:
        InputError: The file cannot be read as text, or is of a format that holds units.
        StoreError: The database cannot be written; then nothing of the document is stored.
    """
    if path.suffix.lstrip(".").lower() in UNIT_FORMATS:
        raise InputError(f"{path}: such a file holds units, not a text. Bring them into a memory with: tm import FILE")
    read = read_document(path, project.source_lang, encoding=encoding, reflow=reflow)
    with store.write() as connection:
        document_id = stored.add_document(
            connection,
            project.id,
            file=read.file,
            langs=(project.source_lang, project.target_lang),
            reading=read.reading,
            segments=read.segments,
            by=store.user,
        )
    return ImportedDocument(
        get_document(store, document_id),
        len(read.reading.paragraphs),
        len(read.segments),
        read.reading.mends,
        read.reading.encoding,
    )
