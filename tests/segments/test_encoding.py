"""Bytes to text: every encoding that Japanese text comes in is recognised, and what is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segments import read_bytes
from segments.errors import InputError

JAPANESE = "港の会議は三日目に中断された。\n「再開は未定だ」と議長は述べた（北方新聞）。\n"
ENGLISH = "The talks were suspended on the third day.\nNobody knows when they will resume.\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp932", "cp932"),
        ("euc_jp", "euc-jp"),
        ("iso2022_jp", "iso-2022-jp"),
    ],
)
def test_each_encoding_of_japanese_is_recognised(codec: str, name: str) -> None:
    assert read_bytes(JAPANESE.encode(codec)) == (JAPANESE, name)


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "utf-16-le", "utf-16-be", "iso2022_jp"])
@pytest.mark.parametrize(
    "text", ["第３章　総則", "東京都港区の住民は反対した。", "ガス・電気・水道", "彼はDNAと言った。"]
)
def test_a_single_line_is_enough(codec: str, text: str) -> None:
    assert read_bytes(text.encode(codec))[0] == text


def test_shift_jis_is_read_as_cp932_with_its_additional_characters() -> None:
    text = "①高﨑さんは㈱港湾の〜社員だ。".replace("〜", "～")
    assert read_bytes(text.encode("cp932")) == (text, "cp932")
    assert read_bytes(text.encode("cp932"), encoding="Shift_JIS") == (text, "cp932")


def test_half_width_katakana_in_a_mail_encoding_is_read() -> None:
    text = "ﾊﾝｶｸの文字"
    assert read_bytes(text.encode("iso2022_jp_ext")) == (text, "iso-2022-jp")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "ascii"])
def test_english_in_utf_16_is_recognised_without_a_mark(codec: str) -> None:
    assert read_bytes(ENGLISH.encode(codec))[0] == ENGLISH


def test_western_quotes_and_accents_are_recognised() -> None:
    text = "The café was “closed” – again. Nobody’s fault.\n" * 3
    assert read_bytes(text.encode("cp1252")) == (text, "cp1252")


def test_the_encoding_that_the_user_names_is_taken() -> None:
    assert read_bytes("é".encode("latin-1"), encoding="latin-1") == ("é", "iso8859-1")
    assert read_bytes(JAPANESE.encode("euc_jp"), encoding="EUC-JP") == (JAPANESE, "euc-jp")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_bytes(codecs.BOM_UTF8 + b"text", encoding="utf-8")[0] == "text"


def test_an_escape_sequence_of_a_terminal_does_not_make_it_a_mail_encoding() -> None:
    assert read_bytes("\x1b[31m赤\x1b[0m".encode()) == ("\x1b[31m赤\x1b[0m", "utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "zip package"),
        (b"SQLite format 3\x00" + bytes(40), "SQLite"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00\x01\x02\x03\xff\xfe\xfd\x80" * 40, "not text"),
        (b"text with a \x00 in it", "U\\+0000"),
        ("港の \ud800".encode("utf-8", "surrogatepass"), "U\\+D800"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=f"^notes.txt: .*{words}"):
        read_bytes(data, place="notes.txt")


def test_a_wrong_encoding_is_refused_with_the_place_of_the_first_bad_byte() -> None:
    with pytest.raises(InputError, match="byte 4 is no valid utf-8"):
        read_bytes(b"abc\xff", encoding="utf-8")
    with pytest.raises(InputError, match=r"byte \d+ is no valid utf-8"):
        read_bytes(JAPANESE.encode()[:-2])
    with pytest.raises(InputError, match="no encoding 'klingon'"):
        read_bytes(b"abc", encoding="klingon")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1))
def test_utf_8_is_read_back_whatever_it_says(text: str) -> None:
    if "\x1b" not in text:
        assert read_bytes(text.encode())[0] == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        text, _ = read_bytes(data)
    except InputError:
        return
    assert text.encode()
