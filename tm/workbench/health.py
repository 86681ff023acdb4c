"""Is everything well: versions, SQLite, the database, the terminal."""

import locale
import os
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import version

from tm.store import Store
from tm.store.health import check_database

_PACKAGES = ("sqlalchemy", "sudachipy", "sudachidict-core", "rapidfuzz", "textual", "lxml", "numpy")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was seen, with the remedy where it is not."""

    name: str
    ok: bool
    detail: str


def examine(store: Store) -> list[Finding]:
    """Look at everything that can go wrong around the program."""
    return [*_versions(), *_database(store), *_terminal()]


def _versions() -> list[Finding]:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return [
        Finding("taiyaku", True, version("taiyaku")),
        Finding("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}"),
        Finding("packages", True, packages),
    ]


def _database(store: Store) -> list[Finding]:
    return [Finding(one.name, one.ok, one.detail) for one in check_database(store)]


def _terminal() -> list[Finding]:
    term = os.environ.get("TERM", "")
    encoding = (sys.stdout.encoding or locale.getpreferredencoding()).lower()
    if not sys.stdout.isatty():
        return [Finding("terminal", True, "none; the workbench needs one, the other commands do not")]
    utf8 = encoding.replace("-", "") == "utf8"
    able = term not in {"", "dumb"}
    return [
        Finding(
            "terminal", able, f"TERM={term or 'not set'}" + ("" if able else "; set it to xterm-256color or the like")
        ),
        Finding(
            "encoding", utf8, encoding + ("" if utf8 else "; Japanese needs UTF-8: set LANG=C.UTF-8 or PYTHONUTF8=1")
        ),
    ]
