"""Names in WordprocessingML (ECMA-376 Part 1), the same for its transitional and its strict form."""

from functools import lru_cache

from segments.xml import Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}


def name_of(element: Element) -> str:
    """Give an element's name as `w:p`, whatever the file calls the namespace; empty for comments and the like."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Give the value of an attribute named as `w:val`, or an empty string."""
    return next((str(value) for key, value in element.attrib.items() if _short(str(key)) == name), "")


def child(element: Element | None, *names: str) -> Element | None:
    """Go down from an element by the names of children; None where one is missing."""
    for name in names:
        element = None if element is None else next((inner for inner in element if name_of(inner) == name), None)
    return element


def value(element: Element | None, *names: str) -> str:
    """Give the `w:val` of what `child` finds, or an empty string."""
    found = child(element, *names)
    return "" if found is None else attribute(found, "w:val")


def sibling_tag(element: Element, local: str) -> str:
    """Give the full tag of another element of the namespace that an element is in."""
    return f"{str(element.tag).rpartition('}')[0]}}}{local}"


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace.removeprefix('{'), '')}:{local}" if namespace else local
