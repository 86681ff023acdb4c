"""Strings to XML and elements to strings, so that each comes back as it was."""

import re
from collections.abc import Iterable
from typing import cast

from lxml import etree

from segments.xml import Element, local_name, refuse_references

Attributes = tuple[tuple[str, str], ...]

XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"

_SPECIAL = re.compile("[&<>\r]")
_SPECIAL_IN_ATTRIBUTE = re.compile('[&<>"\t\n\r]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_TEXT = str.maketrans(_ESCAPES)
# A parser turns the plain white space of an attribute into spaces.
_ATTRIBUTE = str.maketrans({**_ESCAPES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def escape(text: str) -> str:
    """Write a text as the content of an element."""
    return text.translate(_TEXT) if _SPECIAL.search(text) else text


def attributes_markup(attributes: Iterable[tuple[str, str]]) -> str:
    """Write attributes, each with a space before it."""
    return "".join(f' {name}="{_quoted(value)}"' for name, value in attributes)


def attributes_of(element: Element) -> Attributes:
    """Give the attributes of an element in their order; those of XML itself as `xml:lang`, of others as `{uri}name`."""
    # The stubs still think of the bytes of Python 2.
    pairs = cast("list[tuple[str, str]]", element.items())
    return tuple((name if name[0] != "{" else name.replace(XML_NAMESPACE, "xml:"), value) for name, value in pairs)


def outer_markup(element: Element) -> str:
    """Write an element with all that is in it, without its namespaces; its content is taken out of it."""
    refuse_references(element)
    for one in element.iter("{*}*"):
        one.tag = local_name(one)
    # Where it stands, it would be written with the namespaces that its file declares.
    alone = etree.Element(local_name(element))
    for name, value in element.items():
        alone.set(name, value)
    alone.text = element.text
    alone.extend(list(element))
    etree.cleanup_namespaces(alone)
    return etree.tostring(alone, encoding="unicode")


def inner_markup(element: Element) -> str:
    """Write what is in an element; texts are escaped as `escape` does it."""
    if len(element) == 0:
        return escape(element.text or "")
    markup = outer_markup(element)
    return markup[markup.index(">") + 1 : markup.rindex("<")]


def _quoted(value: str) -> str:
    return value.translate(_ATTRIBUTE) if _SPECIAL_IN_ATTRIBUTE.search(value) else value
