"""Analysis: every segment in one band, the same whatever a project does with its memories."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import add_sentences
from tm.errors import OutputError, RequestError
from tm.model import Document, ExchangeUnit, Project, ReferenceMemory, Variant
from tm.store import Store
from tm.workbench import (
    RATES,
    Analysis,
    TextAnalysis,
    analyse,
    confirm,
    list_documents,
    new_project,
    segments_page,
    write_analysis_page,
)
from tm.workbench.importing import add_all
from tm.workbench.volume import volume

NEAR = "制裁の解除が主な争点になったとみられる。"


def bring(store: Store, project: Project, *sources: str) -> None:
    units = [ExchangeUnit((Variant("ja", source), Variant("en", f"Sentence {source}"))) for source in sources]
    add_all(store, project.memory, units, path="units", file_format="test")


def counts(one: TextAnalysis) -> dict[str, int]:
    return {band.name: band.volume.segments for band in one.bands if band.volume.segments}


def test_every_segment_is_in_one_band(store: Store, project: Project, document: Document) -> None:
    bring(store, project, NEAR)
    found = analyse(store, project, [document])
    assert counts(found.total) == {"repetitions": 1, "85–94": 1, "new": 3}
    assert [band.name for band in found.total.bands] == list(RATES)
    assert sum(band.volume.characters for band in found.total.bands) == found.total.volume.characters


def test_a_segment_with_its_neighbours_is_a_context_match(store: Store, project: Project, document: Document) -> None:
    for segment in segments_page(store, document.id, 1, 5):
        confirm(store, segment, f"Sentence {segment.position}.")
    again = add_sentences(store, project, tuple(one.source for one in segments_page(store, document.id, 1, 5)))
    assert counts(analyse(store, project, [again]).total) == {"101": 5}


def test_a_segment_does_not_match_the_unit_it_made_itself(store: Store, project: Project, document: Document) -> None:
    confirm(store, segments_page(store, document.id, 2, 1)[0], "Neither side said when.")
    assert counts(analyse(store, project, [document]).total) == {"repetitions": 1, "new": 4}


def test_the_penalty_of_a_memory_changes_no_band(store: Store, project: Project, document: Document) -> None:
    bring(store, project, "双方は再開の時期を示さなかった。", NEAR)
    other = new_project(store, "other", client=project.client)
    reading = replace(other, references=(ReferenceMemory(project.memory, penalty=20),))
    assert analyse(store, reading, [document]).total.bands == analyse(store, project, [document]).total.bands


def test_files_are_analysed_and_not_stored(store: Store, project: Project, tmp_path: Path) -> None:
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    first.write_text("協議は二日目に中断された。", encoding="utf-8")
    second.write_text("協議は二日目に中断された。双方は再開の時期を示さなかった。", encoding="utf-8")
    found = analyse(store, project, [first, second])
    assert [one.name for one in found.texts] == ["one.txt", "two.txt"]
    assert [counts(one) for one in found.texts] == [{"new": 1}, {"repetitions": 1, "new": 1}]
    assert counts(found.total) == {"repetitions": 1, "new": 2}
    assert list_documents(store, project) == []


def test_internal_fuzzies_resemble_an_earlier_segment_more_than_the_memories(store: Store, project: Project) -> None:
    document = add_sentences(store, project, ("協議は二日目に中断された。", "協議は三日目に中断された。", "雪。"))
    found = analyse(store, project, [document]).total
    assert counts(found) == {"new": 3}
    assert [band.volume.segments for band in found.internal] == [0, 1, 0, 0]
    assert found.weighted_internal == pytest.approx(found.weighted - 13 * 0.4)
    bring(store, project, "協議は三日目に中断された。")
    known = analyse(store, project, [document]).total
    assert counts(known) == {"100": 1, "85–94": 1, "new": 1}
    assert sum(band.volume.segments for band in known.internal) == 0


def test_rates_weight_characters_of_japanese_and_words_of_english(store: Store, project: Project) -> None:
    document = add_sentences(store, project, ("海 氷。", "海 氷。"))
    found = analyse(store, project, [document], rates={"repetitions": 10})
    assert found.counts == "characters"
    assert found.total.weighted == pytest.approx(3 + 0.3)
    back = new_project(store, "back", source_lang="en", target_lang="ja")
    english = add_sentences(store, back, ("The sea ice melts.",))
    assert analyse(store, back, [english]).counts == "words"
    assert analyse(store, back, [english]).total.weighted == pytest.approx(4)


def test_a_rate_for_no_band_is_refused(store: Store, project: Project) -> None:
    with pytest.raises(RequestError, match="no band '95'"):
        analyse(store, project, [], rates={"95": 10})


def test_progress_is_told_for_every_segment(store: Store, project: Project, document: Document) -> None:
    told: list[tuple[int, int]] = []
    analyse(store, project, [document], on_progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 5) for number in range(1, 6)]


def test_volumes_count_characters_latin_words_and_pages() -> None:
    held = volume(["ＣＮＮ の報道は 2,000 件。", "It isn't so."])
    assert (held.segments, held.characters, held.characters_no_space, held.words) == (2, 29, 24, 5)
    assert held.pages == pytest.approx(24 / 400)


def test_the_page_is_whole_and_safe(store: Store, project: Project, tmp_path: Path) -> None:
    source = tmp_path / "<b>&.txt"
    source.write_text("雪。", encoding="utf-8")
    found: Analysis = analyse(store, project, [source])
    write_analysis_page(found, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;.txt" in page
    assert "<b>" not in page
    assert "width:100.0%" in page
    with pytest.raises(OutputError):
        write_analysis_page(found, tmp_path / "page.html")
