from hypothesis import given, settings
from hypothesis import strategies as st

from segments.model import Code, CodedText, CodeRole
from segments.writers.fit import fit_codes


def open_(offset: int, pair: str = "1", element: str = "b") -> Code:
    return Code(offset, CodeRole.OPEN, pair, element, (), f"<{element}>")


def close(offset: int, pair: str = "1", element: str = "b") -> Code:
    return Code(offset, CodeRole.CLOSE, pair, element, (), f"</{element}>")


def lone(offset: int, element: str = "img") -> Code:
    return Code(offset, CodeRole.STANDALONE, "", element, (), f"<{element}>")


def marked(text: CodedText) -> str:
    """Write a text with its codes in place."""
    pieces: list[str] = []
    at = 0
    for code in text.codes:
        pieces += [text.plain[at : code.offset], code.data]
        at = code.offset
    return "".join([*pieces, text.plain[at:]])


def test_the_source_itself_keeps_all_its_codes() -> None:
    source = CodedText("一二三", (open_(1), close(2), lone(2, "br")))
    assert fit_codes(source, "一二三") == source


def test_codes_around_the_whole_text_go_around_the_target() -> None:
    source = CodedText("一二三", (open_(0), open_(0, "2", "i"), close(3, "2", "i"), close(3)))
    assert marked(fit_codes(source, "one two")) == "<b><i>one two</i></b>"


def test_words_that_stay_the_same_keep_their_formatting() -> None:
    source = CodedText("runで動く", (open_(0, element="code"), close(3, element="code")))
    assert marked(fit_codes(source, "It works by run")) == "It works by <code>run</code>"


def test_words_that_change_or_come_twice_lose_their_formatting() -> None:
    source = CodedText("重要なrunで", (open_(0), close(2), open_(3, "2", "i"), close(6, "2", "i")))
    assert marked(fit_codes(source, "run run")) == "run run"


def test_content_of_its_own_stays_at_its_edge_or_goes_to_the_end() -> None:
    source = CodedText("一二三", (lone(0, "img"), lone(1, "br"), lone(2, "svg"), lone(3, "input")))
    assert marked(fit_codes(source, "one")) == "<img>one<svg><input>"


def test_readings_do_not_outlive_their_characters() -> None:
    source = CodedText("彼は漢字だ", (open_(2, element="ruby"), lone(4, "rt"), close(4, element="ruby")))
    assert marked(fit_codes(source, "漢字 they are")) == "漢字 they are"


def test_codes_placed_by_the_translator_stay_where_they_are() -> None:
    source = CodedText("一二三", (open_(0), close(1), lone(2)))
    target = CodedText("one two", (lone(0), open_(4), close(7)))
    assert fit_codes(source, target) == target


def test_foreign_codes_half_pairs_and_surplus_codes_are_left_out() -> None:
    source = CodedText("一二三", (open_(0), close(1), lone(2)))
    target = CodedText("one two", (lone(0), lone(1), open_(2), lone(3, "other")))
    assert marked(fit_codes(source, target)) == "<img>one two"


def test_a_pair_that_lost_its_text_is_left_out_unless_it_never_had_any() -> None:
    source = CodedText("一二三", (open_(0), close(1), open_(2, "2", "a"), close(2, "2", "a")))
    target = CodedText("one", (open_(1), close(1), open_(2, "2", "a"), close(2, "2", "a")))
    assert marked(fit_codes(source, target)) == "on<a></a>e"


def test_a_forgotten_picture_goes_to_the_end() -> None:
    source = CodedText("一二三", (open_(0), close(1), lone(2)))
    assert marked(fit_codes(source, CodedText("one", (open_(0), close(3))))) == "<b>one</b><img>"


def test_a_line_break_in_a_target_is_a_space() -> None:
    assert fit_codes(CodedText("一"), "one\ntwo\n").plain == "one two"


OFFSETS = st.lists(st.integers(0, 6), min_size=4, max_size=4).map(sorted)


@settings(deadline=None)
@given(OFFSETS, st.text(alphabet="abcdef ", max_size=8))
def test_pairs_stay_nested_and_codes_in_order(offsets: list[int], target: str) -> None:
    source = CodedText(
        "abcdef", (open_(offsets[0]), open_(offsets[1], "2", "i"), close(offsets[2], "2", "i"), close(offsets[3]))
    )
    fitted = fit_codes(source, target)
    assert [code.offset for code in fitted.codes] == sorted(code.offset for code in fitted.codes)
    opened: list[str] = []
    for code in fitted.codes:
        if code.role is CodeRole.OPEN:
            opened.append(code.pair)
        else:
            assert code.pair in opened
            opened.remove(code.pair)
    assert not opened
