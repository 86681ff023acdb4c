"""Bytes to text: the encoding is detected, or taken as told; what is not text is refused.

A byte order mark decides; then the escape sequences of ISO-2022-JP; then valid UTF-8; then whichever of UTF-16, cp932,
EUC-JP and Windows-1252 gives the most plausible text. Shift_JIS is always read as cp932, which has the characters that
NEC and IBM added. A guess that is not plausible is no guess: the file is refused and the user names the encoding.
"""

import codecs
import re

from segments.errors import InputError
from segments.storable import refuse_unstorable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip package (such as DOCX, XLSX or ODT)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_JIS_ESCAPE = re.compile(rb"\x1b\$[@B]|\x1b\(J")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_CONTROL = re.compile(rb"[\x01-\x08]")
_UTF16 = ("utf-16-le", "utf-16-be")
_SAMPLE = 20_000
_PLAUSIBLE = 0.7

_LIKELY_JAPANESE = re.compile("[ぁ-んァ-ヶー、。「」『』（）！？・…０-９Ａ-Ｚａ-ｚ　]")
_POSSIBLY_JAPANESE = re.compile("[一-龥々〆]")
_LIKELY_LATIN = re.compile("[“”‘’–—…•©®°£€§éèêëàâäáãåçñöôóòøüúùûíîïßæÉÈÀÄÅÇÑÖØÜ\xa0]")
_IMPLAUSIBLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ud800-\uf8ff]")


def read_bytes(data: bytes, *, encoding: str | None = None, place: str = "The text") -> tuple[str, str]:
    """Decode a file's bytes; give the text without byte order mark, and the name of the encoding.

    Args:
        data: The bytes, whole.
        encoding: The encoding when the user knows it; None detects it.
        place: What to call the bytes in an error message, such as the file's name.

    Raises:
        InputError: The bytes are empty, no text, not in the encoding named, or hold a NUL or a lone surrogate.
    """
    name = _known_encoding(encoding, place) if encoding else _detect(data, place)
    try:
        text = _decode(data, name)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{place}: byte {error.start + 1} is no valid {_public(name)}. Check the encoding, or leave it to be detected."
        ) from error
    except UnicodeError as error:
        raise InputError(f"{place}: this is no valid {_public(name)} ({error}). Check the encoding.") from error
    text = text.removeprefix("\ufeff")
    if not text:
        raise InputError(f"{place}: the file is empty. Choose a file that has text.")
    return refuse_unstorable(text, place), _public(name)


def _known_encoding(encoding: str, place: str) -> str:
    """Give Python's name of an encoding of text."""
    try:
        name = codecs.lookup(encoding).name
        b"".decode(name)
    except LookupError:
        raise InputError(
            f"{place}: there is no encoding {encoding!r}. Known are utf-8, utf-16, cp932, euc-jp, iso-2022-jp and others."
        ) from None
    return {"shift_jis": "cp932", "utf-8": "utf-8-sig", "iso2022_jp": "iso2022_jp_ext"}.get(name, name)


def _public(name: str) -> str:
    """Give the name under which an encoding is reported."""
    return {"utf-8-sig": "utf-8", "iso2022_jp_ext": "iso-2022-jp", "euc_jp": "euc-jp"}.get(name, name)


def _detect(data: bytes, place: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    for signature, what in _NOT_TEXT:
        if data.startswith(signature) and (len(signature) > 2 or b"\0" in data[:512]):
            raise InputError(f"{place}: this is {what}, not plain text. Save its text to a file and take that.")
    if _JIS_ESCAPE.search(data) and _decodes(data, "iso2022_jp_ext"):
        return "iso2022_jp_ext"
    if not _looks_like_utf16(data) and (_decodes(data, "utf-8") or _is_damaged_utf8(data)):
        return "utf-8"
    return _most_plausible(data, place)


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether hardly a byte is wrong for UTF-8: then it is named, and no other encoding is guessed."""
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    right = len(_MULTIBYTE.findall(data))
    return wrong * 10 < right


def _decode(data: bytes, name: str) -> str:
    """Decode strictly, but let lone surrogates through, which are refused with their place later."""
    return data.decode(name, "surrogatepass" if name.startswith("utf") else "strict")


def _decodes(data: bytes, name: str) -> bool:
    try:
        _decode(data, name)
    except UnicodeError:
        return False
    return True


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether NULs stand at every other byte, as in Latin text, or whether control bytes make sense in UTF-16 only."""
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if max(odd, even) > len(sample) // 8:
        return min(odd, even) * 8 < max(odd, even)
    return bool(_CONTROL.search(sample)) and max(_plausibility(data, name) for name in _UTF16) >= _PLAUSIBLE


def _most_plausible(data: bytes, place: str) -> str:
    scores = {name: _plausibility(data, name) for name in ("cp932", "euc_jp", *_UTF16, "cp1252")}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _PLAUSIBLE:
        raise InputError(
            f"{place}: this is not text in an encoding that can be recognised. If it is text, name its encoding."
        )
    return best


def _plausibility(data: bytes, name: str) -> float:
    """Say how much of what is not ASCII reads as usual Japanese or Western characters, 0 to 1."""
    try:
        text = _decode(data, name)[:_SAMPLE]
    except UnicodeError:
        return 0.0
    foreign = [character for character in text if character > "\x7f"]
    if _IMPLAUSIBLE.search(text):
        return 0.0
    if name.startswith("utf-16") and not foreign:
        return 1.0
    if name == "cp1252":
        return len(_LIKELY_LATIN.findall(text)) / max(len(foreign), 1) * 0.95
    likely, possible = len(_LIKELY_JAPANESE.findall(text)), len(_POSSIBLY_JAPANESE.findall(text))
    return (likely + min(possible, 3 * likely)) / max(len(foreign), 1)
