"""`tm concordance` by command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Tm = Callable[..., CompletedProcess[str]]


@pytest.fixture
def memory(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(
        "ja,en\n非核化の協議,Talks on denuclearization\n核の傘,The umbrella\n", encoding="utf-8"
    )
    assert tm("import", "units.csv").returncode == 0


@pytest.mark.usefixtures("memory")
def test_units_are_found_by_text_reading_side_and_pattern(tm: Tm) -> None:
    found = json.loads(tm("concordance", "核", "--json").stdout)
    assert [one["target"] for one in found] == ["The umbrella", "Talks on denuclearization"]
    assert set(found[0]) == {"source", "target", "memory", "document", "changed_at", "changed_by"}
    assert [one["source"] for one in json.loads(tm("concordance", "hikakuka", "--json").stdout)] == ["非核化の協議"]
    assert "The umbrella" in tm("concordance", "umbrella", "--in", "target").stdout
    assert tm("concordance", "umbrella", "--in", "source").returncode == 1
    assert "The umbrella" in tm("concordance", "--regex", r"^核\p{Hiragana}").stdout
    assert tm("concordance", "--regex", "(").returncode == 2
