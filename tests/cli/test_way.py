"""The whole way by command line: import, segment, match, confirm, review, export."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Tm = Callable[..., CompletedProcess[str]]

SOURCE = "協議は二日目に中断された。双方は再開の時期を示さなかった。\n\n協議は三日目に中断された。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "talks.ja.txt"
    file.write_text(SOURCE, encoding="utf-8")
    return file


def test_a_text_becomes_segments_without_a_database(tm: Tm, article: Path, tmp_path: Path) -> None:
    lines = tm("segment", article.name).stdout.splitlines()
    assert lines == ["協議は二日目に中断された。", "双方は再開の時期を示さなかった。", "協議は三日目に中断された。"]
    found = json.loads(tm("segment", article.name, "--json").stdout)
    assert [one["paragraph"] for one in found] == [0, 0, 1]
    assert set(found[0]) == {"text", "kind", "paragraph"}
    assert not (tmp_path / "taiyaku.db").exists()


def test_from_import_to_export(tm: Tm, article: Path, tmp_path: Path) -> None:
    told = json.loads(tm("import", article.name, "--json").stdout)
    assert (told["paragraphs"], told["segments"]) == (2, 3)
    assert tm("confirm", "1", "The talks were suspended on the second day.").returncode == 0
    found = json.loads(tm("match", "協議は三日目に中断された。", "--json").stdout)
    assert found[0]["target"] == "The talks were suspended on the second day."
    assert 60 <= found[0]["score"] < 100
    assert set(found[0]) == {"score", "similarity", "source", "target", "memory", "reasons"}
    assert tm("accept", "1").returncode == 0
    tm("confirm", "3", "The talks were suspended on the third day.")
    tm("reject", "3", "--reason", "Which talks?")
    versions = json.loads(tm("history", "3", "--json").stdout)
    assert [one["action"] for one in versions["versions"]] == ["import", "confirm", "reject"]
    assert [one["text"] for one in versions["comments"]] == ["Which talks?"]
    tm("export", "--format", "txt", "-o", "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").split("\n\n")[1].strip() == (
        "The talks were suspended on the third day."
    )
    progress = json.loads(tm("stats", "--json").stdout)[0]["progress"]
    assert (progress["accepted"], progress["rejected"], progress["open"]) == (1, 1, 1)


def test_units_go_out_as_csv_and_come_back_unchanged(tm: Tm, article: Path, tmp_path: Path) -> None:
    tm("import", article.name)
    tm("confirm", "1", 'He said, "no";\nthen left.')
    tm("export", "--format", "csv", "-o", "units.csv")
    data = (tmp_path / "units.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 2
    tm("new", "second")
    tm("import", "units.csv")
    tm("export", "--format", "csv", "-o", "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == data


def test_units_of_a_tmx_arrive_and_the_same_file_again_adds_nothing(tm: Tm, article: Path) -> None:
    tm("import", article.name)
    tm("confirm", "1", "The talks were suspended.")
    tm("export", "--format", "tmx", "-o", "units.tmx")
    tm("new", "second")
    assert json.loads(tm("import", "units.tmx", "--json").stdout)["added"] == 1
    assert json.loads(tm("import", "units.tmx", "--json").stdout)["known"] == 1


def test_a_damaged_tmx_changes_nothing_unless_the_good_units_are_wanted(tm: Tm, article: Path, tmp_path: Path) -> None:
    tm("import", article.name)
    tm("confirm", "1", "The talks were suspended.")
    tm("confirm", "2", "No date was given.")
    tm("export", "--format", "tmx", "-o", "units.tmx")
    whole = (tmp_path / "units.tmx").read_bytes()
    (tmp_path / "cut.tmx").write_bytes(whole[: whole.rindex(b"<tu")])
    tm("new", "second")
    refused = tm("import", "cut.tmx")
    assert refused.returncode == 3
    assert "--keep-good takes the 1 units before" in refused.stderr
    assert json.loads(tm("memories", "--json").stdout)[1]["units"] == 0
    kept = tm("import", "cut.tmx", "--keep-good")
    assert kept.returncode == 1
    assert json.loads(tm("memories", "--json").stdout)[1]["units"] == 1


def test_a_text_and_its_translation_become_units(tm: Tm, article: Path, tmp_path: Path) -> None:
    english = "The talks were suspended on day 2. Neither side gave a date.\n\nThe talks were suspended on day 3.\n"
    (tmp_path / "talks.en.txt").write_text(english, encoding="utf-8")
    beads = json.loads(tm("align", article.name, "talks.en.txt", "--json").stdout)
    assert [len(one["source"]) for one in beads] == [1, 1, 1]
    assert set(beads[0]) == {"source", "target", "confidence"}
    assert "3 units added" in tm("align", article.name, "talks.en.txt").stderr


def test_a_glossary_is_asked_by_kanji_kana_and_english(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_text(
        "ja,reading,en,alternatives,forbidden,domain,pos,note\n"
        "海底ケーブル,かいていケーブル,undersea cable,submarine cable,sea rope,infrastructure,noun,\n"
        "砕氷船,さいひょうせん,icebreaker,,ice boat,shipping,noun,polar waters\n",
        encoding="utf-8",
    )
    assert "2 concepts added" in tm("glossary", "import", "glossary.csv").stderr
    for query in ("砕氷船", "さいひょうせん", "icebreakers", "saihyousen"):
        found = json.loads(tm("term", query, "--json").stdout)
        assert (found[0]["source"], found[0]["target"]) == ("砕氷船", "icebreaker")
    assert found[0]["forbidden"] == ["ice boat"]
    near = tm("term", "海底ケーブ")
    assert "Near it" in near.stderr
    assert "undersea cable" in near.stdout
    assert tm("term", "大統領").returncode == 1
    (tmp_path / "a.txt").write_text("砕氷船が海底ケーブルを敷いた。", encoding="utf-8")
    hits = json.loads(tm("terms", "find", "a.txt", "--json").stdout)
    assert [(one["segment"], one["start"], one["end"], one["term"]) for one in hits] == [
        (1, 0, 3, "砕氷船"),
        (1, 4, 10, "海底ケーブル"),
    ]


def test_undo_takes_a_confirm_back(tm: Tm, article: Path) -> None:
    tm("import", article.name)
    tm("confirm", "1", "The talks were suspended.")
    assert "confirm" in tm("undo").stderr
    assert tm("undo").returncode == 1
    assert tm("match", "協議は二日目に中断された。").returncode == 1


def test_an_undo_leaves_what_was_changed_since_and_says_so(tm: Tm, article: Path) -> None:
    one, other = {"TAIYAKU_USER": "suzuki"}, {"TAIYAKU_USER": "tanaka"}
    tm("import", article.name, env=one)
    tm("confirm", "1", "The talks were suspended.", env=one)
    tm("confirm", "1", "The talks stopped.", env=other)
    assert "changed again since" in tm("undo", env=one).stderr
    assert "The talks stopped." in tm("match", "協議は二日目に中断された。").stdout


def test_one_of_a_thing_is_told_in_the_singular(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("一文だけです。", encoding="utf-8")
    assert "1 paragraph, 1 segment (" in tm("import", "one.txt").stderr
    tm("confirm", "1", "Only one.")
    assert tm("export", "--format", "tmx", "-o", "one.tmx").stderr.startswith("1 unit →")


def test_a_shift_jis_text_is_read_as_such(tm: Tm, tmp_path: Path) -> None:
    (tmp_path / "sjis.txt").write_bytes("①協議は～中断された。".encode("cp932"))
    assert tm("segment", "sjis.txt").stdout.strip() == "①協議は～中断された。"


def test_matches_come_for_each_segment_of_standard_input(tm: Tm, article: Path) -> None:
    tm("import", article.name)
    tm("confirm", "1", "The talks were suspended.")
    found = json.loads(tm("match", "-", "--json", stdin=SOURCE).stdout)
    assert [len(one["matches"]) for one in found] == [1, 0, 1]


def test_the_sample_without_a_terminal_prints_figures_a_match_and_a_term(tm: Tm, tmp_path: Path) -> None:
    shown = tm("sample")
    assert shown.returncode == 0
    assert "no terminal" in shown.stderr
    assert "segments done" in shown.stdout
    assert "term " in shown.stdout
    assert not (tmp_path / "taiyaku.db").exists()


def test_the_sample_never_touches_work_of_the_users_own(tm: Tm) -> None:
    tm("new", "own")
    for extra in ((), ("--fresh",)):
        refused = tm("sample", "--db", "taiyaku.db", *extra)
        assert refused.returncode == 2
        assert "'own'" in refused.stderr
    assert json.loads(tm("projects", "--json").stdout)[0]["project"]["name"] == "own"
    assert tm("sample", "--db", "sample.db").returncode == 0
    assert tm("sample", "--db", "sample.db", "--fresh").returncode == 0


def test_doctor_finds_a_fresh_database_well(tm: Tm) -> None:
    found = json.loads(tm("doctor", "--json").stdout)
    assert all(one["ok"] for one in found)
    assert {"sqlite", "database", "integrity", "taiyaku"} <= {one["name"] for one in found}


def test_a_backup_is_a_database_of_its_own(tm: Tm, article: Path) -> None:
    tm("import", article.name)
    assert tm("backup", "copy.db").returncode == 0
    assert json.loads(tm("--db", "copy.db", "documents", "--json").stdout)[0]["name"] == article.name
    assert tm("backup", "copy.db").returncode == 4
