"""Which of our two languages a text is in, judged by its letters."""

import re

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々]")
_LATIN = re.compile("[A-Za-z]")


def language_of(text: str) -> str:
    """Give `ja` where kana and kanji make up a fifth of the letters or more, else `en`."""
    japanese = len(_JAPANESE.findall(text))
    latin = len(_LATIN.findall(text))
    return "ja" if japanese * 4 >= latin and japanese else "en"
