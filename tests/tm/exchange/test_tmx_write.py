"""TMX that other tools accept, whatever the units were made of."""

import io
from pathlib import Path

import pytest
from lxml import etree

from segments.model import Code, CodeRole
from tm.errors import OutputError
from tm.exchange import read_tmx, write_tmx
from tm.model import Annotation, ExchangeHeader, ExchangeUnit, Variant

DATA = Path(__file__).parent / "data"

OPEN, CLOSE, ALONE = CodeRole.OPEN, CodeRole.CLOSE, CodeRole.STANDALONE


def written(*units: ExchangeUnit, header: ExchangeHeader | None = None, source_lang: str = "ja") -> bytes:
    stream = io.BytesIO()
    write_tmx(stream, header or ExchangeHeader(), units, source_lang=source_lang)
    return stream.getvalue()


def seg(text: str, *codes: Code) -> str:
    content = written(ExchangeUnit((Variant("ja", text, codes),))).decode()
    return content[content.index("<seg>") + 5 : content.index("</seg>")]


@pytest.mark.parametrize("name", ["omegat.tmx", "trados.tmx", "memoq.tmx", "utf16.tmx", "codes.tmx"])
def test_what_was_read_from_any_tool_is_written_valid_and_reads_back_the_same(name: str, shared: Path) -> None:
    with (DATA / name).open("rb") as stream:
        reader = read_tmx(stream)
        units = list(reader)
    content = written(*units, header=reader.header, source_lang=dict(reader.header.attributes)["srclang"])
    dtd = etree.DTD(str(shared / "data" / "tmx14.dtd"))
    assert dtd.validate(etree.fromstring(content)), dtd.error_log
    again = read_tmx(io.BytesIO(content))
    assert (again.header.attributes, again.header.annotations) == (reader.header.attributes, reader.header.annotations)
    assert list(again) == units


def test_the_header_gets_what_it_lacks() -> None:
    header = read_tmx(io.BytesIO(written(source_lang="en-GB"))).header
    said = dict(header.attributes)
    assert said["srclang"] == "en-GB"
    assert set(said) == {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }


def test_a_unit_in_another_direction_says_its_own_source_language() -> None:
    turned = ExchangeUnit((Variant("en", "harbour"), Variant("ja", "港")))
    (again,) = read_tmx(io.BytesIO(written(turned)))
    assert again.variants == turned.variants
    assert again.attributes == (("srclang", "en"),)


def test_codes_of_other_formats_become_codes_of_tmx() -> None:
    bold = (("w:val", "1"),)
    codes = (
        Code(0, OPEN, "a", "w:b", bold),
        Code(1, CLOSE, "a", "w:b"),
        Code(1, OPEN, "", "w:i", (), "<w:i>"),
        Code(2, ALONE, "", "w:br"),
    )
    assert seg("港湾", *codes) == (
        '<bpt i="1">&lt;w:b w:val="1"&gt;</bpt>港<ept i="1">&lt;/w:b&gt;</ept>'
        '<it pos="begin">&lt;w:i&gt;</it>湾<ph>&lt;w:br/&gt;</ph>'
    )


def test_a_number_that_a_text_uses_already_is_not_given_again() -> None:
    codes = (Code(0, OPEN, "1", "bpt", (("i", "1"),)), Code(0, OPEN, "b", "b"), Code(1, CLOSE, "b", "b"))
    assert '<bpt i="1"/><bpt i="2">' in seg("港", *codes)


def test_surroundings_that_an_edit_crossed_or_cut_in_two_are_still_well_formed() -> None:
    crossed = (
        Code(0, OPEN, "hi1", "hi"),
        Code(1, OPEN, "hi2", "hi"),
        Code(1, CLOSE, "hi1", "hi"),
        Code(2, CLOSE, "hi2", "hi"),
    )
    assert seg("港湾", *crossed).count("<hi>") == 1
    assert seg("港湾", *crossed[:2]).count("<it ") == 2
    assert seg("港湾", *crossed[2:]).count("<it ") == 2


def test_codes_beyond_the_end_of_a_text_stand_at_its_end() -> None:
    assert seg("港", Code(9, ALONE, "", "ph")) == "港<ph/>"


@pytest.mark.parametrize("data", ["a < b", "a & b", "<b>", "<sub>x", "<hi>x</hi>", "<sub><bpt>x</bpt></sub>", "&nbsp;"])
def test_native_content_that_is_no_markup_of_tmx_is_kept_as_text(data: str) -> None:
    content = seg("港", Code(0, ALONE, "", "ph", (), data))
    assert etree.fromstring(f"<seg>{content}</seg>")[0].text == data


def test_attributes_that_tmx_does_not_have_come_back_as_attributes() -> None:
    odd = ExchangeUnit((Variant("ja", "港", (), (("quality", "5"),)),), (("tuid", "1"), ("segtype", "clause")))
    content = written(odd)
    assert b"quality=" not in content
    assert b"segtype=" not in content.partition(b"<body>")[2]
    assert list(read_tmx(io.BytesIO(content))) == [odd]


def test_attributes_of_codes_that_tmx_1_4_does_not_have_come_back_too() -> None:
    codes = (Code(0, ALONE, "", "ph"), Code(0, OPEN, "", "it", (("pos", "begin"), ("assoc", "p"), ("own", ""))))
    odd = ExchangeUnit(
        (Variant("ja", "港", codes, (), (Annotation("prop", "a", (("type", "x-code-attribute:9:x"),)),)),)
    )
    content = written(odd)
    assert b"assoc=" not in content
    assert list(read_tmx(io.BytesIO(content))) == [odd]


def test_a_property_without_a_type_gets_one() -> None:
    content = written(ExchangeUnit((Variant("ja", "港"),), (), (Annotation("prop", "x"),)))
    assert b'<prop type="x-unknown">x</prop>' in content


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x0b", "\ud800", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_with_the_unit_and_the_character(character: str) -> None:
    good = ExchangeUnit((Variant("ja", "港"),))
    bad = ExchangeUnit((Variant("ja", f"港{character}湾"), Variant("en", "harbour")))
    with pytest.raises(OutputError) as caught:
        written(good, bad)
    assert f"Unit 2 (港\ufffd湾) holds the character U+{ord(character):04X}" in str(caught.value)


def test_a_character_that_xml_cannot_hold_is_found_in_properties_and_the_header_too() -> None:
    bell = Annotation("prop", "\x07", (("type", "x"),))
    with pytest.raises(OutputError, match=r"U\+0007"):
        written(ExchangeUnit((Variant("ja", "港"),), (), (bell,)))
    with pytest.raises(OutputError, match=r"header holds the character U\+0007"):
        written(header=ExchangeHeader(annotations=(bell,)))


def test_a_unit_without_text_or_a_text_without_language_is_refused() -> None:
    with pytest.raises(OutputError, match="Unit 1 has no text"):
        written(ExchangeUnit(()))
    with pytest.raises(OutputError, match="Unit 1 has a text of which nobody said the language"):
        written(ExchangeUnit((Variant("", "港"),)))


def test_an_encoding_in_the_header_that_is_no_markup_is_refused() -> None:
    with pytest.raises(OutputError, match="user-defined encoding"):
        written(header=ExchangeHeader(encodings=("<ude>",)))


def test_attributes_that_no_property_or_note_may_have_come_back_too() -> None:
    unit = ExchangeUnit(
        (
            Variant(
                "ja",
                "協議",
                annotations=(Annotation("note", "見よ", (("priority", "1"), ("annotates", "source"))),),
            ),
            Variant("en", "talks"),
        ),
        annotations=(
            Annotation("prop", "law", (("type", "x-domain"), ("weight", "5"))),
            Annotation("prop", "plain", (("type", "x-b"),)),
        ),
    )
    stream = io.BytesIO()
    write_tmx(stream, ExchangeHeader(), [unit], source_lang="ja")
    stream.seek(0)
    (back,) = read_tmx(stream)
    assert back == unit
