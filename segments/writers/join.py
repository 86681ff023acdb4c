"""From segments back to paragraphs: the targets of a paragraph's segments become its target."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from segments.language import same_language
from segments.model import CodedText
from segments.writers.fit import fit_codes


def join_targets(segments: Iterable[tuple[CodedText, CodedText | str]], lang: str) -> CodedText | None:
    """Give the target of a paragraph; None when none of its segments is translated, so that it stays as it stands.

    Args:
        segments: The source and the target of each of its segments, in order; where the target is empty the source stays.
        lang: The language of the targets: sentences are parted by a space, in Japanese by nothing.
    """
    pairs = list(segments)
    if not any(_plain(target) for _, target in pairs):
        return None
    return _joined((fit_codes(source, target) if _plain(target) else source for source, target in pairs), lang)


def _plain(target: CodedText | str) -> str:
    return (target if isinstance(target, str) else target.plain).strip()


def _joined(texts: Iterator[CodedText], lang: str) -> CodedText:
    joined = next(texts)
    for text in texts:
        plain = joined.plain + ("" if same_language(lang, "ja") else " ")
        moved = (replace(code, offset=code.offset + len(plain)) for code in text.codes)
        joined = CodedText(plain + text.plain, (*joined.codes, *moved))
    return joined
