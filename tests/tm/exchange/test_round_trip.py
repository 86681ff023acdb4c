"""What is written is read back the same: units of every shape, with codes one in the other, by TMX and by CSV."""

import io
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from lxml import etree

from segments.model import Code, CodeRole
from tm.exchange import read_tmx, read_units_csv, write_tmx, write_units_csv
from tm.exchange.markup import escape
from tm.model import Annotation, ExchangeHeader, ExchangeUnit, Variant

Pairs = tuple[tuple[str, str], ...]
Node = str | tuple[str, object]

TEXTS = st.text(
    st.one_of(
        st.sampled_from("\t\n\r <>&\"'　、。]"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    max_size=12,
)
SOME_TEXTS = TEXTS.filter(bool)


def attributes(*names: str) -> SearchStrategy[Pairs]:
    return st.dictionaries(st.sampled_from(names), TEXTS, max_size=3).map(lambda said: tuple(said.items()))


@st.composite
def native_content(draw: st.DrawFn) -> str:
    """Native code as a parser would write it: text, text with a `sub`, a `sub` with a `ph` in it."""
    before, inside, after = (escape(draw(SOME_TEXTS)) for _ in range(3))
    wrapped = draw(st.sampled_from(["{}", '<sub type="alt">{}</sub>', "<sub>a<ph>{}</ph></sub>"])).format(inside)
    return draw(st.sampled_from(["", before, before + wrapped + after]))


NATIVE: SearchStrategy[Node] = st.tuples(
    st.sampled_from(["ph", "ut", "it begin", "it end"]), st.tuples(attributes("x"), native_content())
)
NODES: SearchStrategy[list[Node]] = st.recursive(
    st.lists(st.one_of(SOME_TEXTS, NATIVE), max_size=3),
    lambda inner: st.lists(
        st.one_of(SOME_TEXTS, NATIVE, st.tuples(st.sampled_from(["hi", "bpt"]), st.tuples(attributes("x"), inner))),
        max_size=3,
    ),
    max_leaves=6,
)


class Flat:
    """A tree of texts and codes made flat, the slow and obvious way."""

    def __init__(self, nodes: list[Node]) -> None:
        self.text = ""
        self.codes: list[Code] = []
        self.hi = self.i = 0
        self.add(nodes)

    def add(self, nodes: object) -> None:
        assert isinstance(nodes, list)
        for node in nodes:
            if isinstance(node, str):
                self.text += node
            else:
                self.add_code(node[0].split(), *node[1])

    def add_code(self, words: list[str], said: Pairs, inside: object) -> None:
        if words[0] == "hi":
            self.hi += 1
            self.surround(f"hi{self.hi}", said, inside)
        elif words[0] == "bpt":
            self.i += 1
            self.between(str(self.i), said, inside)
        else:
            role = {"begin": CodeRole.OPEN, "end": CodeRole.CLOSE}.get(words[-1], CodeRole.STANDALONE)
            position = tuple(("pos", word) for word in words[1:])
            assert isinstance(inside, str)
            self.codes.append(Code(len(self.text), role, "", words[0], position + said, inside))

    def surround(self, pair: str, said: Pairs, inside: object) -> None:
        self.codes.append(Code(len(self.text), CodeRole.OPEN, pair, "hi", said))
        self.add(inside)
        self.codes.append(Code(len(self.text), CodeRole.CLOSE, pair, "hi"))

    def between(self, i: str, said: Pairs, inside: object) -> None:
        self.codes.append(Code(len(self.text), CodeRole.OPEN, i, "bpt", (("i", i), *said), "&lt;b&gt;"))
        self.add(inside)
        self.codes.append(Code(len(self.text), CodeRole.CLOSE, i, "ept", (("i", i),)))


ANNOTATIONS = st.lists(
    st.one_of(
        st.builds(Annotation, st.just("prop"), TEXTS, st.tuples(st.tuples(st.just("type"), TEXTS))),
        st.builds(Annotation, st.just("note"), TEXTS, attributes("xml:lang", "o-encoding")),
    ),
    max_size=3,
).map(tuple)


def variants(lang: str) -> SearchStrategy[Variant]:
    return st.builds(
        lambda flat, said, annotations: Variant(lang, flat.text, tuple(flat.codes), said, annotations),
        NODES.map(Flat),
        attributes("creationid", "changedate", "usagecount", "o-encoding"),
        ANNOTATIONS,
    )


UNITS = st.builds(
    ExchangeUnit,
    st.one_of(
        st.tuples(variants("ja-JP")),
        st.tuples(variants("ja"), variants("en-GB")),
        st.tuples(variants("ja"), variants("en"), variants("EN"), variants("ja-JP")),
    ),
    attributes("tuid", "creationid", "creationdate", "usagecount", "datatype", "x-own"),
    ANNOTATIONS,
)
HEADERS = st.builds(
    ExchangeHeader,
    attributes("creationid", "o-encoding").map(
        lambda said: (
            ("creationtool", "Loom"),
            ("creationtoolversion", "2"),
            ("segtype", "phrase"),
            ("o-tmf", "loom"),
            ("adminlang", "ja"),
            ("srclang", "ja"),
            ("datatype", "html"),
            *said,
        )
    ),
    ANNOTATIONS,
    st.sampled_from([(), ('<ude name="own"><map unicode="#xE000" ent="seal"/></ude>',)]),
)


def without_foreign_order(unit: ExchangeUnit) -> ExchangeUnit:
    """Attributes that TMX does not have come back after the others."""
    said = tuple(sorted(unit.attributes, key=lambda one: one[0] == "x-own"))
    return ExchangeUnit(unit.variants, said, unit.annotations)


def written(header: ExchangeHeader, units: list[ExchangeUnit]) -> bytes:
    stream = io.BytesIO()
    assert write_tmx(stream, header, units, source_lang="ja") == len(units)
    return stream.getvalue()


@settings(deadline=None)
@given(HEADERS, st.lists(UNITS, max_size=3))
def test_a_tmx_reads_back_as_it_was_written(header: ExchangeHeader, units: list[ExchangeUnit]) -> None:
    reader = read_tmx(io.BytesIO(written(header, units)))
    assert reader.header == header
    assert list(reader) == [without_foreign_order(unit) for unit in units]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HEADERS, st.lists(UNITS, max_size=3))
def test_every_tmx_written_is_valid_against_its_dtd(
    shared: Path, header: ExchangeHeader, units: list[ExchangeUnit]
) -> None:
    dtd = etree.DTD(str(shared / "data" / "tmx14.dtd"))
    assert dtd.validate(etree.fromstring(written(header, units))), dtd.error_log


# In CSV every character may stand that can be stored.
CONTROLS = TEXTS.map(lambda text: text + "\x1b\x85\u2028\ufeff\r")


@settings(deadline=None)
@given(
    st.lists(UNITS, max_size=3),
    st.sampled_from([("ja", "en"), ("en", "ja"), ("ja-JP", "en-GB"), ("fr", "de")]),
    CONTROLS,
)
@example([ExchangeUnit((Variant("ja", ""), Variant("en", "")))], ("ja", "en"), "")
@example([ExchangeUnit((Variant("ja", '\r"港,\t\n', (), ()), Variant("en", "=1+1")))], ("ja", "en"), "")
def test_a_table_reads_back_as_it_was_written(units: list[ExchangeUnit], langs: tuple[str, str], text: str) -> None:
    if text:
        units = [*units, ExchangeUnit((Variant(langs[0], text), Variant(langs[1], text)))]
    stream = io.BytesIO()
    assert write_units_csv(stream, units, langs=langs) == len(units)
    stream.seek(0)
    if not units:
        return
    table = read_units_csv(stream, langs=("ja", "en"))
    assert list(table.units) == units
    assert table.problems == []
