import io
import struct
import sys
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Concept, Term, TermStatus
from glossary.exchange.xlsx import LONGEST_CELL, read_xlsx, write_xlsx, xlsx_losses
from segments.errors import InputError, OutputError

openpyxl = pytest.importorskip("openpyxl")


def _book(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _changed(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == member:
                assert old in content
                content = content.replace(old, new, 1)
            after.writestr(name, content)
    return out.getvalue()


def test_the_first_sheet_that_is_a_table_of_terms_is_read() -> None:
    cover: list[list[object]] = [["Glossary of tea"], [None, 2024]]
    terms: list[list[object]] = [
        [None],
        ["English", "日本語", "備考"],
        ["tea", " 茶 ", 12.0],
        [None, None],
        ["G7", "G7", True],
    ]
    concepts, problems = read_xlsx(_book(cover, terms))
    assert concepts == [
        Concept((Term("茶", "ja"), Term("tea", "en")), note="12"),
        Concept((Term("G7", "ja"), Term("G7", "en")), note="True"),
    ]
    assert not problems


def test_problems_name_the_row_of_the_sheet() -> None:
    _, problems = read_xlsx(_book([["ja", "en", "note"], [], ["", "", "two\nlines"], ["茶", "tea"], ["茶", "tea"]]))
    assert [problem.line for problem in problems] == [3, 5]


def test_a_concept_is_read_back_unchanged() -> None:
    concept = Concept(
        (
            Term("緑茶", "ja", reading="りょくちゃ", part_of_speech="noun"),
            Term("日本茶", "ja", TermStatus.ADMITTED),
            Term("green tea; sencha", "en", part_of_speech="noun"),
            Term("green-tea", "en", TermStatus.FORBIDDEN),
        ),
        "飲み物",
        "蒸して酸化を止めた茶\nおいしい",
        "熱湯を避ける",
        "農林水産省",
    )
    assert read_xlsx(write_xlsx([concept])) == ([concept], [])
    assert xlsx_losses([concept]) == []


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", "#N/A", "=", "007", "TRUE"]
)
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    concept = Concept((Term("茶", "ja"), Term(text, "en")), note=text)
    data = write_xlsx([concept])
    assert read_xlsx(data) == ([concept], [])
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}


def test_what_a_cell_cannot_hold_is_told() -> None:
    long = "𠮷" * (LONGEST_CELL // 2 + 1)
    concept = Concept((Term("茶\x1b", "ja"), Term("tea", "en", note="hot")), note=long)
    assert xlsx_losses([concept]) == [
        "tea (en): a spreadsheet has no place for its note.",
        "茶\x1b: control characters, which a spreadsheet cannot hold, become U+FFFD.",
        "茶\x1b: a cell holds 32,767 characters; what is longer is cut.",
    ]
    (read,), _ = read_xlsx(write_xlsx([concept]))
    assert read.terms[0].text == "茶\N{REPLACEMENT CHARACTER}"
    assert read.note == "𠮷" * (LONGEST_CELL // 2)


_TEXT = st.text(st.characters(codec="utf-8"), max_size=8).map(str.strip)
_WORD = _TEXT.filter(bool)


@settings(max_examples=40)
@given(st.dictionaries(_WORD, st.tuples(_WORD, _TEXT, _TEXT), min_size=1, max_size=3))
def test_any_concepts_are_read_back_or_their_losses_are_told(rows: dict[str, tuple[str, str, str]]) -> None:
    concepts = [
        Concept((Term(ja, "ja"), Term(en, "en")), definition=definition, note=note)
        for ja, (en, definition, note) in rows.items()
    ]
    assert read_xlsx(write_xlsx(concepts)) == (concepts, []) or xlsx_losses(concepts)


def test_a_file_that_was_renamed_or_cut_is_refused_in_plain_words() -> None:
    good = _book([["ja", "en"], ["茶", "tea"]])
    for bad in (b"", b"ja,en\n", good[:300], good[:-30]):
        with pytest.raises(InputError, match=r"terms.xlsx: the file is (cut off or damaged|no document of this kind)"):
            read_xlsx(bad, "terms.xlsx")


def test_a_part_with_a_document_type_is_refused() -> None:
    entity = b'<!DOCTYPE a [<!ENTITY a "aaaa">]><worksheet'
    bad = _changed(_book([["ja", "en"], ["茶", "tea"]]), "xl/worksheets/sheet1.xml", b"<worksheet", entity)
    with pytest.raises(InputError, match="document type"):
        read_xlsx(bad, "terms.xlsx")


def test_a_package_that_becomes_huge_is_refused_whatever_its_header_says() -> None:
    good = _book([["ja", "en"], ["茶", "tea"]])
    bomb = _changed(good, "xl/worksheets/sheet1.xml", b"</worksheet>", b" " * (12 << 20) + b"</worksheet>")
    with pytest.raises(InputError, match="larger than any document should be"):
        read_xlsx(bomb, "terms.xlsx")
    lying = bomb.replace(struct.pack("<I", (12 << 20)), struct.pack("<I", 100))
    with pytest.raises(InputError):
        read_xlsx(lying, "terms.xlsx")


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is() -> None:
    good = _book([["ja", "en"], ["茶", "tea"]])
    for claim in (b'ref="A1:XFD1048576"', b'ref="A1"'):
        concepts, _ = read_xlsx(_changed(good, "xl/worksheets/sheet1.xml", b'ref="A1:B2"', claim))
        assert concepts == [Concept((Term("茶", "ja"), Term("tea", "en")))]


def test_without_openpyxl_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _book([["ja", "en"], ["茶", "tea"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InputError, match=r"pip install 'taiyaku\[xlsx\]'"):
        read_xlsx(data)
    with pytest.raises(OutputError, match=r"pip install 'taiyaku\[xlsx\]'"):
        write_xlsx([])
