"""Foreign text made fit for a screen: control characters and bidi overrides become visible pictures.

A terminal obeys what it is sent. An ESC in a source could clear the screen, and a right-to-left override could show a
sentence backwards. What is stored stays as it was; only what is shown goes through here. Each character becomes exactly
one character one cell wide, so that offsets into the text hold for what is shown.
"""

_PICTURES = 0x2400  # the block "Control Pictures" has a picture for each C0 character, in their order
_C1 = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"

_BIDI = {
    "\N{LEFT-TO-RIGHT MARK}": "⇀",
    "\N{RIGHT-TO-LEFT MARK}": "↼",
    "\N{ARABIC LETTER MARK}": "↽",
    "\N{LEFT-TO-RIGHT EMBEDDING}": "↦",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "↤",
    "\N{POP DIRECTIONAL FORMATTING}": "↥",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "⇉",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "⇇",
    "\N{LEFT-TO-RIGHT ISOLATE}": "⇾",
    "\N{RIGHT-TO-LEFT ISOLATE}": "⇽",
    "\N{FIRST STRONG ISOLATE}": "⇿",
    "\N{POP DIRECTIONAL ISOLATE}": "⇡",
}

_SHOWN = str.maketrans(
    {chr(code): chr(_PICTURES + code) for code in range(0x20)}
    | {chr(code): _C1 for code in range(0x80, 0xA0)}
    | {chr(code): "\N{REPLACEMENT CHARACTER}" for code in range(0xD800, 0xE000)}
    | {
        "\x7f": "\N{SYMBOL FOR DELETE}",
        "\N{LINE SEPARATOR}": "\N{SYMBOL FOR NEWLINE}",
        "\N{PARAGRAPH SEPARATOR}": "\N{PILCROW SIGN}",
    }
    | _BIDI
)


def visible(text: str, *, keep: str = "") -> str:
    """Give a text of the same length that a terminal shows and does not obey.

    C0 characters and DEL become their pictures (ESC: `␛`, tab: `␉`), C1 characters `␦`, bidi controls arrows, line and
    paragraph separators `␤` and `¶`, lone surrogates `�`. Characters in `keep` stay as they are.
    """
    if text.isprintable():
        return text
    if not keep:
        return text.translate(_SHOWN)
    return "".join(each if each in keep else each.translate(_SHOWN) for each in text)
