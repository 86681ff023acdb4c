"""The command line as users have it: a program of its own, with a database of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Result = subprocess.CompletedProcess[str]
Tm = Callable[..., Result]


@pytest.fixture
def tm(tmp_path: Path) -> Tm:
    """Run `tm` in the test's folder."""
    environment = os.environ | {
        "TAIYAKU_DB": str(tmp_path / "taiyaku.db"),
        "TAIYAKU_USER": "tanaka",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "HOME": str(tmp_path / "home"),
        "PYTHONUTF8": "1",
    }

    def run(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> Result:
        return subprocess.run(
            [sys.executable, "-m", "tm", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=environment | (env or {}),
            check=False,
        )

    return run
