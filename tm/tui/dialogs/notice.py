"""A notice: something to read, and Enter."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tm.tui.look import shown

DIALOG_CSS = """
    align: center middle;
    & > .dialog {
        width: 72; max-width: 95%; height: auto; max-height: 90%;
        padding: 1 2; background: $surface; border: round $border;
    }
    & .dialog-title { text-style: bold; margin-bottom: 1; }
    & .dialog-keys { color: $text-muted; margin-top: 1; }
"""


class NoticeDialog(ModalScreen[None]):
    """Says something; any of Enter, Escape and Space closes it."""

    DEFAULT_CSS = f"NoticeDialog {{ {DIALOG_CSS} }}"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space", "dismiss", "Close", show=False)]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog"):
            yield Static(shown(self._title), classes="dialog-title")
            yield Static(shown(self._text))
            yield Static(shown("Enter closes this."), classes="dialog-keys")
