"""Values in text: the tables beside this file say what is read in each form, one form a line."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segments.values import Amount, Bound, Clock, Date, Value, read_values

HERE = Path(__file__).parent


def rows(lang: str) -> list[tuple[str, str, str]]:
    lines = (HERE / f"values.{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [(lang, text, wanted) for text, _, wanted in (line.partition("\t") for line in lines)]


def shown(amount: Amount) -> str:
    if isinstance(amount, Date):
        return "-".join("?" if part is None else str(part) for part in (amount.year, amount.month, amount.day))
    if isinstance(amount, Clock):
        seconds = f":{amount.second:02}" if amount.second is not None else ""
        return f"{amount.hour}:{amount.minute or 0:02}{seconds}" + (f"+{amount.days}" if amount.days else "")
    return str(amount)


def described(value: Value) -> str:
    bound = "" if value.bound is Bound.EXACT else f"{value.bound} "
    upto = f"..{shown(value.upto)}" if value.upto is not None else ""
    unit = f" {value.unit}" if value.unit else ""
    return f"{bound}{value.kind} {shown(value.value)}{upto}{unit}" + (" (warning)" if value.warning else "")


@pytest.mark.parametrize(("lang", "text", "wanted"), rows("ja") + rows("en"))
def test_each_form_of_the_tables_is_read_by_its_value(lang: str, text: str, wanted: str) -> None:
    assert ", ".join(described(value) for value in read_values(text, lang)) == wanted


def test_the_tables_hold_three_hundred_forms_and_more() -> None:
    assert len(rows("ja") + rows("en")) >= 300


@pytest.mark.parametrize(("lang", "before", "after"), [("ja", "政府は", "と発表した。"), ("en", "It was ", " in all.")])
def test_a_value_is_found_at_its_place_in_a_sentence(lang: str, before: str, after: str) -> None:
    text = before + "12.5%" + after
    (value,) = read_values(text, lang)
    assert text[value.start : value.end] == "12.5%"


def test_the_same_date_in_both_calendars_has_the_same_value() -> None:
    japanese = read_values("昭和64年1月7日", "ja")[0].value
    assert japanese == read_values("January 7, 1989", "en")[0].value == Date(1989, 1, 7)


def test_a_warning_says_when_the_era_ended() -> None:
    assert read_values("平成31年6月", "ja")[0].warning == "the era Heisei ended on 30 April 2019"


@given(st.integers(0, 10**15))
def test_any_number_in_digits_is_read_exactly(number: int) -> None:
    assert [value.value for value in read_values(f"合計{number}個", "ja")] == [Fraction(number)]
    assert [value.value for value in read_values(f"{number:,} cases", "en")] == [Fraction(number)]


def in_kanji(number: int) -> str:
    """The slow, obvious way to write a number in kanji."""
    digits, tens, myriads = "〇一二三四五六七八九", ["", "十", "百", "千"], ["", "万", "億", "兆"]
    text = ""
    for place, char in reversed(list(enumerate(reversed(str(number))))):
        digit, ten = int(char), tens[place % 4]
        if digit:
            text += ("" if digit == 1 and ten in {"十", "百"} else digits[digit]) + ten
        if place % 4 == 0 and (number // 10**place) % 10_000:
            text += myriads[place // 4]
    return text


@given(st.integers(11, 10**15))
def test_any_number_in_kanji_is_read_exactly(number: int) -> None:
    assert [value.value for value in read_values(f"合計で{in_kanji(number)}円", "ja")] == [Fraction(number)]


@given(
    st.text(alphabet="0123456789〇一二十百千万億年月日時分人円%第条～、。.,-約 数初H$"), st.sampled_from(["ja", "en"])
)
def test_values_come_in_order_inside_the_text_and_never_overlap(text: str, lang: str) -> None:
    place = 0
    for value in read_values(text, lang):
        assert place <= value.start < value.end <= len(text)
        place = value.end
