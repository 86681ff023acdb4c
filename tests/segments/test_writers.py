import subprocess
import sys

import pytest

from segments import segment_paragraphs
from segments.errors import OutputError
from segments.model import Code, CodedText, CodeRole
from segments.readers import format_of, reader_for
from segments.readers.html import read_html
from segments.readers.plain import read_text
from segments.writers import writer_for
from segments.writers.html import write_html
from segments.writers.join import join_targets
from segments.writers.text import write_text
from tests.segments.word_documents import p, word

ARTICLE = "北極海の航路\n\n協議は二日目に中断された。双方は再開の時期を示さなかった。\n\n次の会合は十一月に開かれる。\n"


@pytest.mark.parametrize(
    ("suffix", "document", "written"),
    [
        (".md", "# 航路\n".encode(), b"# Sea routes\n"),
        (".HTML", "<h1>航路</h1>".encode(), b"<h1>Sea routes</h1>"),
        (".txt", "航路\n".encode(), b"Sea routes\n"),
        (".log", "航路の統治について。".encode("cp932"), b"Sea routes"),
    ],
)
def test_each_suffix_has_its_writer(suffix: str, document: bytes, written: bytes) -> None:
    assert writer_for(suffix, "ja")(document, ["Sea routes"]) == written


@pytest.mark.parametrize(
    ("suffix", "document"), [(".markdown", "# 航路".encode()), (".htm", "<p>航路".encode()), (".DOCX", word(p("航路")))]
)
def test_each_suffix_has_its_reader(suffix: str, document: bytes) -> None:
    read = reader_for(suffix)
    assert read is not None
    assert [paragraph.text for paragraph in read(document, place="route").paragraphs] == ["航路"]


def test_what_has_no_format_is_plain_text() -> None:
    assert (format_of(".txt"), format_of(""), format_of(".docx")) == ("text", "text", "docx")
    assert reader_for(".txt") is None


def test_a_reader_takes_the_encoding_that_the_user_names() -> None:
    read = reader_for(".md", encoding="euc-jp")
    assert read is not None
    assert read("# 航路".encode("euc-jp"), place="route").encoding == "euc-jp"


def test_readers_of_other_formats_load_nothing_for_plain_text() -> None:
    code = (
        "import sys, segments.readers.plain; print([name for name in ('lxml', 'markdown_it') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_plain_text_keeps_what_stands_between_its_paragraphs() -> None:
    written = write_text(ARTICLE.encode(), ["Sea routes", None, "They meet in November."], lang="ja").decode()
    assert written == ARTICLE.replace("北極海の航路", "Sea routes").replace(
        "次の会合は十一月に開かれる。", "They meet in November."
    )


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width)) + "\n"


def test_an_untouched_text_is_written_as_it_was() -> None:
    text = wrapped("協議は二日目に中断され、双方は再開の時期を示さなかった。" * 8, 38)
    count = len(read_text(text, "ja").paragraphs)
    assert write_text(text.encode("cp932"), [None] * count, lang="ja", encoding="cp932") == text.encode("cp932")


def test_a_wrapped_text_is_written_a_line_a_paragraph() -> None:
    text = wrapped("協議は二日目に中断され、双方は再開の時期を示さなかった。" * 8, 38)
    count = len(read_text(text, "ja").paragraphs)
    assert count == 1
    assert write_text(text.encode(), ["Talks were suspended."], lang="ja") == b"Talks were suspended.\n"


def test_a_character_that_the_encoding_lacks_makes_the_text_utf_8() -> None:
    assert write_text("航路の統治について。".encode("cp932"), ["café"], lang="ja").decode() == "café"


def test_as_many_targets_as_paragraphs_are_wanted_in_plain_text() -> None:
    with pytest.raises(OutputError, match="3 paragraphs and the translation 1"):
        write_text(ARTICLE.encode(), ["Sea routes"], lang="ja")


def test_the_targets_of_segments_make_the_target_of_their_paragraph() -> None:
    page = "<p>協議は<b>中断</b>された。<i>会合は十一月だ。</i></p>"
    paragraphs = read_html(page).paragraphs
    first, second = segment_paragraphs(paragraphs, "ja")
    bold = tuple(
        Code(at, code.role, code.pair, code.element, (), code.data)
        for at, code in zip((10, 19), first.codes, strict=False)
    )
    joined = join_targets(
        [
            (CodedText(first.text, first.codes), CodedText("Talks were suspended.", bold)),
            (CodedText(second.text, second.codes), "They meet in November."),
        ],
        "en",
    )
    assert write_html(page.encode(), [joined]).decode() == (
        "<p>Talks were<b> suspende</b>d. <i>They meet in November.</i></p>"
    )


def test_untranslated_segments_stay_in_a_translated_paragraph_and_an_untranslated_paragraph_stays_whole() -> None:
    one, two = CodedText("One."), CodedText("Two.")
    assert join_targets([(one, ""), (two, "二。")], "ja") == CodedText("One.二。")
    assert join_targets([(one, ""), (two, " ")], "ja") is None


def test_a_pair_over_two_segments_stays_a_pair() -> None:
    opening, closing = Code(1, CodeRole.OPEN, "1", "b", (), "<b>"), Code(1, CodeRole.CLOSE, "1", "b", (), "</b>")
    joined = join_targets([(CodedText("ab", (opening,)), "xy"), (CodedText("cd", (closing,)), "zw")], "en")
    assert joined is not None
    assert [(code.offset, code.role) for code in joined.codes] == [(2, CodeRole.OPEN), (5, CodeRole.CLOSE)]
