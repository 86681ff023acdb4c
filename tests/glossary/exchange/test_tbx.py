import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Concept, Term, TermStatus
from glossary.exchange.tbx_read import read_tbx
from glossary.exchange.tbx_rules import tbx_faults
from glossary.exchange.tbx_write import tbx_losses, write_tbx
from segments.errors import InputError, OutputError

_TEA = Concept(
    (
        Term("緑茶", "ja", reading="りょくちゃ", part_of_speech="noun"),
        Term("日本茶", "ja", TermStatus.ADMITTED, note="広い意味で"),
        Term("green tea", "en", part_of_speech="noun"),
        Term("green-tea", "en", TermStatus.FORBIDDEN),
    ),
    domain="飲み物",
    definition="蒸して酸化を止めた茶",
    note="熱湯を避ける",
    source="農林水産省",
)

_V3_DCA = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>our own sample</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">飲み物</descrip>
      <descripGrp>
        <descrip type="definition">蒸して酸化を止めた茶</descrip>
        <admin type="source">農林水産省</admin>
      </descripGrp>
      <note>熱湯を避ける</note>
      <langSec xml:lang="ja">
        <termSec>
          <term>緑茶</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <note>読み: りょくちゃ</note>
        </termSec>
        <termSec>
          <term>日本茶</term>
          <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
          <note>広い意味で</note>
        </termSec>
      </langSec>
      <langSec xml:lang="en">
        <termSec>
          <term>green <hi type="bold">tea</hi></term>
          <termNoteGrp><termNote type="partOfSpeech">noun</termNote></termNoteGrp>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        </termSec>
        <termSec>
          <term>green-tea</term>
          <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
        </termSec>
      </langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""

_V3_DCT = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>our own sample</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <min:subjectField>飲み物</min:subjectField>
      <descripGrp><basic:definition>蒸して酸化を止めた茶</basic:definition><basic:source>農林水産省</basic:source></descripGrp>
      <note>熱湯を避ける</note>
      <langSec xml:lang="ja">
        <termSec>
          <term>緑茶</term>
          <min:partOfSpeech>noun</min:partOfSpeech>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
          <note>よみ：りょくちゃ</note>
        </termSec>
        <termSec>
          <term>日本茶</term>
          <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
          <note>広い意味で</note>
        </termSec>
      </langSec>
      <langSec xml:lang="en">
        <termSec>
          <term>green tea</term>
          <min:partOfSpeech>noun</min:partOfSpeech>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
        </termSec>
        <termSec>
          <term>green-tea</term>
          <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
        </termSec>
      </langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""

_V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="ja">
  <martifHeader><fileDesc><sourceDesc><p>our own sample</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="c1">
      <descrip type="subjectField">飲み物</descrip>
      <note>熱湯を避ける</note>
      <langSet xml:lang="ja">
        <descripGrp><descrip type="definition">蒸して酸化を止めた茶</descrip><admin type="source">農林水産省</admin></descripGrp>
        <ntig>
          <termGrp>
            <term>緑茶</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="normativeAuthorization">preferredTerm</termNote>
            <termNote type="pronunciation">りょくちゃ</termNote>
          </termGrp>
        </ntig>
        <ntig>
          <termGrp><term>日本茶</term><termNote type="normativeAuthorization">admittedTerm</termNote></termGrp>
          <note>広い意味で</note>
        </ntig>
      </langSet>
      <langSet xml:lang="en">
        <tig>
          <term>green tea</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        </tig>
        <tig><term>green-tea</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      </langSet>
    </termEntry>
  </body></text>
</martif>
"""

_MIN_2013 = """<?xml version="1.0"?>
<TBX dialect="TBX-Min">
  <header><id>our own sample</id><languages source="ja" target="en"/></header>
  <body>
    <entry id="c1">
      <subjectField>飲み物</subjectField>
      <langGroup xml:lang="ja">
        <termGroup>
          <term>緑茶</term><partOfSpeech>noun</partOfSpeech><termStatus>preferred</termStatus>
          <note>読み: りょくちゃ</note>
        </termGroup>
        <termGroup>
          <term>日本茶</term><termStatus>admitted</termStatus>
          <noteGrp><note><noteValue>広い意味で</noteValue></note></noteGrp>
        </termGroup>
      </langGroup>
      <langGroup xml:lang="en">
        <termGroup><term>green tea</term><partOfSpeech>noun</partOfSpeech><termStatus>preferred</termStatus></termGroup>
        <termGroup><term>green-tea</term><termStatus>notRecommended</termStatus></termGroup>
      </langGroup>
    </entry>
  </body>
</TBX>
"""


@pytest.mark.parametrize("sample", [_V3_DCA, _V3_DCT, _V2], ids=["3 DCA", "3 DCT", "2"])
def test_the_same_concept_is_read_from_every_dialect(sample: str) -> None:
    assert read_tbx(sample.encode()) == ([_TEA], [])


def test_tbx_min_is_read_which_has_no_definitions() -> None:
    assert read_tbx(_MIN_2013.encode()) == ([Concept(_TEA.terms, domain="飲み物")], [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_is_known_by_the_first_bytes(encoding: str) -> None:
    assert read_tbx(_V3_DCA.encode(encoding)) == ([_TEA], [])


def test_shift_jis_is_read_as_windows_writes_it() -> None:
    sample = _V3_DCA.replace("?>", ' encoding="Shift_JIS"?>', 1)
    sample = sample.replace("広い意味で", "広い意味で①～")
    concepts, _ = read_tbx(sample.encode("cp932"))
    assert concepts[0].terms[1].note == "広い意味で①～"


def _entry(inside: str) -> bytes:
    return (
        f'<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Core" style="dca" xml:lang="ja"><text><body>\n'
        f"{inside}\n</body></text></tbx>"
    ).encode()


_TWO = """<conceptEntry><langSec xml:lang="JA_jp"><termSec><term>茶</term></termSec></langSec><langSec xml:lang="en">
{}</langSec></conceptEntry>"""


def test_terms_without_status_are_preferred_unless_another_one_is() -> None:
    plain = "<termSec><term>tea</term></termSec>"
    marked = (
        '<termSec><term>cha</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>'
    )
    (alone, beside), _ = read_tbx(_entry(_TWO.format(plain) + _TWO.format(plain + marked)))
    assert [term.status for term in alone.terms] == [TermStatus.PREFERRED, TermStatus.PREFERRED]
    assert [term.status for term in beside.terms[1:]] == [TermStatus.ADMITTED, TermStatus.PREFERRED]
    assert alone.terms[0].lang == "ja-JP"


def test_what_a_glossary_has_no_place_for_is_told_once_with_its_place() -> None:
    context = (
        '<termSec><term>tea</term><descripGrp><descrip type="context">He drinks tea.</descrip>'
        '<admin type="source">a book</admin></descripGrp></termSec>'
    )
    concepts, problems = read_tbx(_entry(_TWO.format(context) + "\n" + _TWO.format(context)))
    assert [concept.source for concept in concepts] == ["", ""]
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "context: a glossary has no place for it; left out (2 in the file, the first in this concept)."),
    ]


def test_bad_concepts_cost_no_good_ones() -> None:
    nothing = "<conceptEntry><note>nothing</note></conceptEntry>"
    nowhere = "<conceptEntry><langSec><termSec><term>tea</term></termSec></langSec></conceptEntry>"
    good = _TWO.format("<termSec><term>tea</term></termSec>")
    concepts, problems = read_tbx(_entry(f"{nothing}\n{nowhere}\n{good}"))
    assert [term.text for term in concepts[0].terms] == ["茶", "tea"]
    assert [(problem.line, problem.message[:28]) for problem in problems] == [
        (2, "no term in this concept; it "),
        (3, "a section of terms has no la"),
        (3, "no term in this concept; it "),
    ]


def test_what_precedes_damage_is_kept_and_the_damage_told() -> None:
    good = _TWO.format("<termSec><term>tea</term></termSec>")
    concepts, problems = read_tbx(_entry(good)[:-20] + b"<oops></body>", "terms.tbx")
    assert len(concepts) == 1
    assert "what follows this concept is left out: terms.tbx, line 4" in problems[0].message


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"ja,en\n", "not XML"),
        (b"<html><body/></html>", "holds <html>, not <tbx> or <martif> or <TBX>"),
        (b'<!DOCTYPE tbx [<!ENTITY a "aaaa">]><tbx>&a;</tbx>', "declares entities"),
        (b"<tbx><text><body><conceptEntry>", "damaged or cut off"),
    ],
)
def test_what_is_no_tbx_is_refused_in_plain_words(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_tbx(data, "terms.tbx")


def test_a_reference_that_nothing_defines_costs_only_its_concept() -> None:
    bad = _TWO.format("<termSec><term>tea&nbsp;cup</term></termSec>")
    good = _TWO.format("<termSec><term>tea</term></termSec>")
    data = b'<!DOCTYPE tbx SYSTEM "TBXcoreStructV03.dtd">' + _entry(bad + good)
    concepts, problems = read_tbx(data)
    assert [concept.terms[1].text for concept in concepts] == ["tea"]
    assert "&nbsp;" in problems[0].message


def test_a_file_is_never_fetched_from_elsewhere() -> None:
    data = b'<!DOCTYPE tbx SYSTEM "file:///somewhere/else.dtd">' + _entry(
        _TWO.format("<termSec><term>tea</term></termSec>")
    )
    assert len(read_tbx(data)[0]) == 1


def test_what_is_written_is_valid_and_read_back_unchanged() -> None:
    data = write_tbx([_TEA], source_lang="ja", target_lang="en")
    assert tbx_faults(data) == []
    assert read_tbx(data) == ([_TEA], [])
    assert tbx_losses([_TEA]) == []


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
_NOTE = _TEXT.filter(lambda text: not text.lower().startswith(("読み", "よみ", "reading", "yomi")))
_WORD = _TEXT.filter(bool)
_PARTS = st.sampled_from(["", "noun", "verb", "adjective", "adverb", "other"])


@st.composite
def _terms(draw: st.DrawFn, lang: str) -> Term:
    return Term(draw(_WORD), lang, draw(st.sampled_from(TermStatus)), draw(_TEXT), draw(_PARTS), draw(_NOTE))


@st.composite
def _concepts(draw: st.DrawFn) -> Concept:
    terms = [term for lang in ("ja", "en", "zh-Hant") for term in draw(st.lists(_terms(lang), min_size=1, max_size=3))]
    return Concept(tuple(terms), draw(_TEXT), draw(_TEXT), draw(_TEXT), draw(_TEXT))


@given(st.lists(_concepts(), min_size=1, max_size=4))
def test_any_concepts_are_written_valid_and_read_back_or_their_losses_are_told(concepts: list[Concept]) -> None:
    data = write_tbx(concepts, source_lang="ja", target_lang="en")
    assert tbx_faults(data) == []
    assert read_tbx(data)[0] == concepts or tbx_losses(concepts)


def test_line_breaks_of_a_note_stay_and_those_of_the_layout_go() -> None:
    concept = Concept((Term("tea", "en"),), note="one\r\ntwo\nthree")
    assert read_tbx(write_tbx([concept], source_lang="en", target_lang="ja"))[0] == [concept]
    laid_out = _entry(_TWO.format("<termSec><term>green\n\t\ttea</term></termSec>"))
    assert read_tbx(laid_out)[0][0].terms[1].text == "green tea"


def test_a_file_without_concepts_breaks_the_rules() -> None:
    data = write_tbx([_TEA], source_lang="ja", target_lang="en")
    assert tbx_faults(re.sub(rb"<conceptEntry.*</conceptEntry>", b"", data, flags=re.DOTALL)) == [
        "There is no <conceptEntry>."
    ]


@pytest.mark.parametrize(
    ("note", "reading"),
    [("読み：りょくちゃ", "りょくちゃ"), ("Reading: リョクチャ", "リョクチャ"), ("Reading: see page 5", "")],
)
def test_a_note_that_gives_the_reading_is_the_reading(note: str, reading: str) -> None:
    (concept,), _ = read_tbx(_entry(_TWO.format(f"<termSec><term>cha</term><note>{note}</note></termSec>")))
    assert (concept.terms[1].reading, concept.terms[1].note) == (reading, "" if reading else note)


def test_losses_are_told_with_the_term() -> None:
    odd = Concept((Term("tea\x1b", "en", part_of_speech="固有名詞"), Term("お茶", "ja", part_of_speech="感動詞")))
    assert tbx_losses([odd, Concept(())]) == [
        "tea\x1b: control characters, which XML cannot hold, become U+FFFD.",
        "tea\x1b (en): its part of speech '固有名詞' becomes 'noun' in TBX-Basic.",
        "お茶 (ja): its part of speech '感動詞' becomes 'other' in TBX-Basic.",
        "A concept without terms: TBX has no place for it; it is left out.",
    ]
    written = write_tbx([odd, Concept(())], source_lang="en", target_lang="ja")
    assert tbx_faults(written) == []
    assert [term.text for term in read_tbx(written)[0][0].terms] == ["tea\N{REPLACEMENT CHARACTER}", "お茶"]


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(OutputError, match="'英語' is no language"):
        write_tbx([Concept((Term("tea", "英語"),))], source_lang="ja", target_lang="en")


def test_a_glossary_without_terms_is_not_written() -> None:
    with pytest.raises(OutputError, match="no term to write"):
        write_tbx([], source_lang="ja", target_lang="en")


@pytest.mark.parametrize(
    ("valid", "broken", "fault"),
    [
        ('type="TBX-Basic"', 'type="TBX-Core"', "does not say type='TBX-Basic'"),
        (' xml:lang="en"', "", "<langSec> has no xml:lang"),
        (' xml:lang="en"', ' xml:lang="英語"', "'英語' is no language"),
        (">noun<", ">名詞<", "'名詞' is no value of partOfSpeech"),
        ("preferredTerm-admn-sts", "preferred", "'preferred' is no value of administrativeStatus"),
        ('type="subjectField"', 'type="context"', "context cannot stand in <conceptEntry>"),
        ('"subjectField"', '"domain"', "<descrip> cannot have the type 'domain'"),
        ("<term>緑茶</term>", "", "what stands in <termSec>, or its order"),
        ("<term>緑茶</term>", "<term>緑茶</term><min:x xmlns:min='m'/>", "<{m}x> is not allowed here"),
        ("</conceptEntry>", '</conceptEntry><conceptEntry id="c1"/>', "Two elements have the id 'c1'"),
        ("urn:iso:std:iso:30042:ed-2", "urn:x", "not <tbx> of TBX version 3"),
        ("<text><body>", '<text xmlns="urn:x"><body>', "<conceptEntry> does not stand in tbx/text/body"),
        ("<sourceDesc>", "<sourceDesc><note/>", "what stands in <sourceDesc>, or its order"),
        ("</tbx>", "", "damaged or cut off"),
    ],
)
def test_each_rule_of_the_dialect_finds_its_fault(valid: str, broken: str, fault: str) -> None:
    data = write_tbx([_TEA], source_lang="ja", target_lang="en").decode()
    assert valid in data
    assert any(fault in each for each in tbx_faults(data.replace(valid, broken, 1).encode()))
