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


def texts(source: str, lang: str = "ja") -> list[str]:
    return [paragraph.text for paragraph in read_text(source, lang).paragraphs]


WRAPPED = (
    "北の港の会議は、三日目に予定より早く中断されたこと\n"
    "を、参加した国々の代表が明らかにした。再開の時期に\n"
    "ついては、どちらも何も語らなかったが、来年の春の頃\n"
)


def test_blank_lines_between_all_lines_are_understood() -> None:
    spaced = (
        WRAPPED.replace("\n", "\n\n") + "になるとの見方が強い。\n\n\n\n次の議題\n\n\n\n議長は続けて次の議題を挙げた。\n"
    )
    assert texts(spaced) == [
        WRAPPED.replace("\n", "") + "になるとの見方が強い。",
        "次の議題",
        "議長は続けて次の議題を挙げた。",
    ]


def test_a_leading_space_alone_begins_no_paragraph_and_a_short_line_ends_none() -> None:
    source = WRAPPED + " になるとの見方が強く、\n夏はないと議長は言う。\n"
    assert texts(source) == [WRAPPED.replace("\n", "") + "になるとの見方が強く、夏はないと議長は言う。"]


def test_a_missing_blank_line_is_no_continuation() -> None:
    spaced = (
        WRAPPED.replace("\n", "\n\n")
        + "になるとの見方が強い。\n また議長は次の会議の前に、各国の港を訪ねて回り、意\n\n見を聞くという。\n"
    )
    assert texts(spaced)[1] == "また議長は次の会議の前に、各国の港を訪ねて回り、意見を聞くという。"


def test_a_page_number_within_an_english_title_within_a_japanese_sentence_is_noise() -> None:
    source = (
        "1 \n\n"
        + WRAPPED
        + "に出た『港湾白書(The White Paper on the Northern \n\n \n\n2 \n\n \n\nHarbours)』に詳しい。\n"
    )
    reading = read_text(source, "ja")
    assert reading.paragraphs[0].text.endswith("『港湾白書(The White Paper on the Northern Harbours)』に詳しい。")
    assert [(mend.text, mend.line) for mend in reading.mends if mend.change is Change.NOISE] == [("1", 1), ("2", 10)]


def test_a_block_of_addresses_is_noise_and_a_single_address_is_not() -> None:
    block = "http://example.jp/港.html\nhttp://example.jp/船.html\n"
    reading = read_text(WRAPPED + "だ。\n" + block + WRAPPED + "だ。\n", "ja")
    assert [mend.reason for mend in reading.mends if mend.change is Change.NOISE] == ["address", "address"]
    assert "http://example.jp/港.html" in texts(WRAPPED + "だ。\nhttp://example.jp/港.html\n" + WRAPPED + "だ。\n")


def test_a_lone_full_width_number_is_content() -> None:
    assert "３１" in texts(WRAPPED + "だ。\n\n３１\n\n" + WRAPPED + "だ。\n")


def test_running_heads_beside_page_numbers_are_noise() -> None:
    pages = [
        f"{place}の港の会議は、三日目に予定よりも早くに中断されたと\nのことだ。再開の時期は語られず、次の議題"
        for place in "東西南北"
    ]
    heads = [f"{text}\n港湾月報　第{number}号\n{number}\n" for number, text in enumerate(pages, 1)]
    reading = read_text("".join(heads) + "も未定だ。\n", "ja")
    assert (
        "".join(paragraph.text for paragraph in reading.paragraphs) == "".join(pages).replace("\n", "") + "も未定だ。"
    )
    assert {mend.reason for mend in reading.mends if mend.change is Change.NOISE} == {"page number", "running head"}


def test_list_items_are_paragraphs_of_their_own() -> None:
    source = (
        WRAPPED
        + "だ。\n①申請の受理\n②現地の査察を経て、港の深さと波の高さを測り、その\n結果を報告\n③公表\n以上である。\n"
    )
    assert texts(source)[1:] == [
        "①申請の受理",
        "②現地の査察を経て、港の深さと波の高さを測り、その結果を報告",
        "③公表",
        "以上である。",
    ]


def test_a_middle_dot_at_the_beginning_of_a_full_line_goes_on() -> None:
    source = WRAPPED + "から船長を務めてきたのは、北海の老練な船乗りの兄弟\n・ハンス・ベルグとその弟である。\n"
    assert texts(source)[0].endswith("兄弟・ハンス・ベルグとその弟である。")


def test_spaces_of_latin_words_and_of_deliberate_style_stay() -> None:
    kept = WRAPPED + "に Windows 11 を使い、 NORTH PORT NEWS を読む山田　太郎\nは東京 大阪間を往復した。\n"
    assert texts(kept)[0].endswith("に Windows 11 を使い、 NORTH PORT NEWS を読む山田　太郎は東京 大阪間を往復した。")


def test_spaces_that_a_machine_put_before_latin_letters_are_closed() -> None:
    source = (
        WRAPPED
        + "に IAPHを含む 3団体と NORTH PORT社が約 500 万円を\n(寄付として) 出す。同じ年の 3 月の ISOの会議でだ。\n"
    )
    assert (
        "にIAPHを含む3団体とNORTH PORT社が約500万円を(寄付として)出す。同じ年の3月のISOの会議でだ。" in texts(source)[0]
    )


ENGLISH = (
    "The talks in the northern harbour were sus-\n"
    "pended on the third day, and nobody could say\n"
    "when they would be resumed. The harbour-\n"
    "master said the talks had been suspended be-\n"
    "fore. The well-\n"
    "known pilot agreed.\n"
)


def test_hyphens_at_line_ends_are_mended_when_the_text_knows_the_word() -> None:
    joined = texts(ENGLISH, "en")[0]
    assert "were suspended on the third day, and nobody" in joined
    assert "harbour-master" in joined
    assert "well-known" in joined


def test_wrapped_english_is_joined_with_spaces_and_blank_lines_part_paragraphs() -> None:
    lines = (
        "The second meeting of the northern harbours was cut short on\n"
        "its third day. Some call it a failure, which is too strong a\n"
        "word for it.\n\n"
        "What Comes Next\n\n"
        "Nobody knows. The chairman said that he would travel to each\n"
        "12\n"
        "harbour himself.\n"
    )
    first = "The second meeting of the northern harbours was cut short on its third day. Some call it a failure, which"
    assert texts(lines, "en") == [
        first + " is too strong a word for it.",
        "What Comes Next",
        "Nobody knows. The chairman said that he would travel to each harbour himself.",
    ]


def test_without_reflow_each_line_is_a_paragraph() -> None:
    reading = read_text(WRAPPED, "ja", reflow=False)
    assert [paragraph.text for paragraph in reading.paragraphs] == WRAPPED.split()
    assert reading.mends == ()


def test_white_space_behind_lines_marks_the_ends_of_paragraphs_where_extraction_left_it() -> None:
    marked = (
        WRAPPED
        + "になるとの見方が強いという。 \n①港の深さと波の高さとを測り、船主に知らせることだけ \nそれも急ぐべきだ。 \n"
    )
    assert texts(marked)[1:] == ["①港の深さと波の高さとを測り、船主に知らせることだけ", "それも急ぐべきだ。"]
