"""The floors hold at run time too: each pure room is imported alone, and what came with it is looked at."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOREIGN = {"sqlalchemy", "alembic", "textual", "click", "rich", "pysqlite3", "sqlite3"}
PURE_FOLDERS = ("segments", "glossary", "tm/match", "tm/exchange")


def modules(folder: str) -> list[str]:
    files = sorted((ROOT / folder).rglob("*.py"))
    return [".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files]


def loaded_with(module: str) -> set[str]:
    code = f"import sys, {module}; print('\\n'.join(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.split(".")[0] for name in said.stdout.split()}


@pytest.mark.parametrize("folder", PURE_FOLDERS)
def test_a_pure_room_brings_no_database_no_screen_and_no_command_line(folder: str) -> None:
    code = ", ".join(modules(folder))
    assert not loaded_with(code) & FOREIGN


def test_the_ground_floor_imports_nothing_of_the_floors_above() -> None:
    assert not loaded_with(", ".join(modules("segments"))) & {"glossary", "tm"}


def test_the_middle_floor_does_not_import_the_top() -> None:
    assert "tm" not in loaded_with(", ".join(modules("glossary")))


def test_help_loads_no_screen_no_database_and_no_morphology() -> None:
    heavy = {"textual", "sqlalchemy", "sudachipy", "lxml", "numpy", "alembic"}
    assert not loaded_with("tm.cli.main") & heavy
