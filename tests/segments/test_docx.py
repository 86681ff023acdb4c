from dataclasses import replace
from xml.etree.ElementTree import canonicalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segments.errors import OutputError
from segments.model import CodedText, Kind, Paragraph
from segments.readers.docx import read_docx
from segments.writers.docx import write_docx
from tests.segments.word_documents import field, p, package, run, unfolded, word

BOLD = "<w:b/>"
NUMBER = '<w:r><w:rPr><w:rStyle w:val="n"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'


def texts(document: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_docx(document).paragraphs]


def only(document: bytes) -> Paragraph:
    (paragraph,) = read_docx(document).paragraphs
    return paragraph


def whole(paragraph: Paragraph) -> CodedText:
    return CodedText(paragraph.text, paragraph.codes)


def main_part(document: bytes) -> str:
    return unfolded(document)["word/document.xml"].decode()


def rewritten(body: str, *targets: CodedText | str | None) -> str:
    """Give the inner XML of the body with its paragraphs replaced."""
    written = main_part(write_docx(word(body), targets))
    return written.partition("<w:body>")[2].partition("</w:body>")[0]


def box(text: str) -> str:
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{content}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_each_paragraph_has_its_kind_and_the_body_comes_first() -> None:
    body = (
        p("北極海の航路", style="a")
        + p("第一章", style="own")
        + p("第一節", style="lv")
        + p("本文である。", NUMBER)
        + p("項目", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + f"<w:tbl><w:tr><w:tc>{p('升目')}</w:tc></w:tr></w:tbl>"
        + p("図の名", style="c")
        + p(box("箱の中"))
        + p(" ")
    )
    document = word(body, {"header": p("頭"), "footnotes": f'<w:footnote w:id="2">{p("注である。")}</w:footnote>'})
    assert [(paragraph.kind, paragraph.text) for paragraph in read_docx(document).paragraphs] == [
        (Kind.TITLE, "北極海の航路"),
        (Kind.HEADING, "第一章"),
        (Kind.HEADING, "第一節"),
        (Kind.TEXT, "本文である。"),
        (Kind.LIST_ITEM, "項目"),
        (Kind.TABLE_CELL, "升目"),
        (Kind.CAPTION, "図の名"),
        (Kind.TEXT, "箱の中"),
        (Kind.NOTE, "注である。"),
        (Kind.TEXT, "頭"),
    ]


def test_text_is_never_reflowed() -> None:
    assert texts(word(p("　第 2回、 山田　太郎 は"))) == ["　第 2回、 山田　太郎 は"]


def test_runs_that_look_like_the_rest_are_text_and_others_codes() -> None:
    typed = run("な文", '<w:rFonts w:hint="eastAsia"/><w:lang w:val="ja-JP"/>')
    paragraph = only(word(p("これは", run("重要", BOLD), typed, "である。")))
    assert paragraph.text == "これは重要な文である。"
    assert [(code.offset, code.data) for code in paragraph.codes] == [(3, BOLD), (5, "")]


def test_formatting_moves_with_its_words() -> None:
    body = p("これは", run("重要", BOLD), "である。")
    opening, closing = only(word(body)).codes
    target = CodedText("This matters.", (replace(opening, offset=5), replace(closing, offset=12)))
    assert rewritten(body, target) == p("This ", run("matters", BOLD), ".")


def test_most_of_the_text_decides_what_a_plain_target_looks_like() -> None:
    assert rewritten(p("あ", run("ほとんど全部", BOLD)), "nearly all") == p(run("nearly all", BOLD))


def test_a_number_of_a_note_at_the_end_stays_at_the_end() -> None:
    body = p("本文である。", NUMBER)
    assert only(word(body)).codes == ()
    assert rewritten(body, "Text.") == p("Text.", NUMBER)


def test_a_number_of_a_note_is_never_lost() -> None:
    assert rewritten(p("本文", NUMBER, "である。"), "Text.") == p("Text.", NUMBER)


def test_inserted_text_is_read_and_deleted_is_not() -> None:
    changes = (
        f'<w:ins w:id="1">{run("新しい")}</w:ins><w:del w:id="2"><w:r><w:delText>古い</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3">{run("前")}</w:moveFrom><w:moveTo w:id="4">{run("後")}</w:moveTo>'
    )
    assert only(word(p(changes, "文"))).text == "新しい後文"
    assert rewritten(p(changes, "文"), "new") == p("new")


def test_links_keep_their_addresses() -> None:
    body = p("見よ、", f'<w:hyperlink r:id="r9">{run("海図", "<w:u/>")}</w:hyperlink>', "を。")
    paragraph = only(word(body))
    assert paragraph.text == "見よ、海図を。"
    codes = tuple(replace(code, offset=offset) for code, offset in zip(paragraph.codes, (4, 4, 9, 9), strict=True))
    assert rewritten(body, CodedText("See chart.", codes)) == p(
        "See ", f'<w:hyperlink r:id="r9">{run("chart", "<w:u/>")}</w:hyperlink>', "."
    )


def test_the_text_of_a_link_field_is_read_and_results_of_other_fields_are_codes() -> None:
    body = p(field(' HYPERLINK "http://x.y" ', "海図"), "は", field("PAGE", "3"), "頁")
    paragraph = only(word(body))
    assert paragraph.text == "海図は頁"
    assert [code.offset for code in paragraph.codes] == [0, 2, 3]
    codes = tuple(replace(code, offset=offset) for code, offset in zip(paragraph.codes, (0, 5, 14), strict=True))
    written = rewritten(body, CodedText("Chart on page ", codes))
    assert written == p(field(' HYPERLINK "http://x.y" ', "Chart"), " on page ", field("PAGE", "3"))


def test_a_field_over_several_paragraphs_keeps_its_marks() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    instruction, end = "<w:r><w:instrText>TOC</w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(begin, instruction, "第一章") + p("第二章", end)
    assert texts(word(body)) == ["第一章", "第二章"]
    assert rewritten(body, "One", "Two") == p(begin, instruction, "One") + p("Two", end)


def test_fields_within_fields_are_read_in_time_however_deep() -> None:
    begin, link = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
    separate, end = (begin.replace("begin", mark) for mark in ("separate", "end"))
    deep = (begin + link + separate) * 2_000 + run("x") + end * 2_000
    assert texts(word(p("前", deep, "後") + p("前", (begin + run("x")) * 5_000))) == ["前後", "前" + "x" * 5_000]


def test_the_base_of_a_ruby_is_text_and_stays_with_its_reading() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{run('かんじ')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby>"
    body = p("彼の", f"<w:r>{ruby}</w:r>", "だ")
    paragraph = only(word(body))
    assert paragraph.text == "彼の漢字だ"
    moved = tuple(replace(code, offset=code.offset - 2) for code in paragraph.codes)
    assert rewritten(body, CodedText("漢字です", moved)) == p(f"<w:r>{ruby}</w:r>", "です")
    assert rewritten(body, "his characters") == p("his characters")


def test_a_line_break_is_a_code_and_parts_words() -> None:
    body = p("one", "<w:r><w:br/></w:r>", "two", "<w:r><w:tab/></w:r>", "three")
    paragraph = only(word(body))
    assert paragraph.text == "one two\tthree"
    assert texts(word(p("一", "<w:r><w:br/></w:r>", "二"))) == ["一二"]
    written = rewritten(body, CodedText("One two\tthree", paragraph.codes))
    assert "<w:br/></w:r><w:r><w:t xml:space" in written
    assert ">two</w:t><w:tab/><w:t" in written


def test_bookmarks_and_comments_stay_with_their_paragraph() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="x"/>', '<w:bookmarkEnd w:id="1"/>'
    comment = '<w:r><w:commentReference w:id="5"/></w:r>'
    body = p("前", start, "後", end, comment, "末")
    assert only(word(body)).codes == ()
    assert rewritten(body, "text") == p(start, "text", end, comment)


def test_a_text_box_is_translated_in_its_stand_in_too() -> None:
    body = p("箱", box("中身"), "の外")
    assert texts(word(body)) == ["箱の外", "中身"]
    assert rewritten(body, None, "inside") == p("箱", box("inside"), "の外")
    assert rewritten(body, "outside", "inside") == p("outside", box("inside"))


def test_a_content_control_stays() -> None:
    body = p(
        "前", f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{run("中")}</w:sdtContent></w:sdt>', "後"
    )
    paragraph = only(word(body))
    target = CodedText(
        "a b c", tuple(replace(code, offset=at) for code, at in zip(paragraph.codes, (2, 3), strict=True))
    )
    assert '</w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">b</w:t></w:r></w:sdtContent>' in rewritten(
        body, target
    )


def test_parts_without_a_new_text_stay_byte_for_byte() -> None:
    document = word(p("一") + p("二"), {"footer": p("足"), "header": p("頭")})
    before, after = unfolded(document), unfolded(write_docx(document, [None, "two", None, None]))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def test_the_strict_form_is_read_too() -> None:
    parts = unfolded(word(p("一")))
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in parts.items()
    }

    document = package(strict)
    assert texts(document) == ["一"]
    assert texts(write_docx(document, ["one"])) == ["one"]


def test_a_control_character_is_refused_with_its_paragraph() -> None:
    with pytest.raises(OutputError, match=r"Paragraph 2: the character U\+001B"):
        write_docx(word(p("一") + p("二")), ["one", "two\x1b"])


def test_as_many_targets_as_paragraphs_are_wanted() -> None:
    with pytest.raises(OutputError, match="1 paragraphs and the translation 2"):
        write_docx(word(p("一")), ["one", "two"])


TEXTS = st.text(alphabet="ab 漢あ、。　<&1", min_size=1, max_size=6).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
RUNS = st.one_of(
    st.builds(run, TEXTS, st.sampled_from(["", BOLD, "<w:i/>", BOLD + "<w:i/>"])),
    st.sampled_from([NUMBER, "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:bookmarkEnd w:id="1"/>', box("箱")]),
    TEXTS.map(lambda text: f'<w:hyperlink r:id="r9">{run(text)}{run("x", BOLD)}</w:hyperlink>'),
    TEXTS.map(lambda text: f'<w:ins w:id="1">{run(text)}</w:ins>'),
    TEXTS.map(lambda text: field("HYPERLINK", text)),
    TEXTS.map(lambda text: field("REF", text)),
)
BODIES = st.lists(st.lists(RUNS, max_size=6).map(lambda runs: p(*runs)), min_size=1, max_size=4).map("".join)


@settings(deadline=None)
@given(BODIES)
def test_an_untouched_document_is_written_as_it_was(body: str) -> None:
    document = word(body)
    paragraphs = read_docx(document).paragraphs
    assert write_docx(document, [paragraph.text for paragraph in paragraphs]) == document
    assert write_docx(document, [whole(paragraph) for paragraph in paragraphs]) == document


@settings(deadline=None)
@given(BODIES)
def test_each_paragraph_is_replaced_where_it_stood_and_nothing_else(body: str) -> None:
    document = word(body + p("末"))
    count = len(read_docx(document).paragraphs)
    targets = [f"«{chr(0x3B1 + number)}»" for number in range(count)]
    written = write_docx(document, targets)
    assert texts(written) == targets
    assert main_part(written).count("footnoteReference") == main_part(document).count("footnoteReference")
    untouched = write_docx(document, [None] * (count - 1) + ["end"])
    assert canonicalize(main_part(untouched)) == canonicalize(main_part(word(body + p("end"))))


@settings(deadline=None)
@given(BODIES)
def test_a_rewritten_paragraph_reads_as_the_source_with_the_change(body: str) -> None:
    document = word(body)
    paragraphs = read_docx(document).paragraphs
    written = write_docx(document, [CodedText(paragraph.text + "x", paragraph.codes) for paragraph in paragraphs])
    assert [text.replace(" ", "") for text in texts(written)] == [
        paragraph.text.replace(" ", "") + "x" for paragraph in paragraphs
    ]
