import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segments.errors import OutputError
from segments.model import Code, CodedText, Kind, Paragraph
from segments.readers.markdown import locate_markdown, read_markdown
from segments.writers.markdown import write_markdown

NOTES = """---
title: 航路
---
# 北極海の航路 #

これは*重要*な
文である。Windows 11 を使う。[^1]

> 引用である。
> 続きも**強い
> 引用**だ。

- [ ] 一つ目
- 二つ目

| 国 | 数 \\| 量 |
|----|----|
|    | `x` 隻 |

![図の名](map.png)

```python
x = "いいえ"
```

<div align="center">中央<br>の文</div>

[^1]: 注である。
[^2]: 別の注。

Setext
heading
===
"""


def texts(document: bytes | str) -> list[str]:
    return [paragraph.text for paragraph in read_markdown(document).paragraphs]


def only(document: str) -> Paragraph:
    (paragraph,) = read_markdown(document).paragraphs
    return paragraph


def whole(paragraph: Paragraph) -> CodedText:
    return CodedText(paragraph.text, paragraph.codes)


def rewritten(document: str, target: str | CodedText) -> str:
    return write_markdown(document.encode(), [target]).decode()


def moved(codes: tuple[Code, ...], *offsets: int) -> tuple[Code, ...]:
    return tuple(
        Code(offset, code.role, code.pair, code.element, code.attributes, code.data)
        for code, offset in zip(codes, offsets, strict=True)
    )


def test_each_paragraph_has_its_kind() -> None:
    assert [(paragraph.kind, paragraph.text) for paragraph in read_markdown(NOTES).paragraphs] == [
        (Kind.TITLE, "北極海の航路"),
        (Kind.TEXT, "これは重要な文である。Windows 11 を使う。"),
        (Kind.TEXT, "引用である。続きも強い引用だ。"),
        (Kind.LIST_ITEM, "一つ目"),
        (Kind.LIST_ITEM, "二つ目"),
        (Kind.TABLE_CELL, "国"),
        (Kind.TABLE_CELL, "数 | 量"),
        (Kind.TABLE_CELL, "x 隻"),
        (Kind.CAPTION, "図の名"),
        (Kind.TEXT, "中央の文"),
        (Kind.NOTE, "注である。"),
        (Kind.NOTE, "別の注。"),
        (Kind.HEADING, "Setext heading"),
    ]


def test_a_translation_stands_where_the_original_stood() -> None:
    targets = [f"T{number}" for number in range(len(texts(NOTES)))]
    assert (
        write_markdown(NOTES.encode(), targets).decode()
        == """---
title: 航路
---
# T0 #

T1[^1]

> T2

- [ ] T3
- T4

| T5 | T6 |
|----|----|
|    | T7 |

![T8](map.png)

```python
x = "いいえ"
```

<div align="center">T9</div>

[^1]: T10
[^2]: T11

T12
===
"""
    )


def test_inline_markup_is_codes_at_their_places() -> None:
    paragraph = only("使う*強調*と`code`と[海](http://x.y 't')と<https://a.b>の話")
    assert paragraph.text == "使う強調とcodeと海とhttps://a.bの話"
    assert [(code.offset, code.data) for code in paragraph.codes] == [
        (2, "*"),
        (4, "*"),
        (5, "`"),
        (9, "`"),
        (10, "["),
        (11, "](http://x.y 't')"),
        (12, "<"),
        (23, ">"),
    ]


def test_each_character_knows_its_place_in_the_file() -> None:
    for paragraph in read_markdown(NOTES).paragraphs:
        found = "".join(NOTES[offset] for offset in paragraph.offsets)
        assert found.replace("\\", "|").replace("\n", " ") == paragraph.text


def test_emphasis_moves_with_its_words() -> None:
    paragraph = only("これは**重要**な*文*である。")
    target = CodedText("A sentence that matters.", moved(paragraph.codes[2:] + paragraph.codes[:2], 2, 10, 16, 23))
    assert rewritten("これは**重要**な*文*である。", target) == "A *sentence* that **matters**."


def test_emphasis_beside_japanese_brackets_is_written_so_that_it_works() -> None:
    document = 'He says **"sea"** now'
    target = CodedText("彼は「海」と言う", moved(only(document).codes, 2, 5))
    assert rewritten(document, target) == "彼は<strong>「海」</strong>と言う"


def test_a_link_known_by_its_own_text_stays_a_link() -> None:
    document = "彼は[海図]を見る\n\n[海図]: http://x.y\n"
    target = CodedText("He reads the chart", moved(only(document).codes, 13, 18))
    assert rewritten(document, target) == "He reads the [chart][海図]\n\n[海図]: http://x.y\n"


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("2 * 3 = 6", "2 * 3 = 6"),
        ("2*3*4 = 24", r"2\*3\*4 = 24"),
        ("snake_case stays", "snake_case stays"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("# no heading", r"\# no heading"),
        ("> no quotation", r"\> no quotation"),
        ("a <b> tag", r"a \<b\> tag"),
        ("AT&T &amp; co", r"AT&T \&amp; co"),
        ("[^9] is no note", r"\[^9\] is no note"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_target_is_escaped_where_it_would_be_markup_and_nowhere_else(target: str, written: str) -> None:
    assert rewritten("原文", target) == written
    assert texts(written) == [" ".join(target.split("\n"))]


def test_a_numbered_heading_needs_no_escape() -> None:
    assert rewritten("## 第一節", "1. Scope") == "## 1. Scope"


def test_a_pipe_in_a_cell_is_escaped() -> None:
    written = write_markdown(b"| a |\n|---|\n| b |\n", [None, "x | y"])
    assert written == b"| a |\n|---|\n| x \\| y |\n"


def test_windows_line_ends_stay() -> None:
    assert write_markdown(b"# a\r\n\r\nb\r\nc\r\n", ["x", "y"]) == b"# x\r\n\r\ny\r\n"


def test_as_many_targets_as_paragraphs_are_wanted() -> None:
    with pytest.raises(OutputError, match="1 paragraphs and the translation 0"):
        write_markdown(b"a", [])


WORDS = st.text(alphabet="ab 漢あ、。「」*_`[]()!<>&\\#-1.|~:", min_size=1, max_size=10)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["*", "**", "~~", "`", "_"]), inner).map(lambda it: it[0] + it[1] + it[0]),
        inner.map(lambda text: f"[{text}](http://x 't')"),
        inner.map(lambda text: f"![{text}][r]"),
        st.tuples(inner, inner).map("".join),
        st.sampled_from(["<b>", "</b>", "<rt>x</rt>", "\\\n", "  \n", "\n", "&amp;", "<https://a.b>", "[^1]", "[r]"]),
    ),
    max_leaves=6,
)
BLOCKS = st.one_of(
    st.tuples(st.sampled_from(["", "# ", "- ", "> ", "1. ", "| ", "[^1]: ", "\t", "> - ", "- [ ] "]), INLINE).map(
        "".join
    ),
    st.sampled_from(["| a | b |\n|---|---|\n| c\\|d | `e` |", "```\nx\n```", "<div>\nx</div>", "[r]: http://r", "==="]),
)
DOCUMENTS = st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)


@settings(deadline=None)
@given(DOCUMENTS)
def test_an_untouched_document_is_written_as_it_was(document: str) -> None:
    paragraphs = read_markdown(document).paragraphs
    original = b"\n" + document.encode()
    assert write_markdown(original, [paragraph.text for paragraph in paragraphs]) == original
    assert write_markdown(original, [whole(paragraph) for paragraph in paragraphs]) == original


@settings(deadline=None)
@given(DOCUMENTS)
def test_each_paragraph_is_replaced_where_it_stood_and_nothing_else(document: str) -> None:
    places = locate_markdown(document).places
    targets = [f"«{chr(0x3B1 + number)}»" for number in range(len(places))]
    written = write_markdown(b"\n" + document.encode(), targets).decode()[1:]
    edges = zip([0, *(place.end for place in places)], [*(place.start for place in places), len(document)], strict=True)
    outside = [document[start:end] for start, end in edges]
    pieces = re.split("«.»", written)
    assert len(pieces) == len(outside)
    assert all(kept in piece for piece, kept in zip(pieces, outside, strict=True))


@settings(deadline=None)
@given(
    WORDS.filter(lambda text: bool(text.strip())),
    st.sampled_from(["原文", "# 原文", "- 原文", "> 原文", "| 原文 |\n|---|"]),
)
def test_any_target_is_read_back_as_it_was_typed(target: str, document: str) -> None:
    assert [text.split() for text in texts(rewritten(document, target))] == [target.split()]


MARKED = "使う*強調*と**強い**と`code`と[海](http://x.y 't')"
SENTENCES = st.text(alphabet="ab 漢あ、。「」()*_[]`<.1", min_size=8, max_size=20).filter(
    lambda text: text == " ".join(text.split())
)


@settings(deadline=None)
@given(SENTENCES, st.lists(st.integers(0, 8), min_size=8, max_size=8).map(sorted))
def test_markup_placed_anywhere_leaves_the_text_as_it_was_typed(target: str, offsets: list[int]) -> None:
    codes = moved(only(MARKED).codes, *offsets)
    written = texts(rewritten(MARKED, CodedText(target, codes)))
    assert ["".join(text.split()) for text in written] == ["".join(target.split())]
