"""Tables of units: ours, edited ones, and those of spreadsheets and other tools."""

import codecs
import io
import os
from collections.abc import Iterable

import pytest

from segments.model import Code, CodeRole
from tm.errors import InputError, OutputError
from tm.exchange import read_units_csv, write_units_csv
from tm.model import Annotation, ExchangeUnit, Variant

PAIR = ExchangeUnit((Variant("ja", "港は静かだ。"), Variant("en", "The harbour is quiet.")))
RICH = ExchangeUnit(
    (
        Variant("ja", "港", (Code(0, CodeRole.STANDALONE, "", "ph", (("x", "1"),), "*"),)),
        Variant("en-GB", "harbour"),
        Variant("fr", "port"),
    ),
    (("tuid", "7"), ("creationid", "abe"), ("usagecount", "2")),
    (Annotation("prop", "ferries", (("type", "subject"),)), Annotation("note", "a place")),
)


def table(text: str, *, encoding: str = "utf-8", langs: tuple[str, str] = ("ja", "en")) -> list[tuple[str, ...]]:
    """Give language and text of source and target, and see that nothing was left out."""
    read = read_units_csv(io.BytesIO(text.encode(encoding)), langs=langs)
    units = list(read.units)
    assert read.problems == []
    return [tuple(part for one in unit.variants for part in (one.lang, one.text)) for unit in units]


def exported(units: Iterable[ExchangeUnit]) -> str:
    stream = io.BytesIO()
    write_units_csv(stream, units)
    return stream.getvalue().decode("utf-8-sig")


def test_a_table_is_what_excel_opens() -> None:
    stream = io.BytesIO()
    assert write_units_csv(stream, [PAIR]) == 1
    content = stream.getvalue()
    assert content.startswith(codecs.BOM_UTF8 + b"source:ja,target:en,creationdate,")
    assert content.endswith("港は静かだ。,The harbour is quiet.,,,,,,,,\r\n".encode())


@pytest.mark.parametrize(
    "names",
    [
        "source,target",
        "ja,en",
        "原文,訳文",
        "Japanese,English",
        "日本語（原文）,英語（訳文）",
        "JA-jp,en_US",
        "和文,英訳",
        "ＪＡ,ＥＮ",
    ],
)
def test_names_of_columns_are_understood(names: str) -> None:
    ((_, source, _, target),) = table(f"{names}\n港,harbour\n")
    assert (source, target) == ("港", "harbour")


def test_columns_may_stand_in_any_order_and_others_are_kept_as_properties() -> None:
    text = "No.,English,担当,日本語,備考\n1,harbour,阿部,港,also: port\n"
    (unit,) = read_units_csv(io.BytesIO(text.encode())).units
    assert [(one.lang, one.text) for one in unit.variants] == [("ja", "港"), ("en", "harbour")]
    assert unit.annotations == (
        Annotation("note", "also: port"),
        Annotation("prop", "1", (("type", "x-column:No."),)),
        Annotation("prop", "阿部", (("type", "x-column:担当"),)),
    )


def test_columns_of_the_same_name_or_of_none_are_all_kept() -> None:
    text = "原文,訳文,備考,note,x,x,\n港,harbour,a,b,c,d,e\n"
    (unit,) = read_units_csv(io.BytesIO(text.encode())).units
    assert [one.text for one in unit.annotations] == ["a", "b", "c", "d", "e"]
    assert len({one.attributes for one in unit.annotations}) == 5


def test_a_table_without_names_is_read_from_its_first_row_on() -> None:
    assert table("港,harbour\n船,ship\n") == [("ja", "港", "en", "harbour"), ("ja", "船", "en", "ship")]


def test_letters_tell_the_languages_where_names_do_not() -> None:
    assert table("harbour,港\n") == [("en", "harbour", "ja", "港")]
    assert table("source,target\nharbour,港\n") == [("en", "harbour", "ja", "港")]
    assert table("source:en-GB,target:ja\nharbour,港\n") == [("en-GB", "harbour", "ja", "港")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_the_encodings_of_spreadsheets_are_found_out(encoding: str) -> None:
    assert table("原文,訳文\r\n①髙い港～,harbour\r\n", encoding=encoding) == [("ja", "①髙い港～", "en", "harbour")]


def test_an_encoding_can_be_said() -> None:
    stream = io.BytesIO("原文,訳文\n港,harbour\n".encode("euc_jp"))
    (unit,) = read_units_csv(stream, encoding="EUC-JP").units
    assert unit.variants[0].text == "港"
    with pytest.raises(InputError, match="'klingon' is unknown"):
        read_units_csv(stream, encoding="klingon")


def test_unicode_text_of_excel_has_tabs_and_quoted_line_breaks() -> None:
    text = '原文\t訳文\r\n"港は\n静かだ。"\t"He said ""no"", and left."\r\n'
    assert table(text, encoding="utf-16") == [("ja", "港は\n静かだ。", "en", 'He said "no", and left.')]


def test_tabs_without_any_quotation_are_read_too() -> None:
    assert table('「いや」\t"No," he said\n港\tthe "old" harbour\n') == [
        ("ja", "「いや」", "en", '"No," he said'),
        ("ja", "港", "en", 'the "old" harbour'),
    ]


def read_all(content: bytes) -> tuple[list[str], list[str]]:
    read = read_units_csv(io.BytesIO(content), place="units.csv")
    return [one.variants[0].text for one in read.units], read.problems


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ('"二"x,two', "the row is damaged"),
        ('"二,two', "the row is damaged"),
        ("二", "the row has too few cells"),
        ("二,two,three,four", "the row has too many cells"),
        ("二,", "the target is empty"),
        (" ,two", "the source is empty"),
        ("二\x00,two", "U+0000, which cannot be stored"),
    ],
)
def test_a_bad_row_is_reported_with_its_line_and_costs_no_other(bad: str, problem: str) -> None:
    texts, problems = read_all(f'source,target\n"一\n一",one\n\n{bad}\n"三",three\n四,four\n'.encode())
    assert texts == ["一\n一", "三", "四"]
    (said,) = problems
    assert said.startswith("units.csv, line 5: ")
    assert problem in said
    assert said.endswith("left out.")


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_bytes_that_are_no_text_cost_their_row_only(encoding: str) -> None:
    good = [f"{number}番の港,harbour {number}\n".encode(encoding) for number in range(5000)]
    texts, problems = read_all(b"".join([*good[:4000], b"\x81\xff\x81,two\n", *good[4000:]]))
    assert len(texts) == 5000
    assert problems == [f"units.csv, line 4001: some bytes are not {encoding} text. The row was left out."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\r\n\r\n", "no row of the file can be read"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "this is not text"),
        (b"harbour\nship\n", "there is one column only"),
        ("番号,原文,コメント\n1,港,x\n".encode(), "no column is named as the target"),
        (codecs.BOM_UTF16_LE + "港,a\n".encode("utf-16-le") + b"x", "the end is not utf-16 text"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_units_csv(io.BytesIO(content), place="units.csv")


def test_a_stream_that_cannot_be_rewound_is_read_and_stays_open() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write("原文,訳文\n港,harbour\n".encode("cp932"))
    with os.fdopen(reading, "rb") as stream:
        (unit,) = read_units_csv(stream).units
        assert unit.variants[0].text == "港"
        assert not stream.closed


def test_the_stream_stays_open_behind_the_last_unit() -> None:
    stream = io.BytesIO(b"ja,en\na,b\n")
    assert len(list(read_units_csv(stream).units)) == 1
    assert stream.tell() == len(b"ja,en\na,b\n")


def test_a_unit_with_everything_comes_back_unchanged() -> None:
    read = read_units_csv(io.BytesIO(exported([RICH, PAIR]).encode()))
    assert list(read.units) == [RICH, PAIR]


def test_what_is_edited_in_a_column_counts() -> None:
    text = exported([RICH]).replace(",abe,", ",mori,").replace(",a place,", ",a spot,").replace("harbour", "haven")
    read = read_units_csv(io.BytesIO(text.encode()))
    (unit,) = read.units
    assert read.problems == []
    assert unit.variants[1].text == "haven"
    assert unit.variants[0].codes == RICH.variants[0].codes
    assert unit.attributes == (("tuid", "7"), ("creationid", "mori"), ("usagecount", "2"))
    assert unit.annotations == (RICH.annotations[0], Annotation("note", "a spot"))


def test_codes_of_a_text_that_was_changed_are_left_out_and_that_is_said() -> None:
    text = exported([RICH]).replace("\n港,", "\n湊,")
    read = read_units_csv(io.BytesIO(text.encode()))
    (unit,) = read.units
    assert unit.variants[0] == Variant("ja", "湊")
    assert read.problems == ["Line 2: a text was changed, so its inline codes were left out."]


@pytest.mark.parametrize("cell", ["[", "5", '{"places":[0]}', '"\\ud800"', "[[1]]", "{}"])
def test_extras_that_somebody_spoilt_cost_neither_the_texts_nor_the_other_columns(cell: str) -> None:
    quoted = cell.replace('"', '""')
    text = f'source:ja,target:en,creationid,codes,extras\n港,harbour,abe,"{quoted}","{quoted}"\n'
    read = read_units_csv(io.BytesIO(text.encode()))
    (unit,) = read.units
    assert unit == ExchangeUnit((Variant("ja", "港"), Variant("en", "harbour")), (("creationid", "abe"),))
    assert len(read.problems) == 2


def test_what_cannot_be_stored_is_not_written_either() -> None:
    for character in "\x00\ud800":
        with pytest.raises(OutputError, match=r"^Unit 1: character"):
            exported([ExchangeUnit((Variant("ja", character), Variant("en", "a")))])
    with pytest.raises(OutputError, match="Unit 1 has no text"):
        exported([ExchangeUnit(())])
