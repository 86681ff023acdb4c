"""Two programs on one file: no update lost, nobody told that the database is locked."""

import subprocess
import sys
import threading
import time
from pathlib import Path

from segments.model import Kind, Paragraph, Reading, Segment
from tm.model import ExchangeUnit, Variant
from tm.store import Store
from tm.store.documents import SourceFile, add_document
from tm.workbench.documents import segments_page
from tm.workbench.editing import confirm
from tm.workbench.importing import add_all
from tm.workbench.projects import default_project

PROGRAM = """
import sys
from tm.store import Store
from tm.workbench.documents import segments_page
from tm.workbench.editing import confirm
database, document_id, start = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with Store.open(database, user=f"program {start}") as store:
    for position in range(start, 121, 2):
        confirm(store, segments_page(store, document_id, position, 1)[0], f"Sentence {position}.")
"""


def add_numbered(store: Store, count: int) -> int:
    project = default_project(store)
    texts = [f"第{number}文。" for number in range(1, count + 1)]
    with store.write() as connection:
        return add_document(
            connection,
            project.id,
            file=SourceFile("n.txt", "/n.txt", "txt", b""),
            langs=("ja", "en"),
            reading=Reading(tuple(Paragraph(text) for text in texts)),
            segments=[Segment(text, Kind.TEXT, number) for number, text in enumerate(texts)],
            by="lead",
        )


def test_two_programs_confirm_side_by_side_and_lose_nothing(store: Store) -> None:
    document_id = add_numbered(store, 120)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(store.path), str(document_id), str(start)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for start in (1, 2)
    ]
    said = [each.communicate()[1] for each in running]
    assert said == ["", ""]
    assert [one.target for one in segments_page(store, document_id, 1, 120)] == [
        f"Sentence {number}." for number in range(1, 121)
    ]


def test_a_confirm_waits_only_a_moment_while_units_are_imported(store: Store, tmp_path: Path) -> None:
    document_id = add_numbered(store, 200)
    memory = default_project(store).memory
    units = (ExchangeUnit((Variant("ja", f"単位{n}。"), Variant("en", f"Unit {n}."))) for n in range(30_000))

    def bring_in() -> None:
        with Store.open(tmp_path / "memory.db", user="importer") as other:
            add_all(other, memory, units, path="units", file_format="test")

    importing = threading.Thread(target=bring_in)
    importing.start()
    waits: list[float] = []
    while importing.is_alive() and len(waits) < 200:
        segment = segments_page(store, document_id, len(waits) + 1, 1)[0]
        began = time.perf_counter()
        confirm(store, segment, "Done.")
        waits.append(time.perf_counter() - began)
        time.sleep(0.01)
    importing.join()
    print(f"{len(waits)} confirms during the import, the longest took {max(waits) * 1000:.0f} ms")
    assert len(waits) > 5
