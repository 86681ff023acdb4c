"""Languages: which of our two a text is in, and whether two tags mean the same one."""

import re
from functools import lru_cache

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々]")
_LATIN = re.compile("[A-Za-z]")


def language_of(text: str) -> str:
    """Give `ja` where kana and kanji make up a fifth of the letters or more, else `en`."""
    japanese = len(_JAPANESE.findall(text))
    latin = len(_LATIN.findall(text))
    return "ja" if japanese * 4 >= latin and japanese else "en"


@lru_cache(maxsize=256)
def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, subtags aside and without regard to case (BCP 47; `ja_JP` is met too)."""
    return one.lower().replace("_", "-").split("-")[0] == other.lower().replace("_", "-").split("-")[0]
