"""Variants: two Japanese texts that differ in nothing but spelling (サーバの申込を受付ける, サーバーの申し込みを受け付ける).

Values are compared by value, however they are written (二千万, 2000万); all other words one by one. Two words are one in two
spellings if the dictionary gives both the same normalized form, and they are read alike, are of one part of speech and
stand in the same inflection. The normalized form alone would not do: 飲めなかった and 飲まなかった have the same one. Nor would
the reading with it, for 遭った and 会った have both in common: a kanji may give way to kana (子供, 子ども) or to its other shape
(附属, 付属: `tm.match.shapes`), never to another kanji. Names have no variants: 渡邊 is not 渡辺.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.LCSseq import opcodes

from segments.fold import fold
from segments.morphology import Form, forms_of
from segments.values import Amount, Clock, Date, Value, ValueKind, read_values
from tm.match.shapes import one_normal_form, one_shape

_KANJI = re.compile("[々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KATAKANA = re.compile("[ァ-ヺー]+")
_SOUNDS = str.maketrans({"ヅ": "ズ", "ヂ": "ジ", "ヲ": "オ", "ー": "", "ッ": ""})
_UNREAD = frozenset({"補助記号", "記号", "空白"})
_SHORTEST_SKELETON = 4
# In a value these say more than its amount and unit: 3年 is not always 3年間, nor 3回目 the same as 第3回.
_TELLING = re.compile("[間米第目番回度位代]")
_SIGNS = {ValueKind.PERCENT: "%", ValueKind.FISCAL_YEAR: "年度", ValueKind.DECADE: "年代", ValueKind.CENTURY: "世紀"}
_NATIVE = dict(
    zip(
        ("ひとつ", "ふたつ", "みっつ", "よっつ", "いつつ", "むっつ", "ななつ", "やっつ", "ここのつ"),
        range(1, 10),
        strict=True,
    )
)
_NATIVE_NUMBER = re.compile(f"(?<![ぁ-ん])(?:{'|'.join(_NATIVE)})")
_PUNCTUATION = str.maketrans({"，": "、", "．": "。"})


def variant_key(text: str, lang: str) -> str:
    """Give the same key to a text and to its variants: its sounds, and its values by value.

    Texts of one key need not be variants (遭った, 会った); `variation` judges.

    Args:
        text: A source.
        lang: Its language; only Japanese has variants, the key of any other text is its folded form.
    """
    if not _is_japanese(lang):
        return fold(text, lang)
    return "".join(map(_sound, forms_of(one_shape(_in_plain_dress(text)))))


def variation(held: str, wanted: str, lang: str) -> str:
    """Say how a text differs from its variant.

    Args:
        held: The source of a unit.
        wanted: The source to translate.
        lang: The language of both.

    Returns:
        A plain sentence; empty if they are no variants, or the same when folded.
    """
    if not _is_japanese(lang) or fold(held, lang) == fold(wanted, lang):
        return ""
    plain_held, plain_wanted = _in_plain_dress(held), _in_plain_dress(wanted)
    if plain_held == plain_wanted:
        return "Only numbers are written in another way."
    spellings = _spellings(forms_of(plain_held), forms_of(plain_wanted))
    if not spellings:
        return ""
    listed = ", ".join(f"{before} for {after}" for before, after in dict.fromkeys(spellings))
    return f"Only the spelling differs: {listed}."


def _is_japanese(lang: str) -> bool:
    return lang[:2].lower() == "ja"


def _in_plain_dress(text: str) -> str:
    """Write every value of a text in one way, and fold the rest."""
    text = _NATIVE_NUMBER.sub(lambda found: f"{_NATIVE[found[0]]}つ", fold(text.translate(_PUNCTUATION), "ja"))
    pieces: list[str] = []
    done = 0
    for value in read_values(text, "ja"):
        pieces += (text[done : value.start], _dressed(value, text[value.start : value.end]))
        done = value.end
    return "".join(pieces) + text[done:]


def _dressed(value: Value, written: str) -> str:
    amounts = "~".join(_amount(amount) for amount in (value.value, value.upto) if amount is not None)
    return "".join((amounts, _SIGNS.get(value.kind, value.unit), *_TELLING.findall(written)))


def _amount(amount: Amount) -> str:
    match amount:
        case Fraction():
            return str(amount)
        case Date():
            parts = zip((amount.year, amount.month, amount.day), "年月日", strict=True)
        case Clock():
            parts = zip((amount.hour + 24 * amount.days, amount.minute, amount.second), "時分秒", strict=True)
    return "".join(f"{number}{unit}" for number, unit in parts if number is not None)


def _sound(word: Form) -> str:
    """Give what is the same for all spellings of a word."""
    if word.part[0] in _UNREAD or not word.reading:
        return word.text
    # The dictionary brings ディジタル and デジタル together, which do not sound the same.
    loan = _KATAKANA.fullmatch(word.text) and _KATAKANA.fullmatch(word.normal)
    reading = word.normal if loan else word.reading
    if word.normal == "言う" and reading.startswith("ユ"):
        reading = "イ" + reading[1:]
    return reading.translate(_SOUNDS)


def _spellings(held: Sequence[Form], wanted: Sequence[Form]) -> list[tuple[str, str]]:
    """Give the words that are spelt in two ways, or nothing at all if any differs in more than spelling."""
    found: list[tuple[str, str]] = []
    for before, after in _changes(held, wanted):
        if not (_same_words(before, after) or _same_compound(before, after)):
            return []
        found.append((_text(before), _text(after)))
    return found


def _changes(held: Sequence[Form], wanted: Sequence[Form]) -> Iterator[tuple[Sequence[Form], Sequence[Form]]]:
    """Give the runs of words that differ."""
    steps: Opcodes = opcodes([word.text for word in held], [word.text for word in wanted])
    place = (0, 0)
    for step in [*steps.as_matching_blocks()]:
        before, after = held[place[0] : step.a], wanted[place[1] : step.b]
        if before or after:
            yield before, after
        place = (step.a + step.size, step.b + step.size)


def _same_words(held: Sequence[Form], wanted: Sequence[Form]) -> bool:
    return len(held) == len(wanted) and all(_same_word(a, b) for a, b in zip(held, wanted, strict=True))


def _same_word(a: Form, b: Form) -> bool:
    if a.text == b.text:
        return True
    if a.is_name or b.is_name or not _same_part(a.part, b.part):
        return False
    same_entry = one_normal_form(a.normal) == one_normal_form(b.normal)
    if _KATAKANA.fullmatch(a.text) and _KATAKANA.fullmatch(b.text):
        return same_entry or _same_skeleton(a, b)
    return same_entry and _sound(a) == _sound(b) and _same_kanji(a.text, b.text)


def _same_part(a: Sequence[str], b: Sequence[str]) -> bool:
    """Compare parts of speech and inflections; 更に counts as a conjunction, さらに as an adverb."""
    return a[4:] == b[4:] and (a[0] == b[0] or {a[0], b[0]} == {"接続詞", "副詞"})


def _same_skeleton(a: Form, b: Form) -> bool:
    """Take two loan words for one where the dictionary does not know both, and only long vowels or ッ differ."""
    skeleton = a.text.translate(_SOUNDS)
    known = a.known and b.known
    return not known and skeleton == b.text.translate(_SOUNDS) and len(skeleton) >= _SHORTEST_SKELETON


def _same_compound(held: Sequence[Form], wanted: Sequence[Form]) -> bool:
    """Take two runs for one compound where kanji and sounds are the same: 取扱い, 取り + 扱い."""
    if not held or not wanted or any(word.is_name for word in (*held, *wanted)):
        return False
    if one_shape(_text(held)) == one_shape(_text(wanted)):
        return True
    kanji = [_kanji(_text(words)) for words in (held, wanted)]
    sounds = ["".join(map(_sound, words)) for words in (held, wanted)]
    endings = {held[-1].part[5], wanted[-1].part[5]}
    same_ending = len(endings) == 1 or endings == {"*", "連用形-一般"}
    return kanji[0] == kanji[1] != "" and sounds[0] == sounds[1] and same_ending


def _same_kanji(a: str, b: str) -> bool:
    """Say whether the kanji of one text, in whatever shape, are all among those of the other in the same order."""
    fewer, more = sorted(map(_kanji, (a, b)), key=len)
    rest = iter(more)
    return all(kanji in rest for kanji in fewer) and (fewer == more or len(fewer) < len(more))


def _kanji(text: str) -> str:
    """Give the kanji of a text in one shape, 々 as what it repeats."""
    return re.sub("(.)々", r"\1\1", "".join(_KANJI.findall(one_shape(text))))


def _text(words: Iterable[Form]) -> str:
    return "".join(word.text for word in words)
