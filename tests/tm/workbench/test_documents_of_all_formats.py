"""A document comes in, is translated, and goes out in its own format with its formatting in place."""

from pathlib import Path

from tm.model import Project
from tm.store import Store
from tm.workbench import confirm, export_document, import_document, segments_page

PAGE = (
    "<html><body><h1>協議の中断</h1><p>協議は<b>二日目</b>に中断された。双方は黙った。</p><p>終わり。</p></body></html>"
)
NOTE = "# 協議の中断\n\n協議は**二日目**に中断された。\n\n- 終わり。\n\n```\ncode = 1\n```\n"


def translated(store: Store, project: Project, file: Path, *targets: str) -> str:
    done = import_document(store, project, file)
    for position, target in enumerate(targets, start=1):
        confirm(store, segments_page(store, done.document.id, position, 1)[0], target)
    out = file.with_stem("out")
    export_document(store, done.document, out)
    return out.read_text(encoding="utf-8")


def test_a_page(store: Store, project: Project, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    told = translated(store, project, file, "Talks Suspended", "The talks were suspended.", "Both were silent.")
    assert "<h1>Talks Suspended</h1>" in told
    assert "The talks were suspended. Both were silent." in told
    assert "<p>終わり。</p>" in told


def test_markdown(store: Store, project: Project, tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text(NOTE, encoding="utf-8")
    told = translated(store, project, file, "Talks Suspended", "The talks were suspended.", "The end.")
    assert told == "# Talks Suspended\n\nThe talks were suspended.\n\n- The end.\n\n```\ncode = 1\n```\n"


def test_an_untouched_document_is_the_same_document(store: Store, project: Project, tmp_path: Path) -> None:
    for name, text in (("page.html", PAGE), ("note.md", NOTE)):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert translated(store, project, file) == text
        (tmp_path / f"out{file.suffix}").unlink()
