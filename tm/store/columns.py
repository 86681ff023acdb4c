"""How values become columns and columns become values."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, TypeAlias

from sqlalchemy import Row

from segments.model import Code, CodeRole

AnyRow: TypeAlias = Row[*tuple[Any, ...]]


def now() -> str:
    """Give this moment as it is stored: UTC, ISO 8601, microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime | None:
    """Read a stored time; empty means unknown."""
    return datetime.fromisoformat(text) if text else None


def moment_text(at: datetime | None) -> str:
    """Write a time as it is stored; unknown is empty."""
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else ""


def codes_text(codes: Sequence[Code]) -> str:
    """Write inline codes as JSON; none is empty."""
    if not codes:
        return ""
    rows = [[code.offset, code.role, code.pair, code.element, code.attributes, code.data] for code in codes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def codes(text: str) -> tuple[Code, ...]:
    """Read inline codes from JSON."""
    if not text:
        return ()
    return tuple(
        Code(offset, CodeRole(role), pair, element, tuple((name, value) for name, value in attributes), data)
        for offset, role, pair, element, attributes, data in json.loads(text)
    )


def hash_of(*parts: str) -> int:
    """Hash texts to 64 bits, signed as a database has them; the same in every process and on every machine."""
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
