"""Japanese terms in running text: each line a text in which 【 】 marks a term in full, 〔 〕 part of a compound."""

import re

import pytest

from glossary import Hit, Recogniser, Term, find_terms

_MARK = re.compile("[【】〔〕]")


def marked(text: str, hits: list[Hit]) -> str:
    """Mark the hits that lie in no longer one in the text."""
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        if not hit.nested:
            left, right = "〔〕" if hit.part else "【】"
            text = text[: hit.start] + left + text[hit.start : hit.end] + right + text[hit.end :]
    return text


def recogniser(*terms: str) -> Recogniser:
    return Recogniser.build([Term(term, "ja") for term in terms], "ja")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("核", "【核】とミサイルの問題"),
        ("核", "〔核〕実験を行う"),
        ("核", "〔核〕物質を運ぶ"),
        ("核", "完全な非核化を求める"),
        ("核", "非核化は進まない"),
        ("核", "核家族が増えた"),
        ("核", "結核にかかる"),
        ("核", "議論の核心に迫る"),
        ("核", "中核となる施設"),
        ("核", "反核運動が起きる"),
        ("米国", "【米国】内の世論"),
        ("米国", "【米国】側は拒んだ"),
        ("米国", "米国民の支持"),
        ("米国", "米国務長官が語る"),
        ("米国", "米国防総省の発表"),
        ("米国", "在【米国】大使館"),
        ("米国", "対【米国】政策"),
        ("米国", "【米国】大統領"),
        ("制裁", "国連【制裁】の効果"),
        ("制裁", "対北朝鮮【制裁】を続ける"),
        ("制裁", "【制裁】下の経済"),
        ("京都", "東京都の人口"),
        ("京都", "【京都】の寺"),
        ("日本海", "日本海軍の艦"),
        ("拡散", "核不拡散条約"),
        ("拡散", "技術の【拡散】を防ぐ"),
        ("大統領", "副〔大統領〕が来る"),
        ("大統領", "前【大統領】の発言"),
        ("金正恩", "【金正恩】委員長の演説"),
        ("文在寅", "【文在寅】政権の外交"),
        ("李容浩", "【李容浩】外相"),
        ("安倍晋三", "【安倍晋三】元首相"),
        ("豊渓里", "【豊渓里】(プンゲリ)の坑道"),
        ("サーバー", "新しい【サーバ】を置く"),
        ("サーバ", "新しい【サーバー】を置く"),
        ("ビル", "冷えたビールを飲む"),
        ("打ち込む", "杭を【打込む】機械"),
        ("打ち込む", "杭を【打ち込んだ】者"),
        ("取り扱い", "【取扱い】に注意"),
        ("取扱い", "【取り扱い】に注意"),
        ("放棄する", "権利を【放棄させなかった】国"),
        ("放棄する", "権利の放棄を求める"),
        ("IAEA査察", "【ＩＡＥＡ査察】を受ける"),
        ("IAEA査察", "【IAEA 査察】を受ける"),
        ("G7首脳宣言", "【Ｇ７首脳宣言】を読む"),
        ("ニューヨーク・タイムズ", "【ニューヨークタイムズ】紙"),
        ("核ミサイル", "核・ミサイル開発"),
        ("コア", "スコアを競う"),
    ],
)
def test_a_term_is_found_where_a_terminologist_finds_it(term: str, expected: str) -> None:
    text = _MARK.sub("", expected)
    assert marked(text, recogniser(term).find(text)) == expected


def test_the_longest_term_wins_and_those_inside_it_are_kept_as_nested() -> None:
    hits = recogniser("核", "核実験", "核実験場").find("核実験場を閉じる")
    assert [(hit.start, hit.end, hit.nested, hit.part) for hit in hits] == [
        (0, 4, False, False),
        (0, 3, True, False),
        (0, 1, True, False),
    ]


def test_a_term_added_later_is_found_with_the_others() -> None:
    before = recogniser("核実験")
    after = before.extended([Term("核実験場", "ja"), Term("site", "en")])
    assert [hit.nested for hit in after.find("核実験場")] == [False, True]
    assert [hit.part for hit in before.find("核実験場")] == [False]


def test_terms_of_another_language_are_left_out() -> None:
    assert find_terms("ICBM", [Term("ICBM", "en")], "ja") == []
    assert [hit.term.lang for hit in find_terms("ICBM", [Term("ICBM", "ja-JP"), Term("ICBM", "en")], "ja")] == ["ja-JP"]
