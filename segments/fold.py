"""Folding: the form of a text in which differences of width, case and encoding have gone, and nothing else.

What is folded, in this order:

- full-width ASCII, the ideographic space and half-width katakana take their usual width (`Ａ` = `A`, `ｶﾞ` = `ガ`);
- pairs that only a converter of Shift_JIS tells apart become one (〜 and ～, − and －, ― and —, ‖ and ∥, ￥ and ¥);
- typewriter and typographic quotes and hyphens become one (“ and ", ’ and ', ‐ and -); 〝〟 count as double quotes;
- what nobody sees is dropped: zero-width spaces, soft hyphens, byte order marks, variation selectors;
- canonically equal sequences become one (NFC), capitals become small letters;
- a run of white space becomes one space, none at the ends; in Japanese a space beside a Japanese character is dropped,
  because it carries nothing there (第 2回 = 第2回).

Unlike NFKC, folding keeps every difference that a translator would have to translate: ① is not 1, ㌔ is not キロ, ½ is
not 1⁄2, m² is not m2, … is not three full stops, and the long vowel mark ー is no dash. Spellings (サーバ, サーバー) stay
different too: that is for matching to judge.
"""

import re
import unicodedata

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH_KATAKANA = dict(
    zip(
        range(0xFF61, 0xFFA0),
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a",
        strict=True,
    )
)
_TWINS = dict(
    zip(
        "〜−‖￠￡￢￥￦―‐‑–‘’ʼ“”〝〟",
        '~-∥¢£¬¥₩—---\'\'\'""""',
        strict=True,
    )
)
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
_SPACES = {code: " " for code in range(0x3001) if chr(code).isspace()}
_TABLE = str.maketrans({**_WIDE, **_HALF_WIDTH_KATAKANA, **_TWINS, **_UNSEEN, **_SPACES})

_JAPANESE = "\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_EMPTY_SPACE = re.compile(f"(?<=[{_JAPANESE}]) | (?=[{_JAPANESE}])")


def fold(text: str, lang: str) -> str:
    """Give the folded form of a text, as the module's first lines say; folding twice changes nothing more.

    Args:
        text: Any text.
        lang: Its language (`ja`, `en`, subtags allowed); Japanese drops the spaces beside Japanese characters.
    """
    folded = _compose(text.translate(_TABLE).casefold())
    if " " not in folded:
        return folded
    folded = " ".join(folded.split())
    return _EMPTY_SPACE.sub("", folded) if lang[:2].lower() == "ja" else folded


def _compose(text: str) -> str:
    """Bring small letters into NFC, decomposing first where case and composition depend on each other."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
