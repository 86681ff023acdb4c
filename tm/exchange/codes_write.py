"""A plain string with inline codes as the content of a TMX 1.4b `seg`.

Codes that came from a TMX become what they were. Those of other formats become `bpt` and `ept` where they have a partner,
`it` where they lack one, and `ph` where they stand alone.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from segments.model import Code, CodeRole
from segments.xml import Element, local_name, parse_fragment
from tm.exchange.markup import attributes_markup, attributes_of, escape
from tm.exchange.tmx_rules import CONTENT, NATIVE, REQUIRED, allowed

_POSITIONS = {CodeRole.OPEN: "begin", CodeRole.CLOSE: "end"}


def content_markup(plain: str, codes: Sequence[Code]) -> str:
    """Write a text with its codes as the content of a `seg`."""
    if not codes:
        return escape(plain)
    pieces: list[str] = []
    done = 0
    for code, markup in zip(codes, _markups(codes), strict=True):
        pieces += (escape(plain[done : code.offset]), markup)
        done = max(done, code.offset)
    return "".join((*pieces, escape(plain[done:])))


def _markups(codes: Sequence[Code]) -> Iterator[str]:
    surrounding = _nested(codes)
    numbers = _Numbers(codes)
    for place, code in enumerate(codes):
        if code.element in NATIVE:
            yield _native(code, numbers)
        elif place in surrounding:
            yield f"<hi{_attributes('hi', code.attributes)}>" if code.role is CodeRole.OPEN else "</hi>"
        else:
            yield _foreign(code, numbers)


def _nested(codes: Sequence[Code]) -> set[int]:
    """Give the places of the `hi` codes that stand properly one inside the other; an edit may have crossed some."""
    surrounding: set[int] = set()
    opened: list[int] = []
    for place, code in enumerate(codes):
        if code.element not in {"hi", "sub"}:
            continue
        if code.role is CodeRole.OPEN:
            opened.append(place)
        elif code.role is CodeRole.CLOSE and any(codes[one].pair == code.pair for one in opened):
            while codes[opened[-1]].pair != code.pair:
                opened.pop()
            surrounding |= {opened.pop(), place}
    return surrounding


class _Numbers:
    """Numbers for the attribute `i`, which joins a `bpt` with its `ept`: none that the text has already."""

    def __init__(self, codes: Sequence[Code]) -> None:
        taken = {value for code in codes for name, value in code.attributes if name == "i"}
        self._free = (str(number) for number in count(1) if str(number) not in taken)
        self._given: dict[tuple[str, str], str] = {}

    def of(self, code: Code) -> str:
        """Give the number of a code and its partner."""
        key = (code.element, code.pair)
        if key not in self._given:
            self._given[key] = next(self._free)
        return self._given[key]


def _native(code: Code, numbers: _Numbers) -> str:
    required = REQUIRED.get(code.element)
    attributes = _attributes(code.element, code.attributes)
    if required and not any(name == required and allowed(code.element, name, value) for name, value in code.attributes):
        value = numbers.of(code) if required == "i" else _POSITIONS.get(code.role, "begin")
        attributes = attributes_markup([(required, value)]) + attributes
    return _element(code.element, attributes, _native_content(code.element, code.data))


def _foreign(code: Code, numbers: _Numbers) -> str:
    """Write a code of another format; where it has no native content, its own tag is that."""
    data = escape(code.data or _tag(code))
    if code.role is CodeRole.STANDALONE:
        return _element("ph", "", data)
    if not code.pair or code.element in {"hi", "sub"}:
        return _element("it", attributes_markup([("pos", _POSITIONS[code.role])]), data)
    name = "bpt" if code.role is CodeRole.OPEN else "ept"
    return _element(name, attributes_markup([("i", numbers.of(code))]), data)


def _tag(code: Code) -> str:
    if code.role is CodeRole.CLOSE:
        return f"</{code.element}>"
    end = "/>" if code.role is CodeRole.STANDALONE else ">"
    return f"<{code.element}{attributes_markup(code.attributes)}{end}"


def _element(name: str, attributes: str, content: str) -> str:
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def _attributes(element: str, attributes: Sequence[tuple[str, str]]) -> str:
    return attributes_markup([(name, value) for name, value in attributes if allowed(element, name, value)])


# The same few codes come again and again in a memory.
@lru_cache(maxsize=4096)
def _native_content(element: str, data: str) -> str:
    """Give native content as markup: word for word when it is that already, else escaped."""
    if "<" not in data and "&" not in data:
        return escape(data)
    content = parse_fragment(data)
    return data if content is not None and _fits(content, element) else escape(data)


def _fits(content: Element, element: str) -> bool:
    """Tell whether TMX 1.4b lets the parsed content, with all elements in it, stand in an element."""
    return all(
        _may_stand(child, element if parent is content else local_name(parent))
        for parent in content.iter()
        for child in parent
    )


def _may_stand(child: Element, parent: str) -> bool:
    name = local_name(child)
    return (
        name in CONTENT[parent]
        and all(allowed(name, *attribute) for attribute in attributes_of(child))
        and REQUIRED.get(name) in {None, *child.keys()}
    )
