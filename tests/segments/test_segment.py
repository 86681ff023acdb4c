"""From a text to its segments: kinds, places, inline codes, and the real article."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from segments import read_text, segment_paragraphs, segment_text
from segments.model import Change, Code, CodeRole, Kind, Paragraph

ARTICLE = """港の会議はなぜ中断されたのか

―北の海をめぐる三か国の思惑―

山田太郎

会議は三日目に中断された。「失敗だ」との声もある。

再開への道

議長は三つの条件を挙げた。

・港を開くこと。船を通すこと。
・互いに連絡を絶やさないこと
①調査を終える

それでも再開は遠い。

（この記事は、「港湾月報」に載ったものです。一部を改めました。）
"""


def kinds(text: str, lang: str = "ja") -> list[tuple[Kind, str]]:
    return [(segment.kind, segment.text) for segment in segment_text(text, lang)]


def test_each_piece_of_an_article_has_its_kind() -> None:
    assert kinds(ARTICLE) == [
        (Kind.TITLE, "港の会議はなぜ中断されたのか"),
        (Kind.TITLE, "―北の海をめぐる三か国の思惑―"),
        (Kind.AUTHOR, "山田太郎"),
        (Kind.TEXT, "会議は三日目に中断された。"),
        (Kind.TEXT, "「失敗だ」との声もある。"),
        (Kind.HEADING, "再開への道"),
        (Kind.TEXT, "議長は三つの条件を挙げた。"),
        (Kind.LIST_ITEM, "・港を開くこと。"),
        (Kind.LIST_ITEM, "船を通すこと。"),
        (Kind.LIST_ITEM, "・互いに連絡を絶やさないこと"),
        (Kind.LIST_ITEM, "①調査を終える"),
        (Kind.TEXT, "それでも再開は遠い。"),
        (Kind.NOTE, "（この記事は、「港湾月報」に載ったものです。一部を改めました。）"),
    ]


def test_english_pieces_have_their_kinds() -> None:
    text = (
        "Why Was the Harbour Meeting Cut Short?\nBy Anna K. Holm\nIt was late. Nobody spoke.\nWhat Is Next?\nWe wait.\n"
    )
    assert [kind for kind, _ in kinds(text, "en")] == [
        Kind.TITLE,
        Kind.AUTHOR,
        Kind.TEXT,
        Kind.TEXT,
        Kind.HEADING,
        Kind.TEXT,
    ]


def test_a_heading_of_two_questions_in_capitals_stays_whole() -> None:
    text = "Title of It All\nIt was late.\nA Failure? The Chairman Says No\nWe wait.\n"
    assert (Kind.HEADING, "A Failure? The Chairman Says No") in kinds(text, "en")


def test_a_note_in_brackets_stays_whole_and_one_behind_a_mark_does_not() -> None:
    text = "It was late.\n(This first appeared in May. It is shorter here.)\n(See below.) It was (very) late.\n"
    assert [kind for kind, _ in kinds(text, "en")] == [Kind.TEXT, Kind.NOTE, Kind.TEXT, Kind.TEXT]
    assert kinds("夜だ。\n※雨天は中止。翌日に行う。")[1:] == [
        (Kind.LIST_ITEM, "※雨天は中止。"),
        (Kind.LIST_ITEM, "翌日に行う。"),
    ]


def test_a_line_alone_is_text_and_not_a_title() -> None:
    assert kinds("非公開の会議") == [(Kind.TEXT, "非公開の会議")]
    assert kinds("北の港は静かだ。南の港は違う。") == [(Kind.TEXT, "北の港は静かだ。"), (Kind.TEXT, "南の港は違う。")]
    assert kinds("") == []
    assert kinds(" \n\n") == []


def test_a_segment_knows_its_paragraph_and_its_place_in_it() -> None:
    first, second = segment_text("　雨だ。　風だ。", "ja")
    assert (first.start, first.text, first.paragraph) == (0, "雨だ。", 0)
    assert (second.start, second.text, second.paragraph) == (4, "風だ。", 0)


def test_inline_codes_go_with_the_characters_they_stand_at() -> None:
    bold = (Code(4, CodeRole.OPEN, "1"), Code(6, CodeRole.CLOSE, "1"))
    first, second = segment_paragraphs([Paragraph("雨だ。　風だ。", codes=bold)], "ja")
    assert first.codes == ()
    assert second.codes == (Code(0, CodeRole.OPEN, "1"), Code(2, CodeRole.CLOSE, "1"))


@given(st.integers(0, 8), st.integers(0, 8), st.sampled_from(["雨だ。風だ。波だ", "雨だ。  風だ。　"]))
def test_no_code_is_lost_or_doubled_wherever_it_stands(opening: int, closing: int, text: str) -> None:
    low, high = sorted((opening, closing))
    codes = (Code(low, CodeRole.OPEN, "1"), Code(high, CodeRole.CLOSE, "1"))
    found = segment_paragraphs([Paragraph(text, codes=codes)], "ja")
    assert [code.role for segment in found for code in segment.codes] == [CodeRole.OPEN, CodeRole.CLOSE]
    assert all(0 <= code.offset <= len(segment.text) for segment in found for code in segment.codes)


def test_codes_between_two_sentences_stay_on_their_side() -> None:
    codes = (Code(0, CodeRole.OPEN, "1"), Code(3, CodeRole.CLOSE, "1"), Code(3, CodeRole.OPEN, "2"))
    first, second = segment_paragraphs([Paragraph("雨だ。風だ。", codes=codes)], "ja")
    assert [code.offset for code in first.codes] == [0, 3]
    assert second.codes == (Code(0, CodeRole.OPEN, "2"),)


@given(st.lists(st.sampled_from(["雨だ。", "「行く。」", "見出し", "1", "・品物", "A b. C", "　", ""]), max_size=12))
def test_segments_and_report_are_the_whole_source(lines: list[str]) -> None:
    source = "\n".join(lines)
    kept = [segment.text for segment in segment_text(source, "ja")]
    reported = [mend.text for mend in read_text(source, "ja").mends]
    assert sorted("".join("".join(kept + reported).split())) == sorted("".join(source.split()))


def test_the_real_article_is_read_whole(shared: Path) -> None:
    source = (shared / "article" / "article.ja.txt").read_text(encoding="utf-8")
    found = segment_text(source, "ja")
    mends = read_text(source, "ja").mends
    dropped = [mend for mend in mends if mend.change is Change.NOISE]
    assert len(found) == 204
    assert [(mend.line, mend.text) for mend in dropped if mend.reason == "page number"] == [(4, "1"), (660, "10")]
    assert [mend.line for mend in dropped if mend.reason == "address"] == list(range(358, 371))
    whole = "".join([*(segment.text for segment in found), *(mend.text for mend in mends)])
    assert sorted("".join(whole.split())) == sorted("".join(source.split()))


def test_the_real_translation_is_read_line_by_line(shared: Path) -> None:
    source = (shared / "article" / "article.en.txt").read_text(encoding="utf-8")
    reading = read_text(source, "en")
    assert reading.mends == ()
    assert len(segment_paragraphs(reading.paragraphs, "en")) == 216
