"""What comes into a memory goes out of it word for word, whatever a file said of a unit."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segments.model import Code, CodeRole
from tm.model import Annotation, ExchangeUnit, Memory, Project, Variant
from tm.store import Store
from tm.workbench.exporting import exchange_units
from tm.workbench.importing import add_all
from tm.workbench.projects import list_memories, new_project

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
PAIRS = st.lists(
    st.tuples(st.sampled_from(["x-a", "creationid", "changedate", "usagecount", "tuid"]), TEXT), max_size=3
)
ATTRIBUTES = PAIRS.map(lambda pairs: tuple(dict(pairs).items()))
ANNOTATIONS = st.lists(st.builds(Annotation, st.sampled_from(["prop", "note"]), TEXT, ATTRIBUTES), max_size=3).map(
    tuple
)
NUMBERS = count()


@st.composite
def variants(draw: st.DrawFn) -> tuple[Variant, ...]:
    langs = draw(st.permutations(["ja", "en-US", "fr", "JA-JP", "de"]))[: draw(st.integers(1, 4))]
    return tuple(draw(variant(lang)) for lang in langs)


@st.composite
def variant(draw: st.DrawFn, lang: str) -> Variant:
    text = draw(TEXT)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    codes = tuple(
        Code(offset, draw(st.sampled_from(CodeRole)), "1", "bpt", draw(ATTRIBUTES), draw(TEXT)) for offset in offsets
    )
    return Variant(lang, text, codes, draw(ATTRIBUTES), draw(ANNOTATIONS))


UNITS = st.lists(st.builds(ExchangeUnit, variants(), ATTRIBUTES, ANNOTATIONS), max_size=5, unique=True)


def fresh_memory(store: Store) -> Memory:
    return new_project(store, f"memory {next(NUMBERS)}").memory


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(UNITS)
def test_units_go_out_as_they_came_in(store: Store, units: list[ExchangeUnit]) -> None:
    memory = fresh_memory(store)
    assert add_all(store, memory, units, path="units", file_format="test") == len(units)
    assert list(exchange_units(store, memory)) == units
    assert add_all(store, memory, units, path="units", file_format="test") == 0


def test_an_import_that_fails_leaves_nothing(store: Store, project: Project) -> None:
    def units() -> Iterator[ExchangeUnit]:
        yield from (ExchangeUnit((Variant("ja", f"文{n}"), Variant("en", f"Sentence {n}"))) for n in range(2_500))
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        add_all(store, project.memory, units(), path="units", file_format="test")
    assert [one.units for one in list_memories(store)] == [0]
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM unit").scalar_one() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM unit_version").scalar_one() == 0
