"""A conflict: two people changed the same segment; the user sees all three texts and chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tm.errors import ConflictError
from tm.match import differences
from tm.tui.actions import CONFLICT, bindings
from tm.tui.look import marked_differences, shown
from tm.tui.widgets.lines import KeyLine
from tm.tui.widgets.target_editor import TargetEditor
from tm.tui.widgets.text_pane import Block, TextPane

UNSEEN = 0.8
"""For so many seconds no key chooses: it was pressed before the dialog could be seen, and meant for the editor."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose: a text to store, or (None) the text that is stored."""

    text: str | None


class ConflictDialog(ModalScreen[Choice]):
    """Shows what both started from, what they stored, and what I wanted, which can be edited here.

    There is no way past it but a choice, so that no text is lost by a slip.
    """

    DEFAULT_CSS = """
    ConflictDialog {
        align: center middle;
        & > Vertical { width: 95%; height: 80%; max-height: 28; padding: 1 1 0 1; background: $surface; border: round $warning; }
        & .message { height: auto; margin: 0 1 1 1; }
        & .texts { layout: horizontal; height: 1fr; }
        & .text { width: 1fr; height: 1fr; border: round $border; border-title-color: $text; }
        & TargetEditor.text { border: round $accent; &:focus { border: round $accent; } }
        &.-narrow .texts { layout: vertical; }
        &.-narrow .text { width: 100%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONFLICT)]

    def __init__(self, conflict: ConflictError, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._conflict = conflict
        self._keys = keymap
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical():
            yield Static(shown(str(self._conflict)), classes="message")
            with Container(classes="texts"):
                for name, title in (("base", "Both began with"), ("theirs", "Theirs, stored now")):
                    pane = TextPane(id=name, classes="text")
                    pane.border_title = title
                    yield pane
                editor = TargetEditor(id="mine", classes="text")
                editor.border_title = "Mine: edit it here if you like"
                yield editor
            yield KeyLine(CONFLICT, self._keys)

    def on_mount(self) -> None:
        """Fill the three texts in."""
        base, theirs = self._conflict.base, self._conflict.theirs
        self.query_one("#base", TextPane).show([Block(shown(line)) for line in base.split("\n")])
        self.query_one("#theirs", TextPane).show([Block(marked_differences(differences(base, theirs)))])
        editor = self.query_one(TargetEditor)
        editor.load_text(self._conflict.mine)
        editor.move_cursor(editor.document.end)
        editor.focus()
        self._shown_at = monotonic()

    def action_keep_mine(self) -> None:
        """Store my text, as it stands in the editor."""
        self._choose(self.query_one(TargetEditor).text)

    def action_take_theirs(self) -> None:
        """Leave the stored text as it is."""
        self._choose(None)

    def _choose(self, text: str | None) -> None:
        if monotonic() - self._shown_at >= UNSEEN:
            self.dismiss(Choice(text))
