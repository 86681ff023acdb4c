"""`tm analyse` by command line: a table, JSON, CSV, and a page."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Tm = Callable[..., CompletedProcess[str]]


@pytest.fixture
def text(tmp_path: Path) -> str:
    (tmp_path / "talks.ja.txt").write_text(
        "協議は二日目に中断された。\n\n協議は二日目に中断された。\n", encoding="utf-8"
    )
    return "talks.ja.txt"


def test_a_file_is_analysed_as_json_csv_and_table(tm: Tm, text: str) -> None:
    found = json.loads(tm("analyse", text, "--json").stdout)
    assert {one["band"]: one["segments"] for one in found["bands"] if one["segments"]} == {"repetitions": 1, "new": 1}
    assert set(found["bands"][0]) == {
        "band", "segments", "characters", "characters_no_space", "words", "pages", "rate", "weighted"
    }  # fmt: skip
    assert found["texts"][0]["name"] == text
    rows = list(csv.DictReader(io.StringIO(tm("analyse", text, "--csv", "--rate", "95-99=50").stdout)))
    assert {row["band"]: row["rate"] for row in rows}["95–99"] == "50"
    shown = tm("analyse", text).stdout
    assert "repetitions" in shown
    assert "weighted characters: 16.9" in shown


def test_a_document_is_analysed_by_its_name_and_all_by_none(tm: Tm, text: str, tmp_path: Path) -> None:
    assert tm("analyse").returncode == 2
    tm("import", text)
    (tmp_path / text).rename(tmp_path / "elsewhere.txt")
    assert json.loads(tm("analyse", text, "--json").stdout) == json.loads(tm("analyse", "--json").stdout)
    assert tm("analyse", "nothing").returncode == 2


def test_a_page_is_written_and_not_overwritten_unasked(tm: Tm, text: str, tmp_path: Path) -> None:
    assert tm("analyse", text, "--html", "quote.html").returncode == 0
    assert (tmp_path / "quote.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert tm("analyse", text, "--html", "quote.html").returncode == 3
    assert tm("analyse", text, "--html", "quote.html", "--force").returncode == 0


def test_a_rate_that_is_none_is_a_usage_error(tm: Tm, text: str) -> None:
    assert tm("analyse", text, "--rate", "100").returncode == 2
    assert tm("analyse", text, "--rate", "99=10").returncode == 2


def test_pretranslation_fills_drafts_that_undo_takes_back(tm: Tm, text: str) -> None:
    tm("import", text)
    assert tm("pretranslate").returncode == 1
    tm("confirm", "1", "The talks were suspended on the second day.")
    done = json.loads(tm("pretranslate", text, "--json").stdout)
    assert (done["empty"], done["filled"], done["scores"]) == (1, 1, [[100, 1]])
    assert "pretranslate, 1 segment" in tm("undo").stderr
