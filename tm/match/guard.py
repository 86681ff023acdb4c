"""Guards: differences that matter more than their size, and that a high score must not hide."""

import re
from collections import Counter

from segments.fold import fold

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def concerns(held: str, wanted: str, lang: str) -> list[str]:
    """Name what a translator must look at before taking over the target of a held source for the wanted one.

    Args:
        held: The source of a unit.
        wanted: The source to translate.
        lang: The language of both.

    Returns:
        Plain sentences, none where nothing was found.
    """
    return [sentence for sentence in [_number_concern(held, wanted, lang)] if sentence]


def _number_concern(held: str, wanted: str, lang: str) -> str:
    in_held, in_wanted = _numbers(held, lang), _numbers(wanted, lang)
    if in_held == in_wanted:
        return ""
    return f"Numbers differ: {_listed(in_held - in_wanted)} in the memory, {_listed(in_wanted - in_held)} here."


def _numbers(text: str, lang: str) -> Counter[str]:
    return Counter(number.replace(",", "") for number in _DIGITS.findall(fold(text, lang)))


def _listed(numbers: Counter[str]) -> str:
    return " and ".join(numbers.elements()) or "none"
