"""English sentences: where one ends inside a paragraph.

A full stop, exclamation mark, question mark or ellipsis, with the closing quotation marks and brackets behind it, ends a
sentence when white space and a fitting beginning follow. What fits depends on the word before the stop: after `Dr.`
nothing does, after `U.S.` only a word with which sentences begin, after an ordinary word any capital, digit or opening
quotation mark. A bracket opened within a sentence holds no end of one. A paragraph that begins with `1.` or `a)` is cut
before its further marks, too.
"""

import re
from collections.abc import Iterator

from segments.brackets import is_within
from segments.split.english_words import ABBREVIATIONS, CAPITALISED, NAMES_WITH_MARKS, NUMBERED, STARTERS, TITLES

_END = re.compile(
    r"(?P<mark>(?<=\s)\.(?: \.){2,}|[.!?…‽]+)"
    r"(?P<closers>[\"'”’»)\]}*_]*)(?:\[[\d, –-]+\])*(?: ?[:;=]-?[)(DP](?=\s|$))?"
    r"(?P<space>\s+|$|(?=[“‘])|(?=[A-Z][a-z]*[ ,'’]))"
)
_FACE = re.compile(r"(?<=\s)[:;=]-?[)(DP]+\s+(?=[A-Z])")
_BRACKET = re.compile(r"[()\[\]]")
_WORD_BEFORE = re.compile(r"[^\s\"“”‘(\[{/—–-]+$")
_NEXT = re.compile(r"[\"'“‘«(\[{—–¿¡$€£¥#*_\s.…-]{0,20}(?P<word>[^\W_]+)?")
_LIST_MARK = re.compile(r"\s*[•⁃*·-]?\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]+\s*")
_FIRST_MARK = re.compile(r"\s*(?P<bullet>[•⁃*·-]?\s?)(?P<number>1?\d|[a-h])(?P<close>\.\)|[.)])\s")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}$")
_QUOTES = tuple('"“‘')
_BEGINNINGS = tuple('"“‘([')


def sentence_ends(text: str) -> list[int]:
    """Give the offsets where sentences of an English paragraph end, white space after them included, in order."""
    brackets = _inner_brackets(text)
    ends = [0]
    for found in _candidates(text):
        if is_within(brackets, found.start()) or found.end() in {ends[-1], len(text)}:
            continue
        if "mark" not in found.re.groupindex or _ends_sentence(text, ends[-1], found):
            ends.append(found.end())
    return ends[1:]


def _candidates(text: str) -> list[re.Match[str]]:
    """Give the places where a sentence may end, in order: at its mark, before a list mark, behind a face."""
    found = [*_END.finditer(text), *_list_marks(text), *_FACE.finditer(text)]
    return sorted(found, key=re.Match.end)


def _list_marks(text: str) -> Iterator[re.Match[str]]:
    """Give the white space before each mark that counts on from the one with which the paragraph begins."""
    first = _FIRST_MARK.match(text)
    while first:
        number = first["number"]
        following = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        mark = re.compile(rf"\s+(?={re.escape(first['bullet'])}{following}{re.escape(first['close'])}\s)")
        found = mark.search(text, first.end())
        if found:
            yield found
        first = _FIRST_MARK.match(text, found.end()) if found else None


def _inner_brackets(text: str) -> list[tuple[int, int]]:
    """Give the round and square brackets that open inside a sentence, from the opening to the closing mark."""
    found: list[tuple[int, int]] = []
    opening = depth = 0
    for mark in _BRACKET.finditer(text):
        if mark.group() in "([":
            opening = mark.start() if depth == 0 else opening
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not _opens_a_sentence(text, opening):
                found.append((opening, mark.start()))
    return found


def _opens_a_sentence(text: str, opening: int) -> bool:
    before = text[max(opening - 20, 0) : opening].rstrip()
    return not before or before[-1] in '.!?…”"’'


def _ends_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the mark ends a sentence, by what stands before and behind it."""
    if found["mark"] == ". . ." or _LIST_MARK.fullmatch(text, start, found.end()):
        return False
    following = _NEXT.match(text, found.end())
    word = (following["word"] or "") if following else ""
    opening = text[found.end()]
    if not found["space"] and opening not in _QUOTES:
        return word.lower() in STARTERS and text[found.start() - 3 : found.start()].islower()
    if found["mark"] == "." and not found["closers"]:
        return _ends_at_stop(text, start, found.start(), word, opening)
    return _ends_at_other_mark(text, found, word, opening)


def _ends_at_other_mark(text: str, found: re.Match[str], word: str, opening: str) -> bool:
    """Tell whether an exclamation, a question, an ellipsis, or a stop with closing marks behind it ends a sentence."""
    if word[:1].islower():
        return _ends_before_small_letter(text, found, opening)
    if found["mark"][-1] in "….":
        return word[:1].isupper() or opening in _QUOTES or bool(found["closers"] and word)
    return bool(word) or opening in _BEGINNINGS


def _ends_before_small_letter(text: str, found: re.Match[str], opening: str) -> bool:
    """Tell whether `!` or `?` ends a sentence although a small letter follows, as careless writers have it."""
    if found["mark"][-1] not in "!?" or found["closers"] or not opening.islower():
        return False
    last = _word_before(text, 0, found.start())
    return last.islower() and last not in NAMES_WITH_MARKS


def _ends_at_stop(text: str, start: int, stop: int, word: str, opening: str) -> bool:
    """Tell whether a single full stop ends a sentence, by the word before it and the word behind it."""
    last = _word_before(text, start, stop)
    known = last.lower()
    starter = word.lower() in STARTERS
    if not word:
        return opening in _BEGINNINGS
    if word[0].islower() or known in TITLES:
        return False
    if known in NUMBERED and not _INITIAL.match(last):
        return not word[0].isdigit()
    if known in ABBREVIATIONS or last in CAPITALISED or _DOTTED.match(last) or _INITIAL.match(last):
        return starter or opening in _QUOTES
    return True


def _word_before(text: str, start: int, end: int) -> str:
    found = _WORD_BEFORE.search(text, max(end - 40, start), end)
    return found.group() if found else ""
