import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segments.errors import InputError, OutputError
from segments.model import Code, CodedText, CodeRole, Kind, Paragraph
from segments.readers.html import locate_html, read_html
from segments.writers.html import write_html

PAGE = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>北極海 &amp; 航路</title>
<style>p { color: red }</style><script>if (a<b) write("<p>いいえ</p>")</script></head>
<body class=wide>
<h1>航路の統治</h1>
<p>これは<b>重要</b>な
文である。Windows 11 を使う。</p>
<ul><li>一つ目<li>二つ目</ul>
<table><caption>表の名</caption><tr><td>升目</td></tr></table>
</body></html>
"""


def texts(page: bytes | str) -> list[str]:
    return [paragraph.text for paragraph in read_html(page).paragraphs]


def only(page: str) -> Paragraph:
    (paragraph,) = read_html(page).paragraphs
    return paragraph


def whole(paragraph: Paragraph) -> CodedText:
    return CodedText(paragraph.text, paragraph.codes)


def test_each_paragraph_has_its_kind() -> None:
    assert [(paragraph.kind, paragraph.text) for paragraph in read_html(PAGE).paragraphs] == [
        (Kind.TITLE, "北極海 & 航路"),
        (Kind.HEADING, "航路の統治"),
        (Kind.TEXT, "これは重要な文である。Windows 11 を使う。"),
        (Kind.LIST_ITEM, "一つ目"),
        (Kind.LIST_ITEM, "二つ目"),
        (Kind.CAPTION, "表の名"),
        (Kind.TABLE_CELL, "升目"),
    ]


def test_inline_elements_are_codes_at_their_places() -> None:
    paragraph = read_html(PAGE).paragraphs[2]
    assert paragraph.codes == (
        Code(3, CodeRole.OPEN, "1", "b", (), "<b>"),
        Code(5, CodeRole.CLOSE, "1", "b", (), "</b>"),
    )


def test_each_character_knows_its_place_in_the_page() -> None:
    for paragraph in read_html(PAGE).paragraphs[1:]:
        assert "".join(PAGE[offset] for offset in paragraph.offsets) == paragraph.text


def test_an_element_around_the_whole_text_stays_outside_of_it() -> None:
    page = '<p> <a href="/x">全文</a><img src="x"> </p>'
    assert only(page).codes == ()
    assert write_html(page.encode(), ["all"]) == b'<p> <a href="/x">all</a><img src="x"> </p>'


def test_the_base_of_a_ruby_is_text_and_its_reading_a_code() -> None:
    paragraph = only("<p>彼は<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を書く。</p>")
    assert paragraph.text == "彼は漢字を書く。"
    assert [code.data for code in paragraph.codes if code.element == "rt"] == ["<rt>かんじ</rt>"]


def test_readings_without_closing_tags_are_codes_too() -> None:
    paragraph = only("<p>彼は<ruby>漢<rt>かん<rt>カン</ruby>と書く。</p>")
    assert paragraph.text == "彼は漢と書く。"


def test_a_line_break_parts_english_words_and_joins_japanese() -> None:
    assert texts("<p>one\ntwo</p><p>日本\n語「\nである」</p><p>日本\nEU</p><p>한국\n말</p>") == [
        "one two",
        "日本語「である」",
        "日本 EU",
        "한국 말",
    ]


def test_spaces_between_japanese_stay() -> None:
    assert texts("<p>山田　太郎</p><p>東京 大阪</p>") == ["山田　太郎", "東京 大阪"]


def test_one_break_is_a_code_and_two_end_the_paragraph() -> None:
    first, second = read_html("<p>first<br>line<br>\n<br>second</p>").paragraphs
    assert (first.text, [code.data for code in first.codes]) == ("first line", ["<br>"])
    assert second.text == "second"


def test_listings_are_left_alone_and_other_preformatted_lines_are_paragraphs() -> None:
    assert texts("<pre><code>x = 1</code></pre><pre>a  b\n\n  c</pre>") == ["a  b", "c"]


def test_what_is_not_to_be_translated_is_a_code_or_no_paragraph() -> None:
    paragraph = only('<p translate="no">TAIYAKU</p><p>use <span class="notranslate">tm <b>run</b></span> now</p>')
    assert paragraph.text == "use now"
    assert [code.data for code in paragraph.codes] == ['<span class="notranslate">tm <b>run</b></span>']


def test_comments_and_pictures_are_codes() -> None:
    paragraph = only('<p>a<!-- <p> --> b <img alt=">" src=x> c</p>')
    assert [code.data for code in paragraph.codes] == ["<!-- <p> -->", '<img alt=">" src=x>']


def test_references_are_read_and_written() -> None:
    page = "<p>A &lt; B &amp;&nbsp;C &#x3042; &unknown;</p>"
    assert only(page).text == "A < B &\xa0C あ &unknown;"
    assert write_html(page.encode(), ["B > A & C"]) == b"<p>B &gt; A &amp; C</p>"


def test_unclosed_and_crossing_elements_lose_nothing() -> None:
    page = "<p>one <b>two <i>three</b> four</i> five</p><p>six <b>seven</p>eight</b>"
    assert texts(page) == ["one two three four five", "six seven", "eight"]


@pytest.mark.parametrize("name", ["shift_jis", "euc-jp", "iso-2022-jp", "utf-8"])
def test_the_page_says_its_encoding_and_keeps_it(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><p>航路の統治</p></body></html>'.encode(name)
    assert texts(page) == ["航路の統治"]
    assert write_html(page, ["日本語 ≠ 英語 é"]).decode(name).count("日本語") == 1


def test_characters_that_the_encoding_lacks_become_references() -> None:
    page = '<meta charset="shift_jis"><p>航路</p>'.encode("cp932")
    assert write_html(page, ["café"]).endswith(b"<p>caf&#233;</p>")


def test_a_wrong_declaration_does_not_spoil_the_text() -> None:
    page = '<meta charset="shift_jis"><p>航路の統治について、各国は協議を続けている。</p>'.encode()
    assert texts(page) == ["航路の統治について、各国は協議を続けている。"]


def test_a_byte_order_mark_stays() -> None:
    page = b"\xff\xfe" + "<p>航路</p>".encode("utf-16-le")
    assert write_html(page, ["sea"]) == b"\xff\xfe" + "<p>sea</p>".encode("utf-16-le")


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        read_html(b"")


def test_as_many_targets_as_paragraphs_are_wanted() -> None:
    with pytest.raises(OutputError, match="2 paragraphs and the translation 1"):
        write_html(b"<p>a</p><p>b</p>", ["x"])


def test_translated_text_keeps_its_formatting_where_the_translator_put_it() -> None:
    page = "<p>これは<b>重要</b>な<i>文</i>である。</p>"
    bold, unbold, italic, unitalic = only(page).codes
    target = CodedText(
        "A sentence that matters.",
        tuple(
            Code(offset, code.role, code.pair, code.element, code.attributes, code.data)
            for offset, code in ((2, italic), (10, unitalic), (16, bold), (23, unbold))
        ),
    )
    written = write_html(page.encode(), [target]).decode()
    assert written == "<p>A <i>sentence</i> that <b>matters</b>.</p>"


def test_a_paragraph_without_target_stays() -> None:
    assert write_html(b"<p>a</p> <p>b</p>", [None, "x"]) == b"<p>a</p> <p>x</p>"


WORDS = st.text(alphabet="ab 漢あ、。　<&>\"'\n1", min_size=1, max_size=12).map(html.escape)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["b", "i", "a", "span"]), inner).map(lambda it: f"<{it[0]} x='>'>{it[1]}</{it[0]}>"),
        st.tuples(inner, inner).map("".join),
        st.just("<br>"),
        st.just("<!-- x -->"),
    ),
    max_leaves=6,
)
BLOCKS = st.one_of(
    st.tuples(st.sampled_from(["p", "h2", "div", "li", "td"]), INLINE).map(lambda it: f"<{it[0]}>{it[1]}</{it[0]}>\n"),
    INLINE,
    st.sampled_from(["<script>a<b</script>", "<hr>", "</div>", "<ul>", "<pre>a\n b</pre>"]),
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=6).map("".join)


@settings(deadline=None)
@given(PAGES)
def test_an_untouched_page_is_written_as_it_was(page: str) -> None:
    paragraphs = read_html(page).paragraphs
    assert write_html(page.encode(), [paragraph.text for paragraph in paragraphs]) == page.encode()
    assert write_html(page.encode(), [whole(paragraph) for paragraph in paragraphs]) == page.encode()


@settings(deadline=None)
@given(PAGES)
def test_each_paragraph_is_replaced_where_it_stood_and_nothing_else(page: str) -> None:
    paragraphs = read_html(page).paragraphs
    targets = [f"«{chr(0x3B1 + number)}»" for number in range(len(paragraphs))]
    written = write_html(page.encode(), targets).decode()
    assert texts(written) == targets
    places = locate_html(page)
    edges = zip([0, *(place.end for place in places)], [*(place.start for place in places), len(page)], strict=True)
    outside = [page[start:end] for start, end in edges]
    pieces = re.split("«.»", written)
    assert all(kept in piece for piece, kept in zip(pieces, outside, strict=True))


@settings(deadline=None)
@given(st.text(alphabet="<>/!-='\"&;abp #x3\n漢rubyt", max_size=80))
def test_no_page_is_too_broken_to_be_read_and_written_back(page: str) -> None:
    paragraphs = read_html(page).paragraphs
    assert write_html(b" " + page.encode(), [whole(paragraph) for paragraph in paragraphs]) == b" " + page.encode()


def test_a_page_of_unclosed_tags_is_read_in_time() -> None:
    for page in (
        "<!--" * 50_000,
        '<a "' * 50_000,
        "<svg>" * 50_000,
        "<rt>" * 50_000,
        "<script>" * 50_000,
        "<" * 50_000,
    ):
        assert read_html(page).paragraphs is not None
