"""Reflow: wrapped lines become paragraphs, noise is reported, clean text stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from segments import read_text
from segments.model import Change, Reading

LINES = st.lists(st.text(alphabet="あいのを。、「」1 2第回AbU.S・①　-", max_size=45), max_size=30)


def accounted(source: str, reading: Reading) -> str:
    """Put paragraphs and report together again, each character at its offset; what is missing shows as it is in neither."""
    found: dict[int, str] = {}
    for paragraph in reading.paragraphs:
        for offset, character in zip(paragraph.offsets, paragraph.text, strict=True):
            if offset >= 0:
                assert offset not in found
                found[offset] = character
    for mend in reading.mends:
        for offset, character in enumerate(mend.text, mend.start):
            assert offset not in found
            found[offset] = character
    return "".join(found.get(offset, "" if source[offset].isspace() else "�") for offset in range(len(source)))


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\n\f"]), st.sampled_from(["ja", "en"]))
def test_every_character_is_in_a_paragraph_or_in_the_report(lines: list[str], ending: str, lang: str) -> None:
    source = ending.join(lines)
    kept = [character for character in accounted(source, read_text(source, lang)) if not character.isspace()]
    assert kept == [character for character in source if not character.isspace()]


def test_text_that_was_never_wrapped_comes_through_untouched() -> None:
    source = "見出し\n\n会議は2日に Windows 11 を使って開かれた。次は未定だ。\n 山田　太郎\n１２\n第 2回。\n"
    reading = read_text(source, "ja")
    assert [paragraph.text for paragraph in reading.paragraphs] == [line.strip() for line in source.split("\n") if line]
    assert reading.mends == ()
    assert reading == read_text(source, "ja", reflow=False)


def test_hard_wrapped_japanese_is_joined_without_spaces() -> None:
    source = (
        "北の港で開かれた第 2回の会合は、参加した三か国の\n意見がまとまらないまま、予定より一日早く終わったこ\n"
        "とが 3月 1 日に分かった。次の会合の日取りはまだ決ま\nっていない。\n"
    )
    reading = read_text(source, "ja")
    assert [paragraph.text for paragraph in reading.paragraphs] == [
        (
            "北の港で開かれた第2回の会合は、参加した三か国の意見がまとまらないまま、予定より一日早く終わったことが3月1日に"
            "分かった。次の会合の日取りはまだ決まっていない。"
        )
    ]
    assert {mend.change for mend in reading.mends} == {Change.JOINED, Change.SPACE_REMOVED}
