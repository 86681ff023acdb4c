"""The markup of an HTML text by its places: tags, comments, and elements whose content is not for translators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MARKUP = re.compile(
    r"""
    <!--(?:>|.*?(?:-->|\Z))
  | <!\[CDATA\[.*?(?:\]\]>|\Z)
  | <[!?][^>]*+(?:>|\Z)
  | <(?P<closing>/?)(?P<name>[A-Za-z][^\s/>]*+)
     (?P<attributes>(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))|[^>])*+)(?:>|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_UNTRANSLATED = re.compile(
    r"""\stranslate\s*=\s*["']?no\b|\sclass\s*=\s*(?:"[^"]*|'[^']*|)\bnotranslate\b""", re.IGNORECASE
)
# Their content is characters up to the closing tag, whatever it looks like.
_RAW = frozenset(
    "iframe noembed noframes noscript script style textarea xmp".split()  # noqa: SIM905 (a name a line would fill the page)
)
_OPAQUE = _RAW | frozenset(["audio", "canvas", "map", "math", "object", "rp", "rt", "rtc", "svg", "template", "video"])
_RUBY_NOTES = frozenset(("rp", "rt", "rtc"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, a comment (without name), or an element whole, from its opening tag through its closing one."""

    name: str
    start: int
    end: int
    closing: bool = False
    whole: bool = False
    attributes: str = ""


def tags_of(text: str) -> Iterator[Tag]:
    """Give the markup of a text in its order; elements not to be translated are one piece with their content."""
    tags = list(_plain_tags(text))
    ends = _ends(tags)
    number = 0
    while number < len(tags):
        tag, (last, end) = tags[number], ends.get(number, (number, -1))
        if end >= 0 and _is_opaque(tags, number, text):
            yield replace(tag, end=end, whole=True)
        else:
            yield tag
            last = number
        number = last + 1


def _plain_tags(text: str) -> Iterator[Tag]:
    at = 0
    while found := _MARKUP.search(text, at):
        name, attributes = (found["name"] or "").lower(), found["attributes"] or ""
        tag = Tag(name, found.start(), found.end(), bool(found["closing"]), attributes.endswith("/"), attributes)
        yield tag
        at = _end_of_raw(text, tag) if name in _RAW and not tag.closing else tag.end


def _end_of_raw(text: str, tag: Tag) -> int:
    """Give the place of the closing tag of an element that holds characters only, or the end of the text."""
    found = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(text, tag.end)
    return found.start() if found else len(text)


def _ends(tags: list[Tag]) -> dict[int, tuple[int, int]]:
    """Give for the number of each opening tag the number of the last tag of its element, and the offset of its end.

    What annotates a ruby may go without a closing tag: the next annotation ends it, or the end of the ruby.
    """
    ends: dict[int, tuple[int, int]] = {}
    waiting: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        if tag.closing and waiting.get(tag.name):
            ends[waiting[tag.name].pop()] = number, tag.end
        if tag.name in _RUBY_NOTES or (tag.name == "ruby" and tag.closing):
            for opening in (opening for name in _RUBY_NOTES for opening in waiting.pop(name, [])):
                ends[opening] = number - 1, tag.start
        if tag.name and not tag.closing and not tag.whole:
            waiting.setdefault(tag.name, []).append(number)
    return ends


def _is_opaque(tags: list[Tag], number: int, text: str) -> bool:
    tag = tags[number]
    if tag.name in _OPAQUE or _UNTRANSLATED.search(tag.attributes):
        return True
    following = tags[number + 1]
    return tag.name == "pre" and following.name == "code" and not text[tag.end : following.start].strip()
