"""Splitting: a paragraph becomes sentences, and not one character of it changes."""

import re

from segments.split import english, japanese

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々。]")


def split_paragraph(text: str, lang: str) -> list[str]:
    """Split a paragraph into its sentences; joined, they are the paragraph.

    White space between two sentences stands at the end of the first. A paragraph without any Japanese character is
    split by the English rules, whatever the language of its document.

    Args:
        text: The paragraph; an empty one has no sentences.
        lang: Language of the document (`ja`, `en`, subtags allowed).
    """
    ends = [*sentence_ends(text, lang), len(text)]
    starts = [0, *ends]
    return [text[start:end] for start, end in zip(starts, ends, strict=False) if start < end]


def sentence_ends(text: str, lang: str) -> list[int]:
    """Give the offsets inside a paragraph where one sentence ends and the next begins; one has a letter or a digit."""
    rules = japanese if lang[:2].lower() == "ja" and _JAPANESE.search(text) else english
    last = next((place for place in range(len(text) - 1, -1, -1) if text[place].isalnum()), 0)
    return [end for end in rules.sentence_ends(text) if 0 < end <= last]
