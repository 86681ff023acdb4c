"""The terms found in the active segment, with what to call them."""

from collections.abc import Sequence

from textual.content import Content

from glossary.model import Term, TermStatus
from tm.tui.actions import TERM_KEYS
from tm.tui.look import MUTED, shown
from tm.tui.widgets.text_pane import Block, TextPane
from tm.workbench import TermHit


class TermsPane(TextPane):
    """Terms in the order of the source, one of them selected: preferred rendering, others, what is forbidden."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes="pane")
        self.border_title = "Terms"
        self._hits: list[TermHit] = []
        self._lang = ""
        self._chosen = 0

    def show_terms(self, hits: Sequence[TermHit], lang: str) -> None:
        """Show the terms found, each concept once, with their renderings in a language."""
        self._hits = list({hit.concept.id: hit for hit in reversed(hits)}.values())[::-1]
        self._lang, self._chosen = lang, 0
        self._draw()

    @property
    def chosen(self) -> str:
        """The rendering of the selected term; empty when there is none."""
        return self.numbered(self._chosen + 1)

    def numbered(self, number: int) -> str:
        """Give the rendering of a term by its number, from 1."""
        return self._hits[number - 1].rendering if 1 <= number <= len(self._hits) else ""

    def choose(self, step: int) -> None:
        """Select a term above or below."""
        self._chosen = max(0, min(self._chosen + step, len(self._hits) - 1))
        self._draw()

    def _draw(self) -> None:
        self.border_title = f"Terms {len(self._hits)}" if self._hits else "Terms"
        blocks = [self._term_block(number, hit) for number, hit in enumerate(self._hits)]
        follow = (self._chosen, self._chosen + 1) if blocks else None
        self.show(blocks or [Block(Content.styled("No terms here.", MUTED))], follow=follow)

    def _term_block(self, number: int, hit: TermHit) -> Block:
        pointer = "▸" if number == self._chosen else " "
        key = TERM_KEYS[number].upper() if number < len(TERM_KEYS) else " "
        renderings = [_rendering(term, term.text == hit.rendering) for term in hit.concept.in_language(self._lang)]
        listed = Content(", ").join(renderings) if renderings else shown("(no rendering)", MUTED)
        return Block(Content.assemble((f"{pointer}{key} ", "bold"), shown(hit.hit.term.text), " → ", listed), hang=3)


def _rendering(term: Term, wanted: bool) -> Content:  # noqa: FBT001 (a style, not a switch)
    if term.status is TermStatus.FORBIDDEN:
        return shown(f"✗not: {term.text}", "strike $text-error")
    return shown(term.text, "bold" if wanted else "")
