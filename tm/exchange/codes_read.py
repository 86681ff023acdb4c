"""The content of a TMX `seg` as a plain string with inline codes.

TMX 1.4b, "Content markup": `bpt`, `ept`, `it`, `ph` and `ut` hold native code, which is not translated and is kept word
for word; `hi` surrounds text that is translated, so it becomes a pair of codes around that text. Of elements that TMX
does not know, those with content are read like `hi` and empty ones like `ph`.
"""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from segments.model import Code, CodedText, CodeRole
from segments.xml import Element, local_name, refuse_references
from tm.exchange.markup import attributes_of, inner_markup
from tm.exchange.tmx_rules import NATIVE

_IT_ROLES = {"begin": CodeRole.OPEN, "end": CodeRole.CLOSE}


def read_content(seg: Element) -> CodedText:
    """Read the content of a `seg`; every white space counts.

    Raises:
        InputError: It refers to an entity (`&nbsp;`) that nothing defines.
    """
    if len(seg) == 0:
        return CodedText(seg.text or "")
    refuse_references(seg)
    return _Content(seg).read()


class _Content:
    """The content of one `seg`, read element by element."""

    def __init__(self, seg: Element) -> None:
        self._seg = seg
        self._texts: list[str] = []
        self._length = 0
        self._codes: list[Code] = []
        self._pairs: list[str] = []
        self._surrounded = 0

    def read(self) -> CodedText:
        walk = etree.iterwalk(self._seg, events=("start", "end"))
        for event, element in walk:
            if event == "start" and self._start(element):
                walk.skip_subtree()
            elif event == "end" and element is not self._seg:
                self._end(element)
        return CodedText("".join(self._texts), _paired(self._codes))

    def _start(self, element: Element) -> bool:
        """Take an element's beginning in; tells whether its inside is native code."""
        if element is self._seg:
            self._text(element.text)
            return False
        name = local_name(element)
        if _is_native(element, name):
            self._codes.append(self._native(element, name))
            return True
        self._surrounded += 1
        self._pairs.append(f"{name}{self._surrounded}")
        self._codes.append(Code(self._length, CodeRole.OPEN, self._pairs[-1], name, attributes_of(element)))
        self._text(element.text)
        return False

    def _end(self, element: Element) -> None:
        name = local_name(element)
        if not _is_native(element, name):
            self._codes.append(Code(self._length, CodeRole.CLOSE, self._pairs.pop(), name))
        self._text(element.tail)

    def _native(self, element: Element, name: str) -> Code:
        role = CodeRole.STANDALONE
        pair = ""
        if name in {"bpt", "ept"}:
            role = CodeRole.OPEN if name == "bpt" else CodeRole.CLOSE
            pair = element.get("i", "")
        elif name == "it":
            role = _IT_ROLES.get(element.get("pos", ""), role)
        return Code(self._length, role, pair, name, attributes_of(element), inner_markup(element))

    def _text(self, text: str | None) -> None:
        if text:
            self._texts.append(text)
            self._length += len(text)


def _is_native(element: Element, name: str) -> bool:
    if name in {"hi", "sub"}:
        return False
    return name in NATIVE or (len(element) == 0 and not element.text)


def _paired(codes: Sequence[Code]) -> tuple[Code, ...]:
    """Take the pair from opening and closing codes whose partner is not there."""
    opened = {code.pair for code in codes if code.role is CodeRole.OPEN}
    closed = {code.pair for code in codes if code.role is CodeRole.CLOSE}
    both = opened & closed
    return tuple(code if not code.pair or code.pair in both else replace(code, pair="") for code in codes)
