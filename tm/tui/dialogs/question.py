"""Questions: one to answer with a line of text, one with yes or no, one by choosing from a list."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from tm.tui.dialogs.notice import DIALOG_CSS
from tm.tui.look import shown


class LineDialog(ModalScreen[str | None]):
    """Asks for a line of text; None when the user thinks better of it."""

    DEFAULT_CSS = f"LineDialog {{ {DIALOG_CSS} }}"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Leave it", show=False)]

    def __init__(self, question: str, *, hint: str = "", digits: bool = False) -> None:
        super().__init__()
        self._question = question
        self._hint = hint
        self._digits = digits

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog"):
            yield Static(shown(self._question), classes="dialog-title")
            yield Input(placeholder=self._hint, type="integer" if self._digits else "text")
            yield Static(shown("Enter answers, Esc leaves it."), classes="dialog-keys")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        """Close with the answer."""
        self.dismiss(event.value)


class YesNoDialog(ModalScreen[bool]):
    """Asks whether to go on."""

    DEFAULT_CSS = f"YesNoDialog {{ {DIALOG_CSS} }}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "dismiss(True)", "Yes", show=False),
        Binding("escape,n", "dismiss(False)", "No", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog"):
            yield Static(shown(self._question))
            yield Static(shown("Enter or Y: yes.  Esc or N: no."), classes="dialog-keys")


class ChoiceDialog(ModalScreen[int | None]):
    """Lets the user choose from a list; gives the number of the choice, from 0."""

    DEFAULT_CSS = f"ChoiceDialog {{ {DIALOG_CSS} & OptionList {{ height: auto; max-height: 16; }} }}"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Leave it", show=False)]

    def __init__(self, question: str, choices: Sequence[Content]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical(classes="dialog"):
            yield Static(shown(self._question), classes="dialog-title")
            yield OptionList(*self._choices)
            yield Static(shown("Enter chooses, Esc leaves it."), classes="dialog-keys")

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with the choice."""
        self.dismiss(event.option_index)
