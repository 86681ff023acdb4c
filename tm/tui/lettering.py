"""Where a text may be broken, stepped through and cut, in cells of the terminal: pure functions for the widgets."""

from functools import lru_cache

import regex
from rich.cells import cell_len

from segments.visible import visible

# JIS X 4051, section 4.2 (kinsoku): what no line may begin with, and what no line may end with.
NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー―…‥）〕］｝〉》」』】〙〗〟’”｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!)]}%％‐–〜～"
)
NEVER_LAST = frozenset("（〔［｛〈《「『【〘〖〝‘“｟«｢([{￥＄$#№")

_CLUSTER = regex.compile(r"\X")
_TOKEN = regex.compile(
    r"[\p{Han}々〆ヶ]+\p{Hiragana}*"  # a word with its inflection
    r"|\p{Hiragana}+"
    r"|[\p{Katakana}ー・]+"
    r"|[\p{Latin}\p{M}\p{Nd}]+(?:['’.,-][\p{Latin}\p{M}\p{Nd}]+)*"
    r"|[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{Latin}\p{M}\p{Nd}]+"
)


def clusters(text: str) -> list[tuple[int, int]]:
    """Give the spans of what a reader takes for one character: a letter with its accents, an emoji of many parts."""
    return [found.span() for found in _CLUSTER.finditer(text)]


def cluster_before(text: str, offset: int) -> int:
    """Give where the character before an offset begins."""
    return max((start for start, _ in clusters(text) if start < offset), default=0)


def cluster_after(text: str, offset: int) -> int:
    """Give where the character at an offset ends."""
    return min((end for _, end in clusters(text) if end > offset), default=len(text))


def token_before(text: str, offset: int) -> int:
    """Give where the token before an offset begins; a token is a word, a run of one script, or of punctuation."""
    return max((found.start() for found in _TOKEN.finditer(text) if found.start() < offset), default=0)


def token_after(text: str, offset: int) -> int:
    """Give where the token at or after an offset ends."""
    return min((found.end() for found in _TOKEN.finditer(text) if found.end() > offset), default=len(text))


@lru_cache(2048)
def break_offsets(text: str, width: int) -> tuple[int, ...]:
    """Give the offsets at which a text is broken into lines of `width` cells.

    Japanese may be broken between any two characters except as kinsoku forbids, other scripts after spaces; only what
    fits no line whole is broken inside. No width, no breaks.
    """
    breaks: list[int] = []
    if width <= 0:
        return ()
    begin = allowed = cells = since_allowed = 0
    before = ""
    for start, end in clusters(text):
        cluster = text[start:end]
        size = max(cell_len(visible(cluster)), 1)
        if start > begin and _may_break(before, cluster):
            allowed, since_allowed = start, 0
        while cells + size > width and start > begin:
            begin, cells = (allowed, since_allowed) if allowed > begin else (start, 0)
            breaks.append(begin)
        cells += size
        since_allowed += size
        before = cluster
    return tuple(breaks)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end after one character and the next begin with the other."""
    if after[0].isspace() or after[0] in NEVER_FIRST or before[0] in NEVER_LAST:
        return False
    return before[0].isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(cluster: str) -> bool:
    return cell_len(cluster[0]) == 2


def fitted(text: str, width: int) -> str:
    """Give a text cut to at most `width` cells, with an ellipsis where something was cut off."""
    if cell_len(text) <= width:
        return text
    room, kept = width - 1, 0
    for start, end in clusters(text):
        room -= cell_len(text[start:end])
        if room < 0:
            break
        kept = end
    return text[:kept] + "…" if width > 0 else ""
