import pytest

from glossary.romaji import romanised


@pytest.mark.parametrize(
    "line",
    [
        "ひかくか ヒカクカ hikakuka HIKAKUKA",
        "しゃかい shakai syakai sha-kai",
        "つづく tsuzuku tuduku tuzuku",
        "ちじ chiji tizi",
        "ふじん fujin huzin",
        "じょうやく jōyaku jouyaku zyooyaku joyaku jōyaku",
        "とうきょう Tōkyō tokyo toukyou tookyoo tôkyô",
        "しんよう shin'yō shinyou sinnyou shin-yo",
        "きんえん kin'en kinen",
        "しんぶん shimbun shinbun sinbun",
        "まっちゃ matcha maccha mattya",
        "がっこう gakkō gakkou",
        "ファイル fairu",
        "パーティー pātī pati",
        "ヴァイオリン vaiorin baiorin バイオリン",
        "ウィーン wīn win",
        "チェコ cheko tyeko",
        "ニョンビョン nyonbyon nyombyon",
        "キム・ジョンウン キムジョンウン kimujonun kimujon'un",
        "ﾐｻｲﾙ ミサイル みさいる misairu",
        "おおの ōno ohno oono ono",
        "サーバー サーバ sābā saba",
        "を wo o",
        "ティー tī ti",
        "ディスク disuku",
        "トゥ tu",
    ],
)
def test_every_romanisation_of_a_reading_gives_one_form(line: str) -> None:
    words = line.split()
    assert {romanised(word) for word in words} == {romanised(words[0])}


@pytest.mark.parametrize(
    ("one", "other"), [("かき", "がき"), ("さっか", "さか"), ("びょういん", "びよういん"), ("しゅ", "す")]
)
def test_different_readings_stay_different(one: str, other: str) -> None:
    assert romanised(one) != romanised(other)


def test_the_length_of_vowels_can_be_kept() -> None:
    assert romanised("きんしょうおん", keep_length=True) == "kinsyouon"


def test_what_has_no_reading_gives_nothing() -> None:
    assert [romanised(text) for text in ("核", "", "123", "・")] == ["", "", "", ""]
