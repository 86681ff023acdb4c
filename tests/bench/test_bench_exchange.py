"""Figures of reading and writing 500,000 units: units a second, and the memory that it takes."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from segments.model import Code, CodeRole
from tm.exchange import read_tmx, read_units_csv, write_tmx, write_units_csv
from tm.model import Annotation, ExchangeHeader, ExchangeUnit, Variant

COUNT = 500_000

pytestmark = pytest.mark.bench


def units() -> Iterator[ExchangeUnit]:
    """Units as an agency has them: dates, names, two properties, codes in every tenth."""
    said = (("creationdate", "20240405T060708Z"), ("creationid", "abe"), ("changeid", "mori"), ("usagecount", "3"))
    annotations = (
        Annotation("prop", "Harbour", (("type", "client"),)),
        Annotation("prop", "ferries", (("type", "x"),)),
    )
    bold = Code(0, CodeRole.OPEN, "1", "bpt", (("i", "1"),), "&lt;b&gt;")
    end = Code(5, CodeRole.CLOSE, "1", "ept", (("i", "1"),), "&lt;/b&gt;")
    for number in range(COUNT):
        codes = (bold, end) if number % 10 == 0 else ()
        source = Variant("ja", f"港湾管理者は{number}番の桟橋の使用を届け出た者に許可しなければならない。", codes)
        target = Variant(
            "en", f"The harbour authority must permit the use of pier {number} to those who gave notice.", codes
        )
        yield ExchangeUnit((source, target), (("tuid", str(number)), *said), annotations)


def tell(what: str, started: float, path: Path) -> None:
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    print(f"\n{what}: {COUNT / seconds:,.0f} units/s, {size:.0f} MB in {seconds:.1f} s, peak memory {peak:.0f} MB")


@pytest.mark.timeout(600)
def test_tmx_of_half_a_million_units(tmp_path: Path) -> None:
    path = tmp_path / "units.tmx"
    started = time.perf_counter()
    with path.open("wb") as stream:
        write_tmx(stream, ExchangeHeader(), units(), source_lang="ja")
    tell("TMX written", started, path)
    started = time.perf_counter()
    with path.open("rb") as stream:
        assert sum(1 for _ in read_tmx(stream)) == COUNT
    tell("TMX read", started, path)


@pytest.mark.timeout(600)
def test_csv_of_half_a_million_units(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    started = time.perf_counter()
    with path.open("wb") as stream:
        write_units_csv(stream, units())
    tell("CSV written", started, path)
    started = time.perf_counter()
    with path.open("rb") as stream:
        assert sum(1 for _ in read_units_csv(stream).units) == COUNT
    tell("CSV read", started, path)
