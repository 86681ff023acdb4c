"""What a user waits for: start, help, import of the article, import of half a million units."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tm.store import Store
from tm.workbench import default_project, import_document, import_units, look_up

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

UNITS = 500_000
QUERY = "第77条の規定は25日に改正され、翌日から施行された。"


def timed(*arguments: str, cwd: Path) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "tm", *arguments], check=True, capture_output=True, cwd=cwd)
    return time.perf_counter() - began


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def write_units(file: Path) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.write('<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="t" ')
        stream.write('creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="ja" ')
        stream.write('datatype="plaintext"/><body>\n')
        for n in range(UNITS):
            stream.write(
                f'<tu tuid="{n}" creationdate="20260101T000000Z" creationid="A"><prop type="x-domain">law</prop>'
                f'<tuv xml:lang="ja"><seg>第{n}条の規定は{n % 97}日に改正され、翌月から施行される。</seg></tuv>'
                f'<tuv xml:lang="en"><seg>Article {n} was revised on day {n % 97}; it holds from next month.</seg></tuv>'
                "</tu>\n"
            )
        stream.write("</body></tmx>\n")


def test_help(tmp_path: Path) -> None:
    print(f"\ntm --help: {median([timed('--help', cwd=tmp_path) for _ in range(7)]) * 1000:.0f} ms (median of 7)")


def test_import_of_the_article(tmp_path: Path, shared: Path) -> None:
    article = str(shared / "article" / "article.ja.txt")
    each = [timed("--db", str(tmp_path / f"{n}.db"), "import", article, cwd=tmp_path) for n in range(5)]
    print(f"\nimport of the article, a new database each time: {median(each):.2f} s (median of 5)")


def test_import_of_half_a_million_units(tmp_path: Path) -> None:
    write_units(tmp_path / "units.tmx")
    with Store.open(tmp_path / "a.db", user="bench") as store:
        project = default_project(store)
        began = time.perf_counter()
        done = import_units(store, project.memory, tmp_path / "units.tmx")
        took = time.perf_counter() - began
        print(f"\n{done.added} units in {took:.1f} s: {done.added / took:.0f} a second")
        for what in ("first look-up, the index built", "second look-up"):
            began = time.perf_counter()
            look_up(store, project, QUERY)
            print(f"{what}: {(time.perf_counter() - began) * 1000:.0f} ms")
    with Store.open(tmp_path / "a.db", user="bench") as store:
        project = default_project(store)
        began = time.perf_counter()
        look_up(store, project, QUERY)
        print(f"first look-up of another start, the index from its file: {(time.perf_counter() - began) * 1000:.0f} ms")


def test_a_document_of_fifty_thousand_segments(tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("\n".join(f"第{n}条の規定は改正された。" for n in range(50_000)), encoding="utf-8")
    with Store.open(tmp_path / "a.db", user="bench") as store:
        began = time.perf_counter()
        done = import_document(store, default_project(store), source)
        print(f"\n{done.segments} segments imported in {time.perf_counter() - began:.1f} s")
