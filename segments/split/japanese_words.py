"""Words that decide where a Japanese sentence ends: names written with a stop or mark, and what goes on behind one."""

import re

NAME = re.compile(
    r"(?:(?:モーニング|モー|カントリー|ココナッツ)娘。|ゲスの極み乙女。|ずっと真夜中でいいのに。"
    r"|[Yy]ahoo[!！]|ヤフー[!！]|ハロー[!！]|ゆるめるモ[!！]|ラブライブ[!！]|けいおん[!！]|ハイキュー(?:!!|！！))(?=\S)"
)
"""A name that ends with 。 or ！ and has something behind it."""

LONGEST_NAME = 14

GOES_ON = re.compile(
    r"""
    [、，・ーをっんゃゅょぁぃぅぇぉ々：；:;,〜～]            # no sentence begins with these
    | と (?!                                               # the quoting particle, but not the words that begin with it:
        ても | て[もつ] | って[もお] | っさ | っく | っと | ころ | に | も[かあにだ] | はいえ | すると | すれば | なると
        | なれば | なり | く | うとう | う[いさもぜじ] | き | ん[でと] | び | ある(?!の) | おく | し[のはが] | り(?!あ)
        | けい | まと | たん | ろ | げ | ど | ら | ぼ )
    | [はがにのもでへやな] (?=[一-龥々ァ-ヶ「『（(A-Za-z0-9０-９Ａ-Ｚａ-ｚ])   # other particles, where a word follows
    | [はもの]、
    | って | など | なんて | とか(?!く) | らしい | みたい | より | まで | ぐらい | くらい | ばかり
    | です(?![かが]) | だ(?:った | と(?!す) | そう)
    | に(?: な[っりるら] | す[るれ] | し[たて] | つい | よ[るっり] | は | も(?!か) | 、 )
    | の(?: か(?:な | も | 、 | 。 | と | $) | です | だ | よう | [はがにをも] )
    | で[はも](?:な | あ)
    """,
    re.VERBOSE,
)
"""What goes on with a sentence although ！, ？ or a closing quotation mark stands before it."""
