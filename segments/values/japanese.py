"""Values in Japanese text: 平成31年3月8日, 約140万人, 3割5分, 第3条第2項, 午後3時半, 12億3千万円.

The text is folded character by character (full-width forms become ASCII), then read from left to right: at each place where a
value may begin, the forms below are tried in order, and the first that fits is taken.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from segments.values.eras import ERAS, era_of, in_era, no_such_day
from segments.values.forms import any_of, first_value
from segments.values.model import Bound, Clock, Date, Value, ValueKind
from segments.values.numerals import CIRCLED, KANJI, circled_number, japanese_number
from segments.values.ranges import joined
from segments.values.units import CURRENCY_SIGNS, JAPANESE_CURRENCIES, JAPANESE_UNITS, ORDINAL_UNITS, SYMBOLS

_FOLD = {ord("０") + n: str(n) for n in range(10)} | {ord("Ａ") + n: chr(ord("A") + n) for n in range(26)}
_FOLD |= {ord("ａ") + n: chr(ord("a") + n) for n in range(26)}
_FOLD |= {ord(wide): narrow for wide, narrow in zip("，．：％／－＄￥～〜（）−’＇", ",.:%/-$¥~~()-''", strict=True)}


_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_ARABIC = (
    rf"(?:(?:{_DIGITS})(?:[百千]?[万億兆京](?:(?:{_DIGITS})(?=[百千]?[万億兆]|[百千]|[^\d年月日時]|$))?|[百千]\d*)*)"
)
_KANJI = rf"(?:[{KANJI}]+(?:・[〇一二三四五六七八九]+)?)"
_NUMBER = rf"(?:{_ARABIC}|{_KANJI})"
_SMALL = r"(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})"
_ERA = rf"(?:{any_of([era.name for era in ERAS])}|(?<![A-Za-z])[MTSHR](?=\d))"

_COUNTER = any_of(
    re.findall(
        r"\S+",
        "人 名 個 件 回 カ国 か国 ヵ国 ヶ国 ケ国 箇国 カ所 か所 ヵ所 ヶ所 箇所 州 県 都市 社 校 機 隻 発 本 枚 冊 匹 頭 羽 着 足 杯 軒 戸 棟 歳 才 点 票 議席 通 "
        "世帯 段階 種類 項目 試合 曲 坪 組 チーム カ年 か年 台 階 勝 敗 丁目 基 門 両 人組 字 語 行 ページ つ 度",
    )
)
_IDIOM = re.compile(
    r"一(?:部|方|面|度(?!目)|番(?!目)|種|体|歩|段|気|切|層|般|連|環|目|国|家|時(?![0-9間分半])|着|通り|足|本(?:化|道|気|調子|釣り)|台(?=頭)|階級|人称|人ひとり|人一人|点張り|組織|行|杯(?=[にだで]))"
    r"|二(?:階(?=氏|俊|幹|派|さん|堂)|人三脚|度と|本立て|枚(?:舌|目|看板))|三(?:日月|日坊主|本柱|国|人称|つ巴|つ編み)|四(?:つ角|国)|八百(?:屋|長)|十(?:分(?!間|前|後|ご|ほ|程|以|た|経|の)|人十色|字|両)"
    r"|[百千](?:人力)|千(?:葉|代|秋|歳|島)|万(?:人|一|年筆|が|能|歳|歩計|国|全|物)|万里|百科|百姓|百戦|億劫|七夕|七つ道具|九州|京都|京(?!円)|兆(?:し|候)|五(?:輪|感|分五分)|六本木|六つ子|一昨|一つ(?:ひとつ|一つ)"
)
_VAGUE, _JOINED = tuple("数何幾"), tuple("統唯均単同随画逐専択純")


def read_japanese(text: str) -> list[Value]:
    """Read the values of a Japanese text in their order."""
    folded = text.translate(_FOLD)
    values: list[Value] = []
    place = 0
    while found := _BEGIN.search(folded, place):
        value = _value_at(folded, found.start())
        if value:
            values.append(_bounded(folded, joined(folded, value, _JOIN, _value_at)))
            place = values[-1].end
        else:
            run = _RUN.match(folded, found.start())
            place = max(found.end(), run.end() if run else 0)
    return values


def _value_at(text: str, place: int) -> Value | None:
    return first_value(_FORMS, text, place)


_BEGIN = re.compile(
    rf"{_ERA}|午[前後]|正午|{CIRCLED}|第(?={_NUMBER})|(?:{any_of(CURRENCY_SIGNS)})(?=\d)|(?<![A-Za-z\d])(?<![A-Za-z]-)(?<!\d\.)\d|[{KANJI}]"
)
_RUN = re.compile(rf"(?:第)?(?:[\d{KANJI}]|[.,・:/](?=[\d{KANJI}])|-(?=\d))+|[A-Za-z]+")
_JOIN = re.compile(r"\s?(?:~|-|–|—|から|ないし|乃至|ー(?=\d))\s?")
_BEFORE = re.compile(
    r"(約|およそ|おおよそ|おおむね|ほぼ|推定|概算で?)$|(少なくとも|最低でも|最低)$|(最大|最大で|最高|最多)$"
)
_AFTER = re.compile(
    rf"(?:{_COUNTER})?(?:分)?(?:(以上)|(以下|以内)|(未満|弱|近く)|(余り|余|あまり|超|強(?![いく化])|を(?:超|上回|越)え?)|(程度|ほど|前後|くらい|ぐらい|ごろ|頃|内外|見当))"
)


def _bounded(text: str, value: Value) -> Value:
    """Note whether the words around say about, over, at least, under, at most."""
    before = _BEFORE.search(text, max(0, value.start - 6), value.start)
    after = _AFTER.match(text, value.end)
    bound = value.bound
    if after:
        bound = (Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER, Bound.OVER, Bound.ABOUT)[(after.lastindex or 1) - 1]
    elif before:
        bound = (Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST)[(before.lastindex or 1) - 1]
    return replace(value, bound=bound)


def _number(text: str | None) -> Fraction | None:
    return japanese_number(text) if text else None


def _made(
    found: re.Match[str], kind: ValueKind, value: Fraction | Date | Clock, unit: str = "", warning: str = ""
) -> Value:
    return Value(kind, value, found.start(), found.end(), unit, warning=warning)


def _part(found: re.Match[str], name: str) -> int | None:
    """Read a small whole number from a group, if the form has it; 元 is 1."""
    text = found.groupdict().get(name)
    number = Fraction(1) if text == "元" else _number(text)
    return int(number) if number is not None and number.denominator == 1 else None


def _date(found: re.Match[str]) -> Value | None:
    """Read a date with its year, of an era or of our calendar."""
    year, month, day = (_part(found, name) for name in ("year", "month", "day"))
    if not year or not _calendar(month, day):
        return None
    era = found.groupdict().get("era")
    if era:
        told, warning = in_era(era_of(era), year, month, day)
    else:
        told, warning = Date(_full(year), month, day), "the year has only two digits" if year < 100 else ""
    return _made(found, ValueKind.DATE, told, warning=warning or no_such_day(told))


def _fiscal(found: re.Match[str]) -> Value | None:
    date = _date(found)
    if date is None or not isinstance(date.value, Date) or date.value.year is None:
        return None
    return _made(found, ValueKind.FISCAL_YEAR, Fraction(date.value.year), warning=date.warning)


def _fiscal_end(found: re.Match[str]) -> Value | None:
    date = _date(found)
    return _made(found, ValueKind.FISCAL_YEAR_END, date.value, warning=date.warning) if date else None


def _full(year: int) -> int:
    """Guess the century of a year of two digits."""
    return year if year >= 100 else year + (2000 if year < 50 else 1900)


def _calendar(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _decade(found: re.Match[str]) -> Value | None:
    year = _part(found, "number")
    return None if year is None or year % 10 else _made(found, ValueKind.DECADE, Fraction(_full(year)))


def _month_day(found: re.Match[str]) -> Value | None:
    month, day = _part(found, "month"), _part(found, "day")
    if not _calendar(month, day) or not month:
        return None
    return _made(found, ValueKind.DATE, Date(None, month, day), warning=no_such_day(Date(None, month, day)))


def _day(found: re.Match[str]) -> Value | None:
    day = _part(found, "day")
    return _made(found, ValueKind.DATE, Date(day=day)) if day and day <= 31 and not _misread(found) else None


def _time(found: re.Match[str]) -> Value | None:
    hour, minute, second = (_part(found, name) for name in ("hour", "minute", "second"))
    if hour is None or hour > 30 or (minute or 0) > 59 or (second or 0) > 59 or _misread(found):
        return None
    told = found.groupdict()
    if told.get("half") == "午後" and hour < 12:
        hour += 12
    return _made(found, ValueKind.TIME, Clock(hour % 24, 30 if told.get("thirty") else minute, second, hour // 24))


def _listed(found: re.Match[str]) -> Value:
    return _made(found, ValueKind.NUMBER, Fraction(circled_number(found["circled"])))


def _noon(found: re.Match[str]) -> Value:
    return _made(found, ValueKind.TIME, Clock(12))


def _percent(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    return _made(found, ValueKind.PERCENT, number) if number is not None and not _misread(found) else None


def _tenths(found: re.Match[str]) -> Value | None:
    tenth, hundredth, thousandth = (_number(found[name]) for name in ("tenth", "hundredth", "thousandth"))
    if tenth is None or _misread(found):
        return None
    return _made(found, ValueKind.PERCENT, 10 * tenth + (hundredth or 0) + (thousandth or 0) * Fraction(1, 10))


def _money(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    if number is None or _misread(found):
        return None
    sign, name = found.groupdict().get("sign"), found.groupdict().get("name")
    unit = JAPANESE_CURRENCIES[name] if name else CURRENCY_SIGNS[sign] if sign else ""
    return _made(found, ValueKind.MONEY, number, unit) if unit else None


def _ordinal(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    if number is None or _misread(found):
        return None
    return _made(found, ValueKind.ORDINAL, number, ORDINAL_UNITS.get(found["unit"] or "", ""))


def _century(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    return None if number is None or _misread(found) else _made(found, ValueKind.CENTURY, number)


def _fraction(found: re.Match[str]) -> Value | None:
    under, over = _number(found["under"]), _number(found["over"])
    return _made(found, ValueKind.NUMBER, over / under) if under and over is not None else None


def _quantity(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    if number is None or _misread(found):
        return None
    half = Fraction(1, 2) if found["half"] else 0
    unit = found["unit"]
    return _made(found, ValueKind.QUANTITY, number + half, JAPANESE_UNITS.get(unit) or SYMBOLS[unit])


def _few(found: re.Match[str]) -> Value | None:
    """Read 二、三人 and 四五日: a few, from one number to the next."""
    low, high = _number(found["low"]), _number(found["high"])
    if low is None or high != low + 1 or _misread(found):
        return None
    return Value(ValueKind.NUMBER, low, found.start(), found.end(), upto=high, bound=Bound.ABOUT)


def _digits(found: re.Match[str]) -> Value | None:
    number = _number(found["number"])
    return _made(found, ValueKind.NUMBER, number) if number is not None and not _misread(found) else None


def _misread(found: re.Match[str]) -> bool:
    """Say whether what looks like a number is part of a word or of a vague number: 一部, 十分な, 統一, 数千."""
    text, start = found.string, found.start()
    before = text[start - 1 : start]
    if text[start].isdigit():
        return before in _VAGUE
    return before in _VAGUE + _JOINED or _IDIOM.match(text, start) is not None


def _form(
    pattern: str, build: Callable[[re.Match[str]], Value | None]
) -> tuple[re.Pattern[str], Callable[[re.Match[str]], Value | None]]:
    return re.compile(pattern), build


_ERA_YEAR = rf"(?P<era>{_ERA})(?P<year>元|{_SMALL})(?:\(\d{{4}}年?\))?年(?:\(\d{{4}}年?\))?"
_YEAR = rf"'?(?P<year>\d{{4}}|\d{{2}}|[〇一二三四五六七八九]{{4}}|千[{KANJI}]+)(?:\({_ERA}{_SMALL}年?\))?年(?:\({_ERA}{_SMALL}年?\))?"
_LONG_YEAR = (
    rf"(?P<year>\d{{4}}|[〇一二三四五六七八九]{{4}}|千[{KANJI}]+)(?:\({_ERA}{_SMALL}年?\))?年(?:\({_ERA}{_SMALL}年?\))?"
)
_MONTH, _DAY = rf"(?P<month>{_SMALL})月(?!面|間)", rf"(?P<day>{_SMALL})日"
_LASTING = r"(?!間|以上|以内|余|ぶり|前|後|目|来|近く|ほど|程度|足らず|弱|あまり|越し|もの|にわた|がかり|物|先|おき|ごと|も|中|一|千秋|当たり|あたり|平均|分)"
_UNIT = rf"(?P<unit>{any_of([*JAPANESE_UNITS])}|(?:{any_of([*SYMBOLS])})(?![A-Za-z]))(?!野|類|子|科|校|岐|析|担|配|割|裂|解|家|祭|輪|々|本|米|曜)(?P<half>半(?!ば|島|径|額))?"
_TO = "(?:~|-|–|—)"
_PLAIN = rf"(?P<number>{_NUMBER})"

_FORMS = [
    _form(rf"{_ERA_YEAR}度", _fiscal),
    _form(rf"{_ERA_YEAR}{_MONTH}期", _fiscal_end),
    _form(rf"{_ERA_YEAR}(?:{_MONTH}(?:{_DAY})?)?", _date),
    _form(rf"(?P<era>{_ERA})(?P<year>\d{{1,2}})[./](?P<month>\d{{1,2}})[./](?P<day>\d{{1,2}})(?!\d)", _date),
    _form(rf"{_YEAR}度", _fiscal),
    _form(rf"{_YEAR}{_MONTH}期", _fiscal_end),
    _form(rf"{_YEAR}{_MONTH}(?P<day>{_SMALL})(?={_TO}{_SMALL}日)", _date),
    _form(rf"{_YEAR}{_MONTH}(?:{_DAY})?", _date),
    _form(rf"{_YEAR}(?P<month>{_SMALL})(?={_TO}{_SMALL}月)", _date),
    _form(r"(?P<number>\d{2,4}|[一二三四五六七八九][〇一二三四五六七八九]{3}|[一二三四五六七八九]十)年代", _decade),
    _form(rf"{_LONG_YEAR}{_LASTING}", _date),
    _form(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)", _date),
    _form(rf"{_MONTH}(?P<day>{_SMALL})(?={_TO}{_SMALL}日)", _month_day),
    _form(rf"{_MONTH}(?:{_DAY})?", _month_day),
    _form(rf"(?P<low>[一二三四五六七八九])、?(?P<high>[一二三四五六七八九])(?=(?:{_COUNTER}|年|日|週|分|秒|時間|カ月|度|割))", _few),
    _form(rf"{_DAY}{_LASTING}(?!本|米|曜|中|韓|朝|英|独|露|ロ|豪|系|常|照)", _day),
    _form(rf"(?P<circled>{CIRCLED})", _listed),
    _form(r"正午", _noon),
    _form(rf"(?:(?P<half>午前|午後)\s?)?(?P<hour>{_SMALL})時(?!間|代|期|点|々|折|速|給|事|限)(?:(?P<thirty>半)|(?P<minute>{_SMALL})分(?:(?P<second>{_SMALL})秒)?)?", _time),
    _form(r"(?:(?P<half>午前|午後)\s?)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])", _time),
    _form(rf"{_PLAIN}\s?(?:%|㌫|パーセント)(?!ポイント)", _percent),
    _form(rf"{_PLAIN}\s?(?:%|パーセント)(?P<unit>ポイント)(?P<half>$^)?", _quantity),
    _form(rf"(?P<tenth>{_NUMBER})割(?!合|り当|り算)(?:(?P<hundredth>{_SMALL})分)?(?:(?P<thousandth>{_SMALL})厘)?", _tenths),
    _form(rf"第?{_PLAIN}世紀", _century),
    _form(rf"(?P<sign>{any_of(CURRENCY_SIGNS)}){_PLAIN}(?:円|ドル)?", _money),
    _form(rf"{_PLAIN}(?P<name>{any_of(JAPANESE_CURRENCIES)})(?!大統領|首相|年|素|化|論|号|々|来|卓|満|安|高(?!$)|建て|滑|周|形|陣|盤|錐|柱)", _money),
    _form(rf"第{_PLAIN}(?!者|線(?!$)|人者|歩|級)(?P<unit>{any_of(ORDINAL_UNITS)}|回目|回|次|位|番目|番|代|期|弾|陣|幕|話|課|子|学年|四半期)?", _ordinal),
    _form(rf"{_PLAIN}(?P<unit>番目|回目|度目|人目|つ目|年目|日目|代目|件目|本目|位|番|条|項|号|章)(?![目線])", _ordinal),
    _form(rf"(?P<under>{_NUMBER})分の(?P<over>{_NUMBER})", _fraction),
    _form(rf"(?P<low>\d)、(?P<high>\d)(?=(?:{_COUNTER}|年|日|週|分|秒|時間|カ月|度|割))", _few),
    _form(rf"{_PLAIN}\s?{_UNIT}", _quantity),
    _form(rf"(?P<number>{_ARABIC})(?!\d|数|[.:]\d|[A-Za-z]|-\d+-)", _digits),
    _form(rf"(?P<number>{_KANJI})(?=(?:余|余り)?(?:{_COUNTER}))", _digits),
]  # fmt: skip
