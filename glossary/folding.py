"""Folding of Japanese terms: two forms in which the spellings of one word meet.

The *strict* form drops what is never a difference between words: width and case, old kanji, middle dots in katakana, spaces beside Japanese
characters, ヴァ against バ. The *loose* form drops also long vowels, small ッ, and okurigana between kanji (打ち込む =
打込む) and at the end of a term; it only brings candidates together, and `glossary.spelling` judges them.
`segments.fold` is another thing: it keeps every difference that a translator would have to translate.
"""

import re
import unicodedata
from dataclasses import dataclass

KANJI = "\u3005\u3006\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KATAKANA = "\u30a1-\u30fa\u30fc\u31f0-\u31ff"
HIRAGANA = "\u3041-\u309f"

_NEW_KANJI = str.maketrans(
    "亞惡壓圍醫壹稻飮隱營榮衞驛圓鹽緣應毆歐橫櫻奧穩假價會囘壞懷繪擴殼覺學嶽樂勸卷寬歡罐觀關陷顏氣龜僞戲犧舊據擧虛峽狹挾"
    "曉區驅勳徑惠溪經繼莖螢輕鷄藝擊縣儉劍圈檢權獻硏險顯驗嚴吳廣恆鑛號國黑碎濟齋劑雜參慘棧贊殘絲齒兒辭濕實寫釋壽收從澁獸"
    "縱肅處敍奬將燒稱證乘剩壤孃條淨狀疊讓釀囑觸寢愼晉眞刄盡圖粹醉隨髓數樞聲靜齊攝竊專戰淺潛纖踐錢禪雙壯搜插爭總聰莊裝騷"
    "增臟藏屬續墮體對帶滯瀧擇澤擔單團彈斷癡遲晝蟲鑄廳聽敕鎭遞鐵轉點傳黨盜燈當鬭獨讀屆貳惱腦霸廢拜賣麥發髮拔蠻祕彥濱甁拂"
    "佛竝變邊邉辨瓣辯寶豐沒萬滿藥與餘豫搖樣謠來覽亂龍兩獵壘勵禮隸靈齡戀爐勞樓祿灣髙﨑黃巢槪每德敎旣鄕",
    "亜悪圧囲医壱稲飲隠営栄衛駅円塩縁応殴欧横桜奥穏仮価会回壊懐絵拡殻覚学岳楽勧巻寛歓缶観関陥顔気亀偽戯犠旧拠挙虚峡狭挟"
    "暁区駆勲径恵渓経継茎蛍軽鶏芸撃県倹剣圏検権献研険顕験厳呉広恒鉱号国黒砕済斎剤雑参惨桟賛残糸歯児辞湿実写釈寿収従渋獣"
    "縦粛処叙奨将焼称証乗剰壌嬢条浄状畳譲醸嘱触寝慎晋真刃尽図粋酔随髄数枢声静斉摂窃専戦浅潜繊践銭禅双壮捜挿争総聡荘装騒"
    "増臓蔵属続堕体対帯滞滝択沢担単団弾断痴遅昼虫鋳庁聴勅鎮逓鉄転点伝党盗灯当闘独読届弐悩脳覇廃拝売麦発髪抜蛮秘彦浜瓶払"
    "仏並変辺辺弁弁弁宝豊没万満薬与余予揺様謡来覧乱竜両猟塁励礼隷霊齢恋炉労楼禄湾高崎黄巣概毎徳教既郷",
)
_ONE_TO_ONE: dict[int, int | str] = {
    **{code: chr(code).lower() for code in range(0x41, 0x5B)},
    **{code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF66, 0xFFA0)},
    **_NEW_KANJI,
    **{ord(char): twin for char, twin in zip("〜−‐‑–―’‘“”\u3000", "~-----''\"\" ", strict=True)},
}
_V_SOUNDS = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}

_JAPANESE = f"{KANJI}{KATAKANA}{HIRAGANA}"
_COMPOSED = f"(?:ヴ|ウ\u3099)[ァィェォュ]?|[{KATAKANA}{HIRAGANA}][\u3099\u309a]"
_UNHEARD = f"(?<=[{KATAKANA}])[・･](?=[{KATAKANA}])|(?<=[{_JAPANESE}]) +| +(?=[{_JAPANESE}])"
_ENDINGS = "[わかさたらま]?[いきぎしじちみびりえけげせめべれ]"
_STRICT = re.compile(f"{_COMPOSED}|{_UNHEARD}")
_LOOSE = re.compile(f"{_COMPOSED}|{_UNHEARD}|[ーッ]|(?<=[{KANJI}]){_ENDINGS}(?=[{KANJI}])")
_LAST_ENDING = re.compile(f"(?<=[{KANJI}]{{2}})[{HIRAGANA}]{{1,3}}$")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets` has the original offset of each of its characters (`None`: the same as in it)."""

    text: str
    offsets: list[int] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text that a span of the folded text stands for."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def in_new_kanji(text: str) -> str:
    """Give a text with its old kanji (國會) in the form that is usual today (国会), character for character."""
    return text.translate(_NEW_KANJI)


def fold_strictly(text: str) -> str:
    """Give the strict form of a text."""
    return _STRICT.sub(_replacement, text.translate(_ONE_TO_ONE))


def fold_loosely(term: str) -> str:
    """Give the loose form of a term; one kanji with kana keeps its kana, because 高い is not 高."""
    return _LAST_ENDING.sub("", _LOOSE.sub(_replacement, term.translate(_ONE_TO_ONE))) or fold_strictly(term)


def fold_text(text: str) -> Folded:
    """Give the loose form of a running text (endings kept), with the way back to the original offsets."""
    plain = text.translate(_ONE_TO_ONE)
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for found in _LOOSE.finditer(plain):
        new = _replacement(found)
        pieces += (plain[last : found.start()], new)
        offsets += range(last, found.start())
        offsets += [found.end() - 1] * len(new)
        last = found.end()
    if not last:
        return Folded(plain, None)
    offsets += range(last, len(plain))
    return Folded("".join(pieces) + plain[last:], offsets)


def _replacement(found: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", found[0])
    if composed in _V_SOUNDS:
        return _V_SOUNDS[composed]
    return composed if found[0][-1] in "\u3099\u309a" else ""
