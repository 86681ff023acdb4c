"""Which column of a table of units is which: by the words of its first row, else by the letters below."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from segments.language import language_of
from tm.errors import InputError

Langs = tuple[str, str]

# Columns with these names belong to the unit itself: attributes of the `tu` of a TMX, and its first note.
VISIBLE = ("creationdate", "creationid", "changedate", "changeid", "usagecount")
NOTE = "note"
CODES = "codes"
EXTRAS = "extras"
_NAMED = frozenset({*VISIBLE, NOTE, CODES, EXTRAS})

_OWN = re.compile(r"(source|target):([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)")
_TAG = re.compile(r"(?:ja|en)[-_][a-z]{2}", re.IGNORECASE)
_WORDS = {
    "source": ("source", "src", "original", "原文", "原語", "ソース"),
    "target": ("target", "tgt", "trg", "translation", "訳文", "訳", "翻訳", "対訳", "訳語", "ターゲット"),
    "ja": ("ja", "jp", "jpn", "japanese", "日本語", "和文", "和", "和訳", "日本語訳"),
    "en": ("en", "eng", "english", "英語", "英文", "英", "英訳", "英語訳"),
    NOTE: ("note", "notes", "comment", "comments", "備考", "注", "メモ", "コメント"),
    "": ("text", "segment", "sentence", "language", "テキスト", "文"),
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words}
_ROLES = frozenset({"source", "target"})
_LANGS = frozenset({"ja", "en"})


class Meaning(NamedTuple):
    """What the name of a column says: `source` or `target`, and a language; each may be empty."""

    role: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, as numbers from 0.

    Attributes:
        langs: The languages of the source and the target column.
        has_names: Whether the first row names the columns.
        width: How many columns a row has at most.
        named: Columns of our own names, by name.
        others: Columns of names that mean nothing to us, by name.
    """

    source: int
    target: int
    langs: Langs
    has_names: bool
    width: int
    named: dict[str, int] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)


def find_columns(rows: Sequence[list[str]], langs: Langs) -> Columns:
    """Find the columns of a table by its first rows.

    Args:
        rows: The first rows, at least one.
        langs: Source and target language expected; they name the columns where the table does not.

    Raises:
        InputError: There are fewer than two columns, or the names say which is the source or the target, but not both.
    """
    names = [unicodedata.normalize("NFKC", name).strip() for name in rows[0]]
    if len(names) < 2:
        raise InputError("there is one column only. Give the source and the target a column each")
    meanings = [_meaning(name) for name in names]
    places = _places(meanings, langs)
    if places is None:
        return Columns(0, 1, _langs_by_letters(rows, (0, 1), langs), has_names=False, width=max(map(len, rows)))
    said = (meanings[places[0]].lang, meanings[places[1]].lang)
    named, others = _rest(names, places)
    langs = _langs(said, _langs_by_letters(rows[1:], places, langs))
    return Columns(*places, langs, has_names=True, width=len(names), named=named, others=others)


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, subtags aside and without regard to case."""
    return re.split("[-_]", one.lower())[0] == re.split("[-_]", other.lower())[0]


def _meaning(name: str) -> Meaning:
    """Give what the name of a column says; nothing when a word of it is unknown."""
    own = _OWN.fullmatch(name)
    if own:
        return Meaning(own[1], own[2])
    if _TAG.fullmatch(name):
        return Meaning("", name)
    said = [_MEANINGS.get(word, "?") for word in re.split(r"[\s:_()/-]+", name.lower()) if word]
    if "?" in said:
        return Meaning()
    return Meaning(*(next((one for one in said if one in some), "") for some in (_ROLES, _LANGS)))


def _rest(names: Sequence[str], places: tuple[int, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Give the columns beside source and target: those of our own names, and the others."""
    named: dict[str, int] = {}
    others: dict[str, int] = {}
    for place, name in enumerate(names):
        own = NOTE if _MEANINGS.get(name.lower()) == NOTE else name.lower()
        if place in places:
            continue
        if own in _NAMED and own not in named:
            named[own] = place
        else:
            others[name if name and name not in others else f"{name} ({place + 1})".strip()] = place
    return named, others


def _places(meanings: Sequence[Meaning], langs: Langs) -> tuple[int, int] | None:
    """Give the places of source and target by their names; None where no name says either."""
    source = _place(meanings, "source", langs[0])
    target = _place(meanings, "target", langs[1])
    if source == target:
        return None
    if source is None or target is None:
        missing = "source" if source is None else "target"
        raise InputError(
            f"no column is named as the {missing}. Name two columns 'source' and 'target' in the first row"
        )
    return source, target


def _place(meanings: Sequence[Meaning], role: str, lang: str) -> int | None:
    for place, said in enumerate(meanings):
        if said.role == role:
            return place
    for place, said in enumerate(meanings):
        if said.lang and not said.role and same_language(said.lang, lang):
            return place
    return None


def _langs(said: Langs, guessed: Langs) -> Langs:
    """Give the languages that the names say; of one that they do not say, what is left of those guessed."""
    source, target = said
    if source and not target:
        return source, guessed[1] if not same_language(source, guessed[1]) else guessed[0]
    if target and not source:
        return guessed[0] if not same_language(target, guessed[0]) else guessed[1], target
    return (source, target) if source and target else guessed


def _langs_by_letters(rows: Sequence[list[str]], places: tuple[int, int], langs: Langs) -> Langs:
    """Turn the languages round where the letters of both columns say so."""
    whole = [row for row in rows if len(row) > max(places)]
    letters = tuple(language_of("".join(row[place] for row in whole)) for place in places)
    turned = same_language(letters[0], langs[1]) and same_language(letters[1], langs[0])
    return (langs[1], langs[0]) if turned and letters[0] != letters[1] else langs
