"""A new term: what it is called in the source language and in the target language."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from glossary.model import Concept, Term
from tm.model import Project
from tm.tui.dialogs.notice import DIALOG_CSS
from tm.tui.look import shown


class TermDialog(ModalScreen[Concept | None]):
    """Asks for a term in both languages; None when the user thinks better of it."""

    DEFAULT_CSS = f"TermDialog {{ {DIALOG_CSS} }}"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Leave it", show=False)]

    def __init__(self, project: Project, rendering: str) -> None:
        """Make the dialog; `rendering` is what stands in the target already."""
        super().__init__()
        self._langs = project.source_lang, project.target_lang
        self._rendering = rendering
        self._glossary = project.glossaries[0].name if project.glossaries else ""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog"):
            yield Static(shown(f"New term in the glossary {self._glossary}"), classes="dialog-title")
            yield Input(placeholder=f"term ({self._langs[0]})", id="term")
            yield Input(self._rendering, placeholder=f"what to call it ({self._langs[1]})", id="rendering")
            yield Static(shown("Tab goes to the other, Enter stores both, Esc leaves it."), classes="dialog-keys")

    @on(Input.Submitted)
    def store(self) -> None:
        """Close with the concept, if both are there; otherwise go to the one that is not."""
        fields = [self.query_one(f"#{name}", Input) for name in ("term", "rendering")]
        empty = [field for field in fields if not field.value.strip()]
        if empty:
            empty[0].focus()
            return
        terms = (Term(field.value.strip(), lang) for field, lang in zip(fields, self._langs, strict=True))
        self.dismiss(Concept(tuple(terms)))
