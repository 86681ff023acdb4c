"""Guards: pairs that say different things must be named, pairs that say the same must be left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tm.match.guard import concerns

OPPOSITE_JA = """
条約を放棄する。 条約を放棄しない。
衝突が起こりかねない。 衝突は起こらない。
要求に応じる。 要求に応じかねる。
必ずしも同意しない。 全く同意しない。
被害は少なくない。 被害は少ない。
百人以上が集まった。 百人超が集まった。
五日以内に返す。 五日以後に返す。
金曜まで待つ。 金曜までに待つ。
制裁を解除した。 制裁を解除された。
誤りを認める。 誤りを認めざるを得ない。
日本が中国を訪ねた。 日本を中国が訪ねた。
兄が弟を助けた。 弟が兄を助けた。
水が飲めなかった。 水が飲まなかった。
声明に応じなかった。 声明に応じた。
行くべきだ。 行くべきではない。
彼は来ると言わなかった。 彼は来ないと言った。
需要が増加した。 需要が減少した。
公式な訪問だ。 非公式な訪問だ。
提案に賛成した。 提案に反対した。
2018年に署名した。 2019年に署名した。
二千万人が住む。 二億人が住む。
入ってもよい。 入ってはならない。
会議に出席する。 会議に出席するか。
部下に行かせた。 部下が行った。
彼が来るはずだ。 彼が来るかもしれない。
彼しか知らない。 彼も知らない。
それを食べたい。 それを食べたくない。
生徒が本を読んだ。 生徒に本を読ませた。
実現は可能である。 実現は不可能である。
価格が上昇した。 価格が下落した。
石炭を輸出する。 石炭を輸入する。
攻撃を開始した。 攻撃を停止した。
立ち入りを許可する。 立ち入りを禁止する。
疑いを肯定した。 疑いを否定した。
計画は成功した。 計画は失敗した。
選挙に勝った。 選挙に負けた。
昨日入院した。 昨日退院した。
規制を強化する。 規制を緩和する。
事業を拡大した。 事業を縮小した。
連盟に加盟した。 連盟を脱退した。
彼は有罪だ。 彼は無罪だ。
会議の前に話す。 会議の後に話す。
左に曲がる。 右に曲がる。
人が多い。 人が少ない。
利率が高い。 利率が低い。
薬を飲める。 薬を飲む。
全員が残った。 一部が残った。
十人未満だ。 十人以下だ。
最大五人だ。 最低五人だ。
午後三時に始まる。 午後四時に始まる。
第3条を見よ。 第4条を見よ。
費用は1,200円だ。 費用は12,000円だ。
彼は笑った。 彼は笑われた。
約束を守らなければならない。 約束を守らなくてもよい。
信じるわけにはいかない。 信じる。
安いとは限らない。 安い。
冗談に過ぎない。 冗談ではない。
行くな。 行く。
写真を撮ってもらった。 写真を撮ってあげた。
明日は晴れるだろう。 明日は晴れる。
彼は病気らしい。 彼は病気だ。
違法な取引だ。 合法な取引だ。
未解決の問題だ。 解決の問題だ。
賃金を上げる。 賃金を下げる。
国内で売る。 国外で売る。
北へ進む。 南へ進む。
新しい家だ。 古い家だ。
もう歩けない。 もう歩かない。
窓を開けずに寝た。 窓を開けて寝た。
知らぬ人だ。 知る人だ。
行くまい。 行く。
話し合うことができる。 話し合うことができない。
あり得る話だ。 あり得ない話だ。
失敗する恐れがある。 失敗する。
彼だけが来た。 彼が来た。
申請を承認した。 申請を拒否した。
契約を締結した。 契約を破棄した。
平壌で会った。 北京で会った。
妻に伝える。 夫に伝える。
雨は降りません。 雨は降ります。
報告は無かった。 報告は有った。
一切触れた。 ほとんど触れた。
損失は三割だ。 損失は五割だ。
東京から大阪へ送る。 東京へ大阪から送る。
先生が生徒に渡した。 先生に生徒が渡した。
渡辺が話した。 渡邊が話した。
決して忘れない。 必ずしも忘れない。
二人いる。 三人いる。
不利な条件だ。 有利な条件だ。
同じ結果だ。 異なる結果だ。
軽い荷物だ。 重い荷物だ。
使わせない。 使わない。
見られた。 見た。
先に着くことが可能だ。 先に着くことがあり得ない。
千円を超えた。 千円を下回った。
質問してください。 質問します。
三月八日に会う。 八月三日に会う。
行くかどうか。 行かない。
忘れかねない。 忘れかねる。
支持していない。 支持している。
"""

HARMLESS_JA = """
守らなければならない。 守らねばならない。
守らなければならない。 守らなくてはならない。
守らねばならぬ。 守らねばならない。
会を行なう。 会を行う。
サーバーの申し込みを受け付ける。 サーバの申込を受付ける。
二千万人が住む。 2000万人が住む。
子供たちが来た。 子どもたちが来た。
採択しなかった。 採択しませんでした。
言わずに去った。 言わないで去った。
会談を開いた。 会合を開いた。
話すことができる。 話すことが出来る。
三十日に会った。 30日に会った。
ＮＨＫが報じた。 NHKが報じた。
一緒に行った。 いっしょに行った。
平成31年に会った。 2019年に会った。
身体を鍛える。 体を鍛える。
声が無くなった。 声がなくなった。
調べた結果だ。 調査した結果だ。
打ち込む。 打込む。
引っ越しをした。 引越をした。
取り引きが続く。 取引が続く。
一人で来た。 ひとりで来た。
二つある。 ふたつある。
第2回の会だ。 第二回の会だ。
１０年が過ぎた。 10年が過ぎた。
1,000円を払う。 1000円を払う。
1億2000万円を借りた。 一億二千万円を借りた。
全てを失った。 すべてを失った。
決して忘れない。 けっして忘れない。
全く知らない。 まったく知らない。
かも知れない。 かもしれない。
必ずしも悪くない。 かならずしも悪くない。
彼に過ぎない。 彼にすぎない。
間違いに違いない。 間違いにちがいない。
来る筈だ。 来るはずだ。
入っても良い。 入ってもよい。
入ってもよい。 入ってもいい。
認めざるを得ない。 認めざるをえない。
知らない人だ。 知らぬ人だ。
食べないで寝た。 食べずに寝た。
午後3時に着く。 15時に着く。
学校に行く。 学校へ行く。
明日話す。 あした話す。
事を急ぐ。 ことを急ぐ。
時を待つ。 ときを待つ。
「核」と呼ぶ。 『核』と呼ぶ。
コンピューターを買う。 コンピュータを買う。
データベースを見る。 データーベースを見る。
ウイルスが広がる。 ウィルスが広がる。
ヴァイオリンを弾く。 バイオリンを弾く。
問い合わせをする。 問合せをする。
見積もりを出す。 見積を出す。
受け取りを待つ。 受取を待つ。
手続きをする。 手続をする。
締め切りが近い。 締切が近い。
割り引きをする。 割引をする。
御案内する。 ご案内する。
致します。 いたします。
下さいと頼む。 くださいと頼む。
話してください。 話して下さい。
教えて頂いた。 教えていただいた。
出来上がった。 できあがった。
分かりました。 わかりました。
有難う。 ありがとう。
宜しく頼む。 よろしく頼む。
更に進む。 さらに進む。
又来る。 また来る。
但し書きだ。 ただし書きだ。
既に決めた。 すでに決めた。
殆ど終わった。 ほとんど終わった。
3割増えた。 30%増えた。
及び犬だ。 および犬だ。
全世界に伝えた。 世界中に伝えた。
声明を発表した。 声明を公表した。
首相が述べた。 首相が語った。
合意に達した。 合意に至った。
重要な点だ。 大切な点だ。
強く望む。 切に望む。
直ちに帰る。 すぐに帰る。
始めから読む。 初めから読む。
町の中心だ。 街の中心だ。
会議が終わった。 会議が終了した。
車を止めた。 クルマを止めた。
彼女は笑った。 彼女はほほえんだ。
雨が降りそうだ。 雨が降りそうです。
これは本だ。 これは本です。
これは本である。 これは本だ。
行きます。 行く。
学生ではない。 学生じゃない。
静かではなかった。 静かじゃなかった。
してはならない。 してはいけない。
守る必要がない。 守る必要はない。
見ないだろう。 見ないでしょう。
できない。 できません。
知りません。 知らない。
五カ国が集う。 五か国が集う。
三ヶ月待つ。 三か月待つ。
1ヵ所だけ残る。 一か所だけ残る。
午後3時に着く。 午後三時に着く。
ひとつだけ残った。 一つだけ残った。
"""

OPPOSITE_EN = """
He did not come.|He came.
He must go.|He may go.
They can't win.|They can win.
At least 5 men fell.|More than 5 men fell.
It was unlawful.|It was lawful.
Two men left.|Three men left.
Exports rose.|Exports fell.
They accepted the offer.|They rejected the offer.
Send it by Friday.|Send it until Friday.
They were attacked by dogs.|They attacked dogs.
You should go.|You should not go.
All members agreed.|Some members agreed.
He came before noon.|He came after noon.
It cost 1,200 dollars.|It cost 12,000 dollars.
He wants to leave.|He leaves.
We met in Paris.|We met in London.
"""
HARMLESS_EN = """
The colour is red.|The color is red.
He does not agree.|He doesn't agree.
It cannot be.|It can't be.
They adopted the resolution.|They passed the resolution.
It cost 1,200 dollars.|It cost 1200 dollars.
Five men left.|5 men left.
He will come.|He'll come.
"""


def pairs(table: str, separator: str) -> list[tuple[str, str]]:
    return [(held, wanted) for line in table.strip().splitlines() for held, wanted in [line.split(separator)]]


def test_the_tables_are_as_long_as_they_claim() -> None:
    assert len(pairs(OPPOSITE_JA, " ")) == len(pairs(HARMLESS_JA, " ")) == 100


@pytest.mark.parametrize(("held", "wanted"), pairs(OPPOSITE_JA, " "))
def test_japanese_pairs_that_say_different_things_are_named_both_ways(held: str, wanted: str) -> None:
    assert concerns(held, wanted, "ja")
    assert concerns(wanted, held, "ja")


@pytest.mark.parametrize(("held", "wanted"), pairs(HARMLESS_JA, " "))
def test_japanese_pairs_that_say_the_same_are_left_in_peace(held: str, wanted: str) -> None:
    assert concerns(held, wanted, "ja") == []


@pytest.mark.parametrize(("held", "wanted"), pairs(OPPOSITE_EN, "|"))
def test_english_pairs_that_say_different_things_are_named(held: str, wanted: str) -> None:
    assert concerns(held, wanted, "en-GB")
    assert concerns(wanted, held, "en-GB")


@pytest.mark.parametrize(("held", "wanted"), pairs(HARMLESS_EN, "|"))
def test_english_pairs_that_say_the_same_are_left_in_peace(held: str, wanted: str) -> None:
    assert concerns(held, wanted, "en") == []


def test_a_negation_that_wanders_to_another_clause_is_seen() -> None:
    held = "米国は交渉を続けないと述べ、北朝鮮は実験を行うと答えた。"
    wanted = "米国は交渉を続けると述べ、北朝鮮は実験を行わないと答えた。"
    assert len(concerns(held, wanted, "ja")) == 2


def test_a_concern_is_a_plain_sentence() -> None:
    assert concerns("放棄する", "放棄しない", "ja") == ["Negation differs: nothing in the memory, ない here."]


def test_equal_texts_raise_no_concern() -> None:
    assert concerns("核実験を２回行わなかった。", "核実験を2回行わなかった。", "ja") == []


@given(held=st.text(max_size=40), wanted=st.text(max_size=40), lang=st.sampled_from(["ja", "en", "de"]))
def test_any_text_can_be_guarded(held: str, wanted: str, lang: str) -> None:
    assert all(sentence.endswith(" here.") for sentence in concerns(held, wanted, lang))
