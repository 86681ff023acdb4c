"""Figures of concordance: building its index, and how long rare, common, short and long texts take to find.

TAIYAKU_BENCH_UNITS sets another number of units than a million.
"""

import lzma
import os
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest

from tm.model import ExchangeUnit, Variant
from tm.store import Store
from tm.store.concordance import concordance_of
from tm.workbench import concordance, concordance_by_pattern, default_project
from tm.workbench.importing import add_all

COUNT = int(os.environ.get("TAIYAKU_BENCH_UNITS", "1000000"))
QUERIES = (
    "核",
    "の",
    "鬱",
    "協議",
    "という",
    "国際連合",
    "海底ケーブル",
    "e",
    "interest",
    "the",
    "of the",
    "sinter",
    "zyx",
    "2018",
    "しんぶんきしゃ",
    "kokusairengō",
)

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]


def lines(file: Path) -> Iterator[str]:
    with lzma.open(file, "rt") as stream:
        yield from (line.rstrip("\n") for line in stream)


def units(shared: Path) -> Iterator[ExchangeUnit]:
    """Give sentences with any English beside them, as many as wanted: the second time round with a number before them."""
    sentences = list(lines(shared / "data" / "sentences.ja.txt.xz"))
    english = cycle([line.split("\t")[1] for line in lines(shared / "data" / "pairs.ja-en.tsv.xz")])
    for number, target in zip(range(COUNT), english, strict=False):
        again, place = divmod(number, len(sentences))
        source = f"{again}、{sentences[place]}" if again else sentences[place]
        yield ExchangeUnit((Variant("ja", source), Variant("en", f"{target} ({number})")))


def test_concordance(tmp_path: Path, shared: Path) -> None:
    with Store.open(tmp_path / "a.db", user="bench") as store:
        project = default_project(store)
        add_all(store, project.memory, units(shared), path="units", file_format="bench")
        began, cpu = time.perf_counter(), time.process_time()
        concordance(store, project, "核")
        took, used = time.perf_counter() - began, time.process_time() - cpu
        print(f"\n{COUNT} units: first search, the index built, {took:.1f} s ({used:.1f} s of CPU)")
    with Store.open(tmp_path / "a.db", user="bench") as store:
        project = default_project(store)
        began = time.perf_counter()
        concordance(store, project, "核")
        size = sum(file.stat().st_size for file in (tmp_path / "a.db-index").glob("*"))
        print(f"first search of another start: {1000 * (time.perf_counter() - began):.0f} ms, file {size / 1e6:.0f} MB")
        for query in QUERIES:
            taken = []
            for _ in range(9):
                began = time.perf_counter()
                found = concordance(store, project, query, limit=200)
                taken.append(1000 * (time.perf_counter() - began))
            began = time.perf_counter()
            candidates = sum(1 for _ in islice(concordance_of(store).candidates([project.memory], query), COUNT))
            every = 1000 * (time.perf_counter() - began)
            print(
                f"  {query}: {len(found)} newest in {np.median(taken):.1f} ms (slowest {max(taken):.1f}); "
                f"all {candidates} candidates in {every:.0f} ms"
            )
        began = time.perf_counter()
        found = concordance_by_pattern(store, project, r"核.{3}器", seconds=100)
        print(f"  regular expression: {len(found)} in {time.perf_counter() - began:.1f} s")
