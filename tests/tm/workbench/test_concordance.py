"""Concordance: what contains a text is found, newest first, also of one character, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segments.fold import fold
from tm.errors import RequestError
from tm.model import Document, ExchangeUnit, Project, Variant
from tm.store import Store
from tm.workbench import (
    Side,
    concordance,
    concordance_by_pattern,
    confirm,
    new_project,
    segments_page,
    unconfirm,
)
from tm.workbench.importing import add_all


def bring(store: Store, project: Project, *pairs: tuple[str, str]) -> None:
    units = [ExchangeUnit((Variant("ja", source), Variant("en", target))) for source, target in pairs]
    add_all(store, project.memory, units, path="units", file_format="test")


@pytest.fixture
def units(store: Store, project: Project) -> None:
    bring(
        store,
        project,
        ("核の傘について。", "On the umbrella."),
        ("ＣＮＮの報道。", "A CNN report on the Umbrella Movement."),
        ("非核化の第 2回協議", "The second talks"),
        ("cnnではない。", "Not CNN's report."),
    )


def found(store: Store, project: Project, query: str, side: Side = Side.BOTH) -> list[str]:
    return [unit.source for unit in concordance(store, project, query, side=side)]


@pytest.mark.usefixtures("units")
def test_a_text_is_found_in_source_or_target_whatever_its_width_or_case(store: Store, project: Project) -> None:
    assert found(store, project, "核") == ["非核化の第 2回協議", "核の傘について。"]
    assert found(store, project, "CNN") == ["cnnではない。", "ＣＮＮの報道。"]
    assert found(store, project, "umbrella m") == ["ＣＮＮの報道。"]
    assert found(store, project, "第2回") == found(store, project, "第 ２ 回") == ["非核化の第 2回協議"]
    assert found(store, project, "brell") == ["ＣＮＮの報道。", "核の傘について。"]
    assert found(store, project, " ") == found(store, project, "") == found(store, project, "雪") == []


@pytest.mark.usefixtures("units")
def test_a_word_is_found_by_its_reading_in_kana_and_romaji(store: Store, project: Project) -> None:
    assert found(store, project, "ひかくか") == found(store, project, "hikakuka") == ["非核化の第 2回協議"]
    bring(store, project, ("きょうぎの場", "A hikakuka of its own"))
    assert found(store, project, "きょうぎ") == ["きょうぎの場", "非核化の第 2回協議"]
    assert found(store, project, "hikakuka") == ["きょうぎの場"]


@pytest.mark.usefixtures("units")
def test_one_side_alone_can_be_searched(store: Store, project: Project) -> None:
    assert found(store, project, "CNN", Side.SOURCE) == ["cnnではない。", "ＣＮＮの報道。"]
    assert found(store, project, "report", Side.SOURCE) == []
    assert found(store, project, "report", Side.TARGET) == ["cnnではない。", "ＣＮＮの報道。"]


@pytest.mark.usefixtures("units")
def test_pages_follow_each_other(store: Store, project: Project) -> None:
    every = concordance(store, project, "の")
    assert len(every) == 3
    assert [concordance(store, project, "の", limit=1, offset=place)[0] for place in range(3)] == every
    assert concordance(store, project, "の", limit=1, offset=3) == []


def test_confirmed_changed_and_withdrawn_units_are_followed_at_once(
    store: Store, project: Project, document: Document
) -> None:
    assert found(store, project, "suspended") == []
    done = confirm(store, segments_page(store, document.id, 1, 1)[0], "The talks were suspended.")
    assert len(found(store, project, "suspended")) == 1
    with Store.open(store.path, user="suzuki") as other:
        assert len(found(other, project, "suspended")) == 1
        done = confirm(store, done, "The talks were broken off.")
        assert (found(other, project, "suspended"), len(found(other, project, "broken"))) == ([], 1)
        unconfirm(store, done)
        assert found(other, project, "broken") == []


def test_an_index_is_kept_in_a_file_and_opened_from_it(store: Store, project: Project) -> None:
    bring(store, project, *((f"第{number}条を改める。", f"Article {number}.") for number in range(2_500)))
    assert found(store, project, "第12条") == ["第12条を改める。"]
    (file,) = store.path.with_name(store.path.name + "-index").glob("*-concordance.idx")
    written = file.stat().st_mtime_ns
    with Store.open(store.path) as again:
        assert found(again, project, "第12条") == ["第12条を改める。"]
    assert file.stat().st_mtime_ns == written
    file.write_bytes(file.read_bytes()[:-100_000])
    with Store.open(store.path) as again:
        assert found(again, project, "第12条") == ["第12条を改める。"]
    assert file.stat().st_mtime_ns > written


def test_units_of_memories_that_a_project_reads_come_in_one_order(store: Store, project: Project) -> None:
    bring(store, project, ("一の核", "One"))
    other = new_project(store, "other", client=project.client, references=[project.memory.name])
    bring(store, other, ("二の核", "Two"))
    bring(store, project, ("三の核", "Three"))
    assert found(store, other, "核") == ["三の核", "二の核", "一の核"]
    assert found(store, project, "核") == ["三の核", "一の核"]


@pytest.mark.usefixtures("units")
def test_a_regular_expression_is_searched_for_and_stopped_in_time(store: Store, project: Project) -> None:
    assert [unit.target for unit in concordance_by_pattern(store, project, r"第\s*\p{Nd}+回")] == ["The second talks"]
    assert concordance_by_pattern(store, project, "^On", side=Side.SOURCE) == []
    with pytest.raises(RequestError, match="cannot be read"):
        concordance_by_pattern(store, project, "(")
    bring(store, project, ("あ" * 40, "a" * 40))
    with pytest.raises(RequestError, match="stopped after"):
        concordance_by_pattern(store, project, r"(あ|あ)+b|(あ|ああ)+$x", seconds=0.2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(texts=st.lists(st.text("核Ａa 。1", min_size=1, max_size=5), max_size=4), query=st.text("核Ａa 1", max_size=3))
def test_the_answer_is_that_of_looking_at_every_unit(
    store: Store, project: Project, texts: list[str], query: str
) -> None:
    bring(store, project, *((text, "x") for text in texts))
    every = concordance(store, project, "x", limit=10_000)
    wanted = fold(query, "ja")
    containing = [unit for unit in every if wanted and wanted in fold(unit.source, "ja")]
    assert concordance(store, project, query, limit=10_000) == containing
