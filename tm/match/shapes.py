"""Kanji that stand for one another in a word without a change of meaning: a reviewed list.

Three sorts: old and new shapes (國 and 国), shapes that only character sets tell apart (頰 and 頬), and those that took the
place of kanji outside the tōyō list (附属, 付属; most of them are in 「同音の漢字による書きかえ」 of 1956). A pair serves only where the
dictionary holds both spellings for one word; what may differ in meaning (会 and 遭, 作 and 造, 聞 and 聴) is left out on
purpose.
"""

from glossary.folding import fold_strictly

_ALIKE = (
    "付附 回廻 連聯 収蒐 編篇 集輯聚 総綜惣 欲慾 没歿 賛讃 希稀 溶熔 決訣 高昂 援掩 英叡 知智 補輔 殿澱 食蝕喰 憶臆 嘆歎 箇個 注註 "
    "戒誡 画劃 郭廓 廃癈 扇煽 炎焔 広宏弘 膨厖 阻沮 尋訊 散撒 激戟 凶兇 険嶮 幸倖 座坐 搾窄 害碍礙 州洲 昇陞 先尖 選撰 暖煖 抵牴 "
    "転顛顚 反叛 舗舖 放抛 妄盲 略掠 錬煉 湾彎 齢令 歳才 幅巾 了諒 磨摩 奇綺 怖恐 寂淋 言云 体躰 掴摑 頬頰 剥剝 噛嚙 繋繫 鴎鷗 "
    "蝋蠟 麹麴 痩瘦 唖啞 叱𠮟 填塡 餅餠 嘘噓 島嶋嶌 峰峯 群羣 杯盃 跡蹟迹 涙泪 煙烟 裏裡 館舘 疎疏 包繃庖 毀棄 繍繡 厨廚 諌諫 靱靭 "
    "讐讎 撹攪 涜瀆 屏屛 隣鄰 尚尙 侠俠 倶俱 呑吞 徳德 姫姬 渋澁 褒襃 薫熏 遥遙 灯燈 台颱 分解判 弁辨辯 "
    "削鑿 混昏 装裳 心腎 講媾 乱瀾 御禦 暴曝"
)
_KEPT_APART = {
    "メモリ": "メモリー", "事": "こと", "内": "うち", "何処": "どこ", "此処": "ここ", "其処": "そこ", "直す": "なおす", "置く": "おく",
    "無くなる": "なくなる", "物": "もの", "様": "よう", "度": "たび", "方": "ほう", "訳": "わけ", "筈": "はず", "程": "ほど", "位": "くらい",
    "迄": "まで", "等": "など", "達": "たち", "為": "ため", "共": "とも", "易い": "やすい", "難い": "にくい", "頃": "ころ", "毎": "ごと",
    "居る": "いる", "行く": "いく", "来る": "くる", "貰う": "もらう", "見る": "みる", "仕舞う": "しまう", "下さる": "くださる", "頂く": "いただく",
    "欲しい": "ほしい", "良い": "よい", "無い": "ない", "有る": "ある", "出来る": "できる", "成る": "なる", "又": "また", "尚": "なお", "即ち": "すなわち",
    "従って": "したがって", "但し": "ただし",
}  # fmt: skip
"""Normalized forms that the dictionary keeps apart, though they are one word."""

_FIRST = str.maketrans({kanji: group[0] for group in _ALIKE.split() for kanji in group[1:]})


def one_shape(text: str) -> str:
    """Write every kanji of a text in one of the shapes in which it is found."""
    return fold_strictly(text).translate(_FIRST)


def one_normal_form(normal: str) -> str:
    """Give one normalized form to the spellings of a word that the dictionary keeps apart."""
    return _KEPT_APART.get(normal, normal)
