"""Japanese sentences: where one ends inside a paragraph.

A sentence ends at 。 ． ！ ？ and their half-width forms when these stand outside every closed bracket or quotation, and
what follows does not go on with the sentence. What follows a quotation goes on, as do quoting particles after ！ and ？
(えっ？と驚いた). A remark in round brackets right after the stop belongs to the sentence before it, unless it is a
sentence of its own.
"""

import re
from collections.abc import Iterator

from segments.brackets import LONE_CLOSERS, outer_pairs

_LETTER = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
_JAPANESE = "々ぁ-んァ-ヶー一-龥"
_MARKS = "！？!?‼⁇⁈⁉"
_END = re.compile(
    rf"[。｡{_MARKS}][。｡．{_MARKS}♪☆★♡♥]*(?:[…‥・]+(?=\s|$))?"
    rf"|(?<![{_LETTER}])．+|(?<=[{_LETTER}])．(?![{_LETTER}])"
    rf"|(?<=[{_JAPANESE}」』）)％])\.(?![{_LETTER}.])"
    rf"|[…‥♪☆★♡♥]+(?=\s)"
)
_SPACE = re.compile(r"\s+")
_TAIL = re.compile(rf"[{re.escape(LONE_CLOSERS)}♪☆★♡♥。｡]*")
_LIST_NUMBER = re.compile(r"(?:^|(?<=[\s。！？」）]))[(（]?(?:[0-9０-９一二三四五六七八九十]{1,3}|[A-ZＡ-Ｚ])$")
_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十]{1,3}|[A-Za-zＡ-Ｚａ-ｚぁ-んァ-ヶ]")
_WITHIN_LATIN = re.compile(r"[0-9A-Za-z][!?]\s*[0-9A-Za-z]|[/=&][!?][0-9A-Za-z]")
_REFERENCE = re.compile(r"[注註]?[0-9０-９,、–-]+")
_QUOTE_CLOSERS = "」』”〟"
_QUOTE_OPENERS = tuple("「『“〝")
_STOPS = tuple("。｡．.")

_NAME = re.compile(
    r"(?:モーニング娘。|モー娘。|カントリー娘。|ココナッツ娘。|ゲスの極み乙女。|ずっと真夜中でいいのに。"
    r"|[Yy]ahoo[!！]|ヤフー[!！]|ハロー[!！]|ゆるめるモ[!！]|ラブライブ[!！]|けいおん[!！]|ハイキュー(?:!!|！！))(?=\S)"
)

_GOES_ON = re.compile(
    r"[、，・ーをっんゃゅょぁぃぅぇぉ々：；:;,〜～]"
    r"|って|など|なんて|とか(?!く)|です(?![かが])|だ(?:った|と(?!す)|そう)|らしい|みたい"
    r"|と(?!ても|て[もつ]|ころ|にかく|りあえず|もかく|もあれ|もに|もだ|はいえ|すると|すれば|なると|なれば|くに|うとう|っさ|っても|っくに|っと"
    r"|き|んで|んと|び|ある(?!の)|なり|にもかく|おく|し(?=[のはが])|り(?![^あ-ん])|けい|まと|たん|ろ|げ|ど|ら|ぼ|う[いさもぜじ])"
    r"|[はがにのもでへやな](?=[一-龥々ァ-ヶ「『（(A-Za-z0-9０-９Ａ-Ｚａ-ｚ])"
    r"|[はもの]、"
    r"|に(?:な[っりるら]|す[るれ]|し[たて]|つい|よ[るっり]|は|も(?!か)|、)"
    r"|の(?:か(?:な|も|、|。|と|$)|です|だ|よう|は|が|に|を|も)|では(?:な|あ)|でも(?:な|あ)"
    r"|より|まで|ぐらい|くらい|ばかり"
)


def sentence_ends(text: str) -> Iterator[int]:
    """Give the offsets where sentences of a Japanese paragraph end, white space after them included, the last left out."""
    pairs = outer_pairs(text)
    start = 0
    for offset in _candidates(text, pairs):
        end = _skip_space(text, offset)
        if start < end < len(text):
            yield end
            start = end


def _candidates(text: str, pairs: list[tuple[int, int]]) -> Iterator[int]:
    """Give the offsets right behind each sentence, in order."""
    opened = dict(pairs)
    waiting = 0
    start = 0
    for found in _END.finditer(text):
        while waiting < len(pairs) and pairs[waiting][1] < found.start():
            closing = pairs[waiting][1]
            if _closes_sentence(text, pairs[waiting], _skip_space(text, start)):
                yield closing + 1
                start = closing + 1
            waiting += 1
        if waiting < len(pairs) and pairs[waiting][0] < found.start():
            continue
        end = _end_of(text, found, opened)
        if end is not None:
            yield end
            start = end
    for pair in pairs[waiting:]:
        if _closes_sentence(text, pair, _skip_space(text, start)):
            yield pair[1] + 1
            start = pair[1] + 1


def _skip_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _closes_sentence(text: str, pair: tuple[int, int], start: int) -> bool:
    """Tell whether a bracketed stretch is a sentence, or some, of its own: it began one, is complete, and stands apart."""
    opening, closing = pair
    if text[closing - 1] not in "。｡！？!?":
        return False
    following = _skip_space(text, closing + 1)
    if _GOES_ON.match(text, following):
        return False
    if text[closing] in "）)":
        return opening == start and text[following : following + 1] not in tuple("。｡")
    return following > closing + 1 and text[following : following + 1] not in tuple("「『。｡")


def _end_of(text: str, found: re.Match[str], opened: dict[int, int]) -> int | None:
    """Give the offset behind the sentence that ends at a stop or mark; None when it goes on."""
    mark = found.group()[0]
    if _in_a_word(text, found):
        return None
    end = _behind(text, found.end(), opened, stopped=mark in _STOPS)
    if end > found.end() and text[end - 1] in _QUOTE_CLOSERS and text[end : end + 1] in _QUOTE_OPENERS:
        return None
    if (mark not in _STOPS or text[end - 1] in _QUOTE_CLOSERS) and _GOES_ON.match(text, end):
        return None
    if mark in _STOPS and text[end : end + 1] in tuple("、，"):
        return None
    return end


def _in_a_word(text: str, found: re.Match[str]) -> bool:
    """Tell whether the mark belongs to a name, a number of a list, or an address."""
    place, end = found.span()
    mark = found.group()
    if mark[0] == "．":
        return _LIST_NUMBER.search(text[max(place - 6, 0) : place]) is not None
    if mark in {"!", "?"} and _WITHIN_LATIN.match(text, place - 1):
        return True
    return any(name.end() == end for name in _NAME.finditer(text, max(place - 14, 0), min(end + 1, len(text))))


def _behind(text: str, offset: int, opened: dict[int, int], *, stopped: bool) -> int:
    """Skip what belongs to the sentence after its stop: lone closing marks, a remark in round brackets, ornaments."""
    end = _closing_marks(text, offset)
    closing = opened.get(end)
    while closing is not None and _is_remark(text, end, closing, stopped=stopped):
        end = _closing_marks(text, closing + 1)
        closing = opened.get(end)
    return end


def _is_remark(text: str, opening: int, closing: int, *, stopped: bool) -> bool:
    """Tell whether brackets hold a remark on the sentence before them, and no sentence, list number or thought."""
    if text[opening] in "[［":
        return _REFERENCE.fullmatch(text, opening + 1, closing) is not None
    return (
        text[opening] in "（("
        and text[closing - 1] not in "。｡"
        and not _NUMBER.fullmatch(text, opening + 1, closing)
        and not (stopped and _GOES_ON.match(text, closing + 1))
    )


def _closing_marks(text: str, offset: int) -> int:
    found = _TAIL.match(text, offset)
    return found.end() if found else offset
