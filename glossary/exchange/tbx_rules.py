"""What TBX-Basic allows: the rules of its schemas for data category as attribute (ISO 30042:2019, www.tbxinfo.net).

The official rules are a RELAX NG grammar and a Schematron whose expressions are XPath 2; they are written here in
Python. Rules for elements that we never write are left out: an element that is not in the tables is a fault.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from segments.errors import InputError
from segments.xml import Element, local_name, read_elements

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PARTS_OF_SPEECH = frozenset({"adjective", "noun", "other", "verb", "adverb"})
STATUSES = frozenset({"preferredTerm", "admittedTerm", "deprecatedTerm", "supersededTerm"})

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")

# What may stand in an element, written as in a DTD.
_ABOUT = "(descrip|admin|note)*"
_CONTENT: Mapping[str, re.Pattern[str]] = {
    name: re.compile(re.sub(r"\w+", r"(?:\g<0>,)", content).replace(" ", ""))
    for name, content in {
        "tbxHeader": "fileDesc",
        "fileDesc": "titleStmt? sourceDesc+",
        "titleStmt": "title note*",
        "sourceDesc": "p+",
        "conceptEntry": f"{_ABOUT} langSec+",
        "langSec": f"{_ABOUT} termSec+",
        "termSec": f"term termNote* {_ABOUT}",
        **dict.fromkeys(("title", "p", "term", "termNote", "descrip", "admin", "note"), ""),
    }.items()
}
_PLACE: Mapping[str, str] = {"tbxHeader": "tbx", "conceptEntry": "tbx/text/body"}
_PARTS = frozenset({"tbx", *_PLACE})
# For each data category: the element that carries it, and the sections in which it may stand.
_CATEGORIES: Mapping[str, tuple[str, frozenset[str]]] = {
    "subjectField": ("descrip", frozenset({"conceptEntry"})),
    "definition": ("descrip", frozenset({"conceptEntry", "langSec"})),
    "context": ("descrip", frozenset({"termSec"})),
    "source": ("admin", frozenset({"conceptEntry", "langSec", "termSec"})),
    "administrativeStatus": ("termNote", frozenset({"termSec"})),
    "partOfSpeech": ("termNote", frozenset({"termSec"})),
}
_VALUES: Mapping[str, frozenset[str]] = {
    "administrativeStatus": frozenset(f"{status}-admn-sts" for status in STATUSES),
    "partOfSpeech": PARTS_OF_SPEECH,
}


def tbx_faults(data: bytes) -> list[str]:
    """Say where a file breaks the rules of TBX-Basic in the style DCA, a sentence for each fault; none for a valid one.

    The file is read concept after concept, in constant memory. What stands around the concepts is looked at only in
    so far as they, and the header, must be in their places.
    """
    faults: list[str] = []
    ids: Counter[str] = Counter()
    concepts = 0
    try:
        for event, element in read_elements(io.BytesIO(data), ("tbx",), _PARTS):
            name = local_name(element)
            if event == "start":
                faults += _root_faults(element) if name == "tbx" else ()
            elif name in _PLACE:
                faults += _place_faults(element, name)
                concepts += name == "conceptEntry"
                ids.update(each.get("id", "") for each in element.iter() if "id" in each.attrib)
    except InputError as error:
        return [*faults, str(error)]
    repeated = [f"Two elements have the id '{name}'." for name, count in ids.items() if count > 1]
    return faults + repeated + ([] if concepts else ["There is no <conceptEntry>."])


def _place_faults(element: Element, name: str) -> Iterator[str]:
    path = "/".join(_name(each) for each in reversed(list(element.iterancestors())))
    if path != _PLACE[name]:
        yield f"Line {element.sourceline}: <{name}> does not stand in {_PLACE[name]}."
    for each in element.iter():
        yield from (f"Line {each.sourceline}: {fault}." for fault in _faults(each))


def _root_faults(root: Element) -> Iterator[str]:
    if root.tag != f"{{{NAMESPACE}}}tbx":
        yield "The outermost element is not <tbx> of TBX version 3."
    if root.get("type") != "TBX-Basic" or root.get("style") != "dca":
        yield "The outermost element does not say type='TBX-Basic' and style='dca'."
    if not root.get(XML_LANG):
        yield "The outermost element has no xml:lang."


def _faults(element: Element) -> Iterator[str]:
    name = _name(element)
    content = _CONTENT.get(name)
    if content is None:
        yield f"<{name}> is not allowed here"
        return
    if not content.fullmatch("".join(f"{_name(child)}," for child in element)):
        yield f"what stands in <{name}>, or its order, is not allowed"
    if name == "langSec" and XML_LANG not in element.attrib:
        yield "<langSec> has no xml:lang"
    if not _LANGUAGE.fullmatch(element.get(XML_LANG, "en")):
        yield f"'{element.get(XML_LANG)}' is no language"
    if name in {"descrip", "admin", "termNote"}:
        yield from _category_faults(element, name)


def _category_faults(element: Element, name: str) -> Iterator[str]:
    category = element.get("type", "")
    carrier, sections = _CATEGORIES.get(category, ("", frozenset[str]()))
    parent = element.getparent()
    if carrier != name:
        yield f"<{name}> cannot have the type '{category}'"
    elif parent is not None and _name(parent) not in sections:
        yield f"{category} cannot stand in <{_name(parent)}>"
    elif category in _VALUES and element.text not in _VALUES[category]:
        yield f"'{element.text}' is no value of {category}"


def _name(element: Element) -> str:
    """Give the name of an element of TBX; what is in another namespace, or no element, keeps what makes it foreign."""
    return str(element.tag).removeprefix(f"{{{NAMESPACE}}}")
