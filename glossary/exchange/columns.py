"""Which column of a table of terms is what: guessed from the names in its first row, or from what its cells hold."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from segments.language import language_of


class Column(StrEnum):
    """What a column may hold; the values are the names that are written."""

    JA = "ja"
    READING = "reading"
    JA_ALTERNATIVES = "ja_alternatives"
    JA_FORBIDDEN = "ja_forbidden"
    EN = "en"
    ALTERNATIVES = "alternatives"
    FORBIDDEN = "forbidden"
    DOMAIN = "domain"
    POS = "pos"
    DEFINITION = "definition"
    NOTE = "note"
    SOURCE = "source"


_NAMES: Mapping[Column, str] = {
    Column.JA: "ja ja-jp jp jpn japanese 日本語 和文 和語 用語 見出し語 見出し 原語 日本語用語 ja-term",
    Column.READING: "reading yomi kana furigana pronunciation 読み よみ 読み方 読み仮名 よみがな ふりがな フリガナ ヨミ かな カナ",
    Column.JA_ALTERNATIVES: "ja-alternatives ja-synonyms 異表記 別表記 同義語 日本語別表記 類義語",
    Column.JA_FORBIDDEN: "ja-forbidden 禁止表記 不使用語 禁止用語",
    Column.EN: "en en-us en-gb eng english 英語 英文 英訳 訳語 訳 対訳 英語用語 en-term translation",
    Column.ALTERNATIVES: "alternatives alternative alt admitted synonyms synonym en-alternatives 別訳 許容 許容訳 代替訳 他の訳 英語別訳",
    Column.FORBIDDEN: "forbidden prohibited deprecated do-not-use en-forbidden 禁止 禁止訳 使用禁止 不可 禁則訳 誤訳",
    Column.DOMAIN: "domain subject field category 分野 領域 カテゴリ カテゴリー ジャンル",
    Column.POS: "pos part-of-speech partofspeech 品詞",
    Column.DEFINITION: "definition 定義 語義 説明",
    Column.NOTE: "note notes comment comments remark remarks memo 備考 注 注記 メモ コメント",
    Column.SOURCE: "reference ref 出典 典拠 出所",
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split()}
_PAIR = {"source": Column.JA, "src": Column.JA, "target": Column.EN, "tgt": Column.EN}


def columns_by_name(header: Sequence[str]) -> dict[Column, int]:
    """Give the number of each column whose name is known; of two for the same thing the first counts.

    `source` is the reference of a concept where the table has a Japanese column, else the Japanese column itself.
    """
    names = [re.sub(r"[\s_＿]+", "-", name.strip().lower()) for name in header]
    found: dict[Column, int] = {}
    for number, name in enumerate(names):
        if name in _COLUMN_OF:
            found.setdefault(_COLUMN_OF[name], number)
    for number, name in enumerate(names):
        if name in _PAIR:
            column = _PAIR[name] if _PAIR[name] not in found else Column.SOURCE
            found.setdefault(column, number)
    return found


def columns_by_content(rows: Sequence[Sequence[str]]) -> dict[Column, int]:
    """Guess the columns of a table without names: the first Japanese one, the first English one, then a note."""
    width = max(map(len, rows), default=0)
    languages = [_language_of_column(rows, number) for number in range(width)]
    if not {"ja", "en"} <= set(languages):
        return {}
    found = {Column.JA: languages.index("ja"), Column.EN: languages.index("en")}
    rest = [number for number in range(width) if languages[number] and number not in found.values()]
    return {**found, Column.NOTE: rest[0]} if rest else found


def _language_of_column(rows: Sequence[Sequence[str]], number: int) -> str:
    cells = [row[number] for row in rows[:100] if number < len(row) and row[number].strip()]
    japanese = sum(language_of(cell) == "ja" for cell in cells)
    if not cells:
        return ""
    return "ja" if japanese * 2 > len(cells) else "en"
