"""Words that glossary formats have for the same things: status, part of speech, language."""

import re
from collections.abc import Mapping, Sequence

from glossary.model import TermStatus

_STATUS_WORDS: Mapping[TermStatus, str] = {
    TermStatus.PREFERRED: "preferred approved standardized legal regulated",
    TermStatus.ADMITTED: "admitted provisional",
    TermStatus.FORBIDDEN: "deprecated superseded notrecommended obsolete nonstandard forbidden prohibited",
}
_STATUS_OF = {word: status for status, words in _STATUS_WORDS.items() for word in words.split()}
_STATUS_ENDINGS = re.compile(r"(?:term)?(?:admnsts)?$")

_PART_WORDS: Mapping[str, str] = {
    "noun": "noun n 名詞 普通名詞 サ変名詞 名",
    "properNoun": "propernoun 固有名詞 人名 地名 固名",
    "verb": "verb v 動詞 動",
    "adjective": "adjective adj 形容詞 形容動詞 形状詞 形",
    "adverb": "adverb adv 副詞 副",
    "sentence": "sentence phrase 文 句",
}
_PART_OF = {word: part for part, words in _PART_WORDS.items() for word in words.split()}

_LONG_CODES = {"jpn": "ja", "jp": "ja", "eng": "en"}


def status_of(word: str) -> TermStatus | None:
    """Give the status that a word of any format stands for, None for an unknown word.

    Known are the words of TBX (`preferredTerm-admn-sts`, `deprecatedTerm`), of TBX-Min (`notRecommended`) and of UTX
    (`approved`, `non-standard`). What is superseded, obsolete or not standard is forbidden.
    """
    bare = re.sub(r"[^a-z]", "", word.lower())
    return _STATUS_OF.get(bare) or _STATUS_OF.get(_STATUS_ENDINGS.sub("", bare))


def settled(statuses: Sequence[TermStatus | None]) -> list[TermStatus]:
    """Settle the statuses of a concept's terms in one language.

    A term of unknown status is preferred, or admitted where another one is said to be preferred.
    """
    default = TermStatus.ADMITTED if TermStatus.PREFERRED in statuses else TermStatus.PREFERRED
    return [status or default for status in statuses]


def part_of_speech(word: str) -> str:
    """Give the English name (`noun`, `properNoun`, `verb` …) of a part of speech, empty for an unknown one."""
    return _PART_OF.get(re.sub(r"[\s._-]", "", word).lower(), "")


def language_tag(tag: str) -> str:
    """Give a language tag as BCP 47 writes it (`JA_jp` becomes `ja-JP`, the old `jpn` becomes `ja`)."""
    primary, *others = tag.strip().replace("_", "-").split("-")
    primary = primary.lower()
    return "-".join([_LONG_CODES.get(primary, primary), *(each.upper() if len(each) == 2 else each for each in others)])


def same_language(first: str, second: str) -> bool:
    """Tell whether two tags are of the same language, subtags ignored."""
    return first.partition("-")[0].lower() == second.partition("-")[0].lower()
