"""Markers: the small words and endings on which the meaning of a sentence turns.

Two sentences may differ in one of them only, and say the opposite. Each marker has a *title*, under which a difference is
reported, and a *kind*: different forms of one kind say the same (しなければならない, せねばならぬ). Where several could begin
at one place, the one listed first is meant, so that かもしれない is not read as a ない.

The patterns are for folded text (`segments.fold`): small letters, half-width digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

OPPOSITE = "Opposite"
"""The title of words that matter only where another of them stands in their place."""

_A_ROW = "わかがさたなばまら"
_I_E_ROWS = "いきぎしじちにひびみりえけげせぜてでねへべめれ"

# Each pattern of a list is a kind of its own: one for another turns the meaning.
_JAPANESE: dict[str, list[str]] = {
    "Bound": [
        "以上",
        "以下",
        "未満",
        "以内",
        "以外",
        "以前",
        "以後|以降",
        "までに",
        "まで",
        "だけ|のみ",
        "しか",
        "ばかり",
        "最大",
        "最小",
        "最高",
        "最低|少なくとも",
        "超[えす]?|上回",
        "下回",
    ],
    "Loss": [r"(?:な|無|亡)くな(?=[るっりら])"],
    "Possibility": [
        r"かも[し知]れ(?:ない|なく|なかっ|ません|ぬ)?",
        rf"(?<=[{_I_E_ROWS}])かね(?:ない|なく|なかっ|ません)",
        r"可能性|[恐怖]れ(?=が|の|は)|おそれ|虞",
    ],
    "Obligation": [
        r"(?:なければ|なくては|なきゃ|なくちゃ|ないと|ねば)(?:なら|いけ)(?:ない|なく|なかっ|なけれ|ぬ|ず|ません)",
        r"ざるを[得え](?:ない|なく|なかっ|ず|ません)",
    ],
    "Prohibition": [
        r"(?:ては|では|ちゃ)(?:なら|いけ)(?:ない|なく|なかっ|ません|ぬ|ず)",
        r"(?<=[るうくすつぬむぐぶ])な(?=[。!」]|$)",
    ],
    "Scope": [
        r"わけに[はも]?[い行]か(?:ない|なく|なかっ|ず|ません)",
        r"わけで[はも](?:ない|なく|なかっ|ありません)|とは?(?:限|かぎ)ら(?:ない|なかっ|ず|ません)|必ずしも|かならずしも",
        r"全く|まったく|決して|けっして|一切|いっさい|全然|ぜんぜん|まるで",
        r"すべて|全て|全部|全員|全面的|完全",
        r"一部|部分的|ほとんど|殆ど|たいてい|大抵",
    ],
    "Limit": [r"に[過す]ぎ(?:ない|なく|なかっ|ず|ません)"],
    "Certainty": [
        r"[にと](?:違い|ちがい|相違)(?:ない|なく|なかっ|ありません)",
        r"はず|筈",
        r"だろう|であろう|でしょう",
    ],
    "Hearsay": [r"らし[いく]|とのこと|そう(?=だ|です)|という[。]"],
    "Permission": [r"[てで]も(?:[よ良]い|[よ良]く|いい|[構か]ま?わ(?:ない|ず|ません))"],
    "Advice": [r"べき|べから"],
    "Refusal": [rf"(?<=[{_I_E_ROWS}])かね(?=[るたてま])"],
    "Wish": [rf"(?<=[{_I_E_ROWS}])た(?=い[。」とのが]|い$|いです|かった|くな|くあり)"],
    OPPOSITE: [
        "増加|増[えやす]",
        "減少|減[りっるら]",
        "上昇",
        "下降|低下|下落",
        "輸出",
        "輸入",
        "賛成",
        "反対",
        "開始",
        "終了|停止",
        "継続|続行",
        "中断",
        "許可",
        "禁止",
        "肯定",
        "否定",
        "承認",
        "拒否|拒絶",
        "受諾",
        "成功",
        "失敗",
        "勝利|勝[っち]",
        "敗北|負け",
        "購入|買[っうい]",
        "売却|売[っるり]",
        "入院",
        "退院",
        "入国",
        "出国",
        "強化",
        "緩和",
        "拡大",
        "縮小",
        "解除",
        "発動",
        "加盟",
        "脱退",
        "締結",
        "破棄",
        "合法",
        "違法",
        "有罪",
        "無罪",
        "有利",
        "不利",
        "最初",
        "最後",
        "前",
        "後",
        "左",
        "右",
        "上",
        "下",
        "内",
        "外",
        "東",
        "西",
        "南",
        "北",
        "多[いく]",
        "少な[いく]",
        "高[いくま]",
        "低[いくま]",
        "大き[いくな]",
        "小さ[いくな]",
        "長[いく]",
        "短[いく]",
        "早[いくま]",
        "遅[いくれ]",
        "強[いくま]",
        "弱[いくま]",
        "重[いく]",
        "軽[いく]",
        "新し[いく]",
        "古[いく]",
        "[良よ][いく]",
        "悪[いく]",
        "易し[いく]",
        "難し[いく]",
        "同じ",
        "異な|違う",
        "味方",
        "敵",
        "父",
        "母",
        "男",
        "女",
        "夫",
        "妻",
        "兄",
        "弟",
        "姉",
        "妹",
    ],
    "Ability": [r"(?:でき|出来)(?=[るたなまずれて])|可能|(?<=[いきしちにひみりえけせてねめれ])[得う]る"],
    "Negation by a prefix": [r"[非不未無反](?=[一-龥])|否"],
    "Negation": [
        (
            r"(?<![少危切])(?:な|無)(?:い|く|か[っつ]|けれ|かろ|さそう|し(?=[でに]))|ません"
            r"|ず(?=[に、。とも」]|$)|(?<=[わかがさせたなばまられべめけげえねて])ぬ|ねば|ざる|まい(?=[。、と」]|$)"
        )
    ],
    "Cause": [rf"(?<=さ)せ(?=[るたてなまずばら])|(?<=[{_A_ROW}])(?<!合わ)せ(?=[るたてなまずばら])"],
    "Voice": [rf"(?<=[{_A_ROW}])れ(?=[るたてなまずばぬ])|られ"],
    "Favour": [r"[てで](?:もら|いただ|頂)", r"[てで](?:くれ|くださ|下さ)", r"[てで](?:あげ|やっ|やる)"],
    "Question": [r"か(?=[。?」]|$)|\?"],
}

_ENGLISH: dict[str, list[str]] = {
    "Bound": [
        r"\b(?:at least|no less than|not less than|no fewer than)\b",
        r"\b(?:at most|no more than|not more than|up to)\b",
        r"\b(?:more than|over|above|exceed(?:s|ed|ing)?)\b",
        r"\b(?:less than|fewer than|under|below)\b",
        r"\b(?:until|till)\b",
        r"\bby\b",
        r"\bonly\b",
        r"\b(?:about|approximately|roughly|around)\b",
        r"\b(?:nearly|almost)\b",
    ],
    "Scope": [
        r"\bnot (?:always|necessarily|entirely|all)\b",
        r"\b(?:always|all|every|everyone|entirely|completely|whole)\b",
        r"\b(?:some|someone|sometimes|partly|partially|part of)\b",
    ],
    "Possibility": [r"\b(?:may|might|perhaps|maybe|possibly)\b"],
    "Obligation": [r"\b(?:must|ha(?:ve|s|d) to|needs? to|needed to|shall)\b"],
    "Advice": [r"\b(?:should|ought to)\b"],
    "Ability": [r"\bcan\b(?!'t)|\bca(?=n't\b)|\bcan(?=not\b)|\bcould|\bable to\b"],
    "Future": [r"\bwill\b|\bwo(?=n't\b)|'ll\b"],
    "Condition": [r"\bwould", r"\bif\b", r"\bunless\b"],
    "Wish": [r"\b(?:want(?:s|ed)?|wish(?:es|ed)?) to\b"],
    OPPOSITE: [
        rf"\b(?:{words})\b"
        for words in [
            "increase[sd]?|increasing",
            "decrease[sd]?|decreasing",
            "rise[ns]?|rose|rising",
            "falls?|fell|fallen|falling",
            "exports?|exported",
            "imports?|imported",
            "accept(?:s|ed)?",
            "reject(?:s|ed)?|refuse[sd]?",
            "allow(?:s|ed)?|permit(?:s|ted)?",
            "forbids?|forbidden|prohibit(?:s|ed)?|ban(?:s|ned)?",
            "buys?|bought",
            "sells?|sold",
            "wins?|won",
            "loses?|lost",
            "starts?|started|begins?|began",
            "stops?|stopped|ends?|ended",
            "open(?:s|ed)?",
            "close[sd]?",
            "high|higher",
            "low|lower",
            "large|larger",
            "small|smaller",
            "more",
            "less",
            "many",
            "few",
            "first",
            "last",
            "left",
            "right",
            "north",
            "south",
            "east",
            "west",
            "before",
            "after",
            "inside",
            "outside",
            "for",
            "against",
            "with",
            "without",
        ]
    ],
    "Negation": [r"\b(?:not|never|no|none|nobody|nothing|nor|neither|without)\b|(?<=\bcan)not\b|n't\b"],
    "Negation by a prefix": [r"\b(?:un(?=[a-z]{4})|non-?(?=[a-z]{4})|dis(?=[a-z]{4}))"],
    "Voice": [r"\b(?:is|are|was|were|be|been|being)\b(?= (?:\w+ly )?\w+e[dn]\b)"],
    "Question": [r"\?"],
}

_TABLES = {"ja": _JAPANESE, "en": _ENGLISH}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in a text: where it stands, what it is called, which kind it is, and its characters."""

    start: int
    end: int
    title: str
    kind: int
    text: str


def markers(folded: str, lang: str) -> Iterator[Marker]:
    """Find the markers of a folded text, from left to right; languages without a table have none."""
    titles, kinds, anything = _compiled(lang.split("-", maxsplit=1)[0].lower())
    for place in anything.finditer(folded):
        kind, found = next(
            (kind, found) for kind, pattern in enumerate(kinds) if (found := pattern.match(folded, place.start()))
        )
        yield Marker(found.start(), found.end(), titles[kind], kind, found.group())


@cache
def _compiled(lang: str) -> tuple[list[str], list[re.Pattern[str]], re.Pattern[str]]:
    """Give the titles of the kinds, their patterns, and one quick pattern for them all.

    Groups in the latter would tell the kind, but make it ten times as slow.
    """
    rows = [(title, pattern) for title, patterns in _TABLES.get(lang, {}).items() for pattern in patterns]
    anything = "|".join(pattern for _, pattern in rows) or "(?!)"
    return [title for title, _ in rows], [re.compile(pattern) for _, pattern in rows], re.compile(anything)
