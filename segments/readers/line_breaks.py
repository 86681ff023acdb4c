"""Line breaks inside a paragraph: between Japanese characters they are nothing, between words a space."""

import unicodedata


def parts_words(before: str, after: str) -> bool:
    """Tell whether a line break between two characters parts words.

    It does not between two wide characters, or a wide one and one whose width depends on its surroundings, such as a
    dash or a quotation mark (after CSS Text 3, 4.1.3, which knows the first case only).
    """
    widths = {_width(before), _width(after)}
    return "wide" not in widths or "narrow" in widths


def _width(character: str) -> str:
    """Give `wide`, `ambiguous` or `narrow`; Hangul parts words with spaces and counts as narrow."""
    if unicodedata.name(character, "").startswith("HANGUL"):
        return "narrow"
    return {"W": "wide", "F": "wide", "H": "wide", "A": "ambiguous"}.get(
        unicodedata.east_asian_width(character), "narrow"
    )
