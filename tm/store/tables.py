"""The tables, as SQLAlchemy describes them: the same for SQLite and PostgreSQL.

Conventions: every id is AUTOINCREMENT, so that the id of a deleted row is never used again; every editable row has
`version`; times are UTC as ISO 8601 text with microseconds, which sorts as it reads; codes and extras are JSON text,
empty where there are none. What only SQLite understands is in `tm.store.triggers`.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *items: Column[object] | CheckConstraint | UniqueConstraint | Index) -> Table:
    """Make a table whose first column is an id that is never used twice."""
    return Table(name, metadata, Column("id", Integer, primary_key=True), *items, sqlite_autoincrement=True)


def _text(name: str, *, null: bool = False) -> Column[object]:
    """Make a text column, empty unless told."""
    return Column(name, Text, nullable=null, server_default=None if null else "")


def _version() -> Column[object]:
    """Make the column that counts a row's edits."""
    return Column("version", Integer, nullable=False, server_default="1")


def _refers(name: str, to: str, *, null: bool = False) -> Column[object]:
    """Make a column that names a row of another table by its id."""
    return Column(name, Integer, ForeignKey(f"{to}.id"), nullable=null, index=True)


identity = _table(
    "identity",
    Column("uuid", String(32), nullable=False, unique=True),
    _text("created_at"),
)

operation = _table(
    "operation",
    # Made by the client, so that the same request sent twice is carried out once.
    Column("uuid", String(32), nullable=False, unique=True),
    _text("action"),
    _text("at"),
    _text("by"),
    _refers("document_id", "document", null=True),
    Column("undone_by", Integer, ForeignKey("operation.id"), nullable=True),
)

memory = _table(
    "memory",
    Column("name", Text, nullable=False, unique=True),
    _text("client"),
    _text("source_lang"),
    _text("target_lang"),
    _text("created_at"),
    _version(),
)

glossary = _table(
    "glossary",
    Column("name", Text, nullable=False, unique=True),
    _text("client"),
    _text("created_at"),
    _version(),
)

project = _table(
    "project",
    Column("name", Text, nullable=False, unique=True),
    _text("client"),
    _text("source_lang"),
    _text("target_lang"),
    _refers("memory_id", "memory"),
    _text("deadline"),
    _text("created_at"),
    _text("opened_at"),
    _version(),
)

project_memory = _table(
    "project_memory",
    _refers("project_id", "project"),
    _refers("memory_id", "memory"),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("penalty", Integer, nullable=False, server_default="0"),
    UniqueConstraint("project_id", "memory_id"),
)

project_glossary = _table(
    "project_glossary",
    _refers("project_id", "project"),
    _refers("glossary_id", "glossary"),
    Column("priority", Integer, nullable=False, server_default="0"),
    UniqueConstraint("project_id", "glossary_id"),
)

document = _table(
    "document",
    _refers("project_id", "project"),
    _text("name"),
    _text("path"),
    _text("format"),
    _text("encoding"),
    _text("source_lang"),
    _text("target_lang"),
    _text("imported_at"),
    _text("imported_by"),
    # The file as it was, for writing the translation in its own form.
    Column("content", LargeBinary, nullable=False),
    # What the reading dropped or mended, as JSON.
    _text("report"),
    _text("deleted_at"),
    _version(),
)

paragraph = _table(
    "paragraph",
    _refers("document_id", "document"),
    Column("position", Integer, nullable=False),
    _text("kind"),
    _text("text"),
    UniqueConstraint("document_id", "position"),
)

segment = _table(
    "segment",
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("start", Integer, nullable=False, server_default="0"),
    _text("kind"),
    _text("source"),
    _text("source_codes"),
    _text("target"),
    _text("target_codes"),
    _text("status"),
    _text("origin"),
    _text("changed_at"),
    _text("changed_by"),
    _refers("operation_id", "operation", null=True),
    _version(),
    UniqueConstraint("document_id", "position"),
    CheckConstraint("status IN ('open', 'draft', 'confirmed', 'accepted', 'rejected')", name="status"),
)

# Written by triggers only, one row for each version of a segment; rows are never changed or deleted.
segment_version = _table(
    "segment_version",
    Column("segment_id", Integer, ForeignKey("segment.id"), nullable=False),
    Column("version", Integer, nullable=False),
    _text("source"),
    _text("source_codes"),
    _text("target"),
    _text("target_codes"),
    _text("status"),
    _text("origin"),
    _text("changed_at"),
    _text("changed_by"),
    _refers("operation_id", "operation", null=True),
    UniqueConstraint("segment_id", "version"),
)

comment = _table(
    "comment",
    _refers("segment_id", "segment"),
    _text("at"),
    _text("by"),
    _text("text"),
)

import_run = _table(
    "import_run",
    _refers("memory_id", "memory"),
    _text("path"),
    _text("format"),
    # The header of the file, as JSON, so that an export can write its properties and notes again.
    _text("header"),
    _text("started_at"),
    _text("by"),
    # Empty until the last, small transaction of the import: until then nobody sees its units.
    _text("completed_at"),
    # Who is at work, so that a start can tell an abandoned import from one that is running.
    _text("owner"),
)

unit = _table(
    "unit",
    # Indexed by itself, so that a memory is read in the order of its units' ids without sorting.
    _refers("memory_id", "memory"),
    _text("source_lang"),
    _text("target_lang"),
    _text("source"),
    _text("target"),
    _text("source_codes"),
    _text("target_codes"),
    _text("context_before"),
    _text("context_after"),
    Column("reviewed", Boolean, nullable=False, server_default="0"),
    _text("created_at"),
    _text("created_by"),
    _text("changed_at"),
    _text("changed_by"),
    Column("usage_count", Integer, nullable=False, server_default="0"),
    # What an exchange file said of the unit beyond these columns, as JSON, to be written again.
    _text("extras"),
    # Hash of the source's plain text, for exact matches; hash of everything, for telling a unit that is already there.
    Column("source_hash", BigInteger, nullable=False),
    Column("content_hash", BigInteger, nullable=False),
    Column("segment_id", Integer, ForeignKey("segment.id"), nullable=True, unique=True),
    _refers("import_id", "import_run", null=True),
    _version(),
    Index(None, "memory_id", "source_hash"),
    Index(None, "memory_id", "content_hash"),
)

# Written by triggers only: what a unit was before it was changed or deleted.
unit_version = _table(
    "unit_version",
    Column("unit_id", Integer, nullable=False, index=True),
    Column("memory_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    _text("source"),
    _text("source_codes"),
    _text("target"),
    _text("target_codes"),
    _text("extras"),
    _text("changed_at"),
    _text("changed_by"),
    _text("ended_by"),
)

# Feeds the match index: one row for each unit written or deleted, one for each import completed.
change_log = Table(
    "change_log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("unit_id", Integer, nullable=True),
    Column("import_id", Integer, nullable=True),
    Column("operation", String(8), nullable=False),
    Column("nonce", String(32), nullable=False),
    sqlite_autoincrement=True,
)

concept = _table(
    "concept",
    _refers("glossary_id", "glossary"),
    _text("domain"),
    _text("definition"),
    _text("note"),
    _text("source"),
    _text("changed_at"),
    _text("changed_by"),
    _version(),
)

term = _table(
    "term",
    _refers("concept_id", "concept"),
    _text("lang"),
    Column("text", Text, nullable=False, index=True),
    _text("status"),
    _text("reading"),
    _text("part_of_speech"),
    _text("note"),
    _version(),
    CheckConstraint("status IN ('preferred', 'admitted', 'forbidden')", name="status"),
)
