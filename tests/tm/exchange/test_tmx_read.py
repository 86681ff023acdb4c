"""TMX as tools write it, and as accidents leave it."""

import io
from pathlib import Path

import pytest

from segments.model import Code, CodeRole
from tm.errors import InputError
from tm.exchange import read_tmx, write_tmx
from tm.model import Annotation, ExchangeUnit, Variant

DATA = Path(__file__).parent / "data"

HEADER = '<header creationtool="x" srclang="ja"/>'


def units_of(name: str) -> list[ExchangeUnit]:
    with (DATA / name).open("rb") as stream:
        return list(read_tmx(stream))


def read(body: str, *, head: str = "", header: str = HEADER, encoding: str = "utf-8") -> list[ExchangeUnit]:
    text = f'{head}<tmx version="1.4">{header}<body>{body}</body></tmx>'
    return list(read_tmx(io.BytesIO(text.encode(encoding))))


def unit(ja: str = "港", en: str = "harbour") -> str:
    return f'<tu><tuv xml:lang="ja"><seg>{ja}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>\n'


def test_a_file_of_omegat_with_lang_instead_of_xml_lang_keeps_properties_and_notes() -> None:
    first, second = units_of("omegat.tmx")
    assert [variant.lang for variant in first.variants] == ["JA", "EN-GB"]
    assert first.variants[1].attributes[0] == ("changeid", "sato")
    assert second.annotations == (
        Annotation("note", "The headline, not the sentence: keep it short."),
        Annotation("prop", "news/talks.txt", (("type", "file"),)),
        Annotation("prop", "交渉は来週まで延期された。", (("type", "prev"),)),
        Annotation("prop", "", (("type", "next"),)),
    )


def test_a_file_of_trados_keeps_its_own_properties_word_for_word() -> None:
    with (DATA / "trados.tmx").open("rb") as stream:
        reader = read_tmx(stream)
        (only,) = reader
    assert Annotation("prop", "Harbour & Sons", (("type", "x-TMName"),)) in reader.header.annotations
    subjects = [one.text for one in only.annotations if one.attributes == (("type", "x-Subjects:MultipleString"),)]
    assert subjects == ["shipping", "insurance"]
    assert dict(only.attributes)["changeid"] == "OFFICE\\mori"


def test_the_variant_in_the_source_language_comes_first_wherever_the_file_has_it() -> None:
    (only,) = units_of("memoq.tmx")
    assert [variant.lang for variant in only.variants] == ["en-gb", "ja"]
    assert only.variants[1].annotations == (Annotation("prop", "yes", (("type", "x-checked"),)),)


def test_the_source_language_of_a_unit_counts_more_than_that_of_the_header() -> None:
    (only,) = read(unit().replace("<tu>", '<tu srclang="EN-us">'))
    assert [variant.lang for variant in only.variants] == ["en", "ja"]


def test_utf_16_with_several_languages_and_white_space_that_counts() -> None:
    with (DATA / "utf16.tmx").open("rb") as stream:
        reader = read_tmx(stream)
        (only,) = reader
    assert [variant.text for variant in only.variants] == [
        "A stroke 𠮟 and a\ttab",
        "\u3000叱の字と\tタブ\n次の行",
        "Un trait",
    ]
    assert reader.header.encodings == (
        '<ude name="MacRoman" base="Macintosh"><map unicode="#xF8FF" code="#xF0" ent="Apple_logo" subst="[Apple]"/></ude>',
    )


def test_the_header_of_a_file_with_namespaces_can_be_written_again() -> None:
    ude = '<ude name="own"><map unicode="#xF8FF" code="#xF0"/></ude>'
    header = f'<header srclang="ja">{ude}</header>'
    file = f'<tmx xmlns="http://www.lisa.org/tmx14" version="1.4">{header}<body/></tmx>'
    reader = read_tmx(io.BytesIO(file.encode()))
    assert reader.header.encodings == (ude,)
    write_tmx(io.BytesIO(), reader.header, [], source_lang="ja")


def test_codes_stand_at_offsets_of_a_plain_string_and_native_code_is_kept() -> None:
    (only,) = units_of("codes.tmx")
    source = only.variants[0]
    assert source.text == "See the harbour rules."
    assert [(code.offset, code.role, code.pair, code.element) for code in source.codes] == [
        (4, CodeRole.OPEN, "1", "bpt"),
        (8, CodeRole.OPEN, "hi1", "hi"),
        (16, CodeRole.OPEN, "hi2", "hi"),
        (21, CodeRole.CLOSE, "hi2", "hi"),
        (21, CodeRole.CLOSE, "hi1", "hi"),
        (21, CodeRole.CLOSE, "1", "ept"),
        (21, CodeRole.CLOSE, "", "it"),
        (22, CodeRole.STANDALONE, "", "ut"),
    ]
    assert source.codes[0].data == '&lt;a title="<sub type="title">Open <ph>&amp;hellip;</ph></sub>"&gt;'
    assert source.codes[0].attributes == (("i", "1"), ("type", "link"))


def test_a_code_without_its_partner_has_no_pair() -> None:
    (only,) = read(unit('<bpt i="7">[</bpt>港', 'har<ept i="7">]</ept>bour'))
    assert only.variants[0].codes == (Code(0, CodeRole.OPEN, "", "bpt", (("i", "7"),), "["),)
    assert only.variants[1].codes == (Code(3, CodeRole.CLOSE, "", "ept", (("i", "7"),), "]"),)


def test_text_in_elements_that_tmx_does_not_know_is_still_text() -> None:
    (only,) = read(unit("<b>港</b>へ<br/>", "to the <sub>harbour</sub>"))
    assert [variant.text for variant in only.variants] == ["港へ", "to the harbour"]
    assert [code.element for code in only.variants[0].codes] == ["b", "b", "br"]


def test_elements_that_tmx_does_not_know_are_kept_as_properties() -> None:
    (only,) = read(unit().replace("<tu>", '<tu><quality by="a">5 &lt; 6</quality>'))
    assert only.annotations == (
        Annotation("prop", '<quality by="a">5 &lt; 6</quality>', (("type", "x-element:quality"),)),
    )


def test_comments_processing_instructions_and_cdata_do_not_disturb_the_text() -> None:
    (only,) = read(unit("港<!-- or 湊 -->と<?x y?>市<![CDATA[ <b> & ]]>", "harbour"))
    assert only.variants[0].text == "港と市 <b> & "


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("Shift_JIS", "cp932"),
        ("Windows-31J", "cp932"),
        ("EUC-JP", "euc_jp"),
        ("utf-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-le"),
        ("UTF-16", "utf-16-be"),
        ("UTF-16", "utf-8"),
        ("ISO-2022-JP", "iso2022_jp"),
    ],
)
def test_the_encoding_is_read_from_the_bytes_and_the_declaration(declared: str, encoding: str) -> None:
    (only,) = read(unit("港湾の規則"), head=f"<?xml version='1.0' encoding='{declared}'?>\n", encoding=encoding)
    assert only.variants[0].text == "港湾の規則"


def test_shift_jis_means_what_windows_means_by_it() -> None:
    (only,) = read(unit("①髙橋～"), head='<?xml version="1.0" encoding="Shift_JIS"?>', encoding="cp932")
    assert only.variants[0].text == "①髙橋～"


def test_a_file_without_a_header_is_read() -> None:
    reader = read_tmx(io.BytesIO(f'<tmx version="1.1"><body>{unit()}</body></tmx>'.encode()))
    assert reader.header.version == "1.1"
    assert len(list(reader)) == 1


def test_a_doctype_is_fine_but_entities_are_refused() -> None:
    allowed = '<?xml version="1.0"?><!-- <b> --><!DOCTYPE tmx PUBLIC "-//x \' //" "tmx14.dtd" [<!-- it\'s --><!ATTLIST tmx a CDATA "]>">]>'
    assert len(read(unit(), head=allowed)) == 1
    with pytest.raises(InputError, match="declares entities"):
        read(unit("&a;"), head='<!DOCTYPE tmx [<!ATTLIST tmx a CDATA "]>"><!ENTITY a "b">]>')


@pytest.mark.parametrize("head", ["", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'])
def test_a_reference_that_nothing_defines_is_an_error_and_never_a_gap(head: str) -> None:
    with pytest.raises(InputError, match="nbsp"):
        read(unit() + unit("港&nbsp;湾") + unit(), head=head)


def test_a_reference_in_the_header_is_named_with_its_line() -> None:
    header = '<header srclang="ja">\n<note>&nbsp;</note></header>'
    with pytest.raises(InputError, match="Line 1: the header: the reference &nbsp; is not defined"):
        read(unit(), head='<!DOCTYPE tmx SYSTEM "tmx14.dtd">', header=header)


def test_no_file_and_no_network_is_asked_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    with pytest.raises(InputError, match="declares entities"):
        read(unit("&s;"), head=f'<!DOCTYPE tmx [<!ENTITY s SYSTEM "{secret.as_uri()}">]>')


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"harbour,\xe6\xb8\xaf\n", "not XML"),
        (b"PK\x03\x04\x00\x00", "not XML"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not utf-8 text"),
        (b"<html><body>", "holds <html>, not <tmx>"),
        (b"<?xml version='1.0' encoding='klingon'?><tmx/>", "'klingon' is unknown"),
    ],
)
def test_a_file_that_is_no_tmx_is_refused_in_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_tmx(io.BytesIO(content), place="units.tmx")


def read_until_damage(content: bytes) -> tuple[list[str], str]:
    texts: list[str] = []
    reader = read_tmx(io.BytesIO(content), place="units.tmx")
    with pytest.raises(InputError) as caught:
        texts.extend(one.variants[0].text for one in reader)
    return texts, str(caught.value)


def whole(count: int) -> bytes:
    return f'<tmx version="1.4">\n{HEADER}<body>\n{"".join(unit(f"港{n}") for n in range(count))}</body></tmx>'.encode()


def test_all_units_before_the_place_where_a_file_is_cut_off_are_given() -> None:
    content = whole(3)
    texts, message = read_until_damage(content[: content.index("港2".encode())])
    assert texts == ["港0", "港1"]
    assert message.startswith("units.tmx, line 5: the XML is damaged or cut off")


@pytest.mark.parametrize("damage", [b"\x1b", b"\x00", b"<tu", b"</wrong>", b"\xff", b"&"])
def test_all_units_before_a_damaged_place_are_given_and_the_line_is_named(damage: bytes) -> None:
    content = whole(2000)
    place = content.index("港1000".encode())
    texts, message = read_until_damage(content[:place] + damage + content[place:])
    assert texts == [f"港{number}" for number in range(1000)]
    assert message.startswith("units.tmx, line 1003: ")


def test_a_second_root_is_damage_and_not_a_second_file() -> None:
    texts, message = read_until_damage(whole(1) + whole(1))
    assert texts == ["港0"]
    assert "line 4" in message


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("<tu><note>no text</note></tu>\n", "unit 2: it has no <tuv>."),
        ('<tu><tuv xml:lang="ja"/></tu>\n', "unit 2: a <tuv> has no <seg>, where one should be."),
        ("<tu><tuv><seg>港</seg></tuv></tu>\n", "unit 2: a <tuv> has no language (xml:lang)."),
    ],
)
def test_a_unit_at_fault_is_named_and_reading_can_go_on_after_it(bad: str, message: str) -> None:
    text = f'<tmx version="1.4">{HEADER}<body>\n{unit("一")}{bad}{unit("三")}</body></tmx>'
    reader = read_tmx(io.BytesIO(text.encode()), place="units.tmx")
    assert next(reader).variants[0].text == "一"
    with pytest.raises(InputError) as caught:
        next(reader)
    assert str(caught.value) == f"units.tmx, line 3: {message}"
    assert [one.variants[0].text for one in reader] == ["三"]


def test_progress_tells_the_bytes_read_up_to_the_size_of_the_file() -> None:
    content = whole(3000)
    told: list[int] = []
    assert len(list(read_tmx(io.BytesIO(content), on_progress=told.append))) == 3000
    assert told == sorted(told)
    assert told[-1] == len(content)


def test_a_segment_longer_than_any_limit_of_the_parser_is_read() -> None:
    (only,) = read(unit("港" * 11_000_000))
    assert len(only.variants[0].text) == 11_000_000


def test_attributes_set_aside_by_an_export_are_attributes_again() -> None:
    (only,) = read(unit().replace("<tu>", '<tu tuid="1"><prop type="x-attribute:quality">5</prop>'))
    assert only == ExchangeUnit(
        (Variant("ja", "港"), Variant("en", "harbour")), attributes=(("tuid", "1"), ("quality", "5"))
    )
