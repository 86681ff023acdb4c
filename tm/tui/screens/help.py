"""Help: every key of a screen, and what it does."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from tm.tui.actions import Action
from tm.tui.look import MARKS, shown
from tm.tui.widgets.lines import Line, shown_keys
from tm.tui.widgets.text_pane import Block, TextPane

TYPING = (
    ("Ctrl+Left, Ctrl+Right", "Go back or on by a word; Japanese goes by script and inflection."),
    ("Ctrl+Z, Ctrl+Y", "Take typing back, do it again."),
    ("Ctrl+W, Alt+Delete", "Delete the word before or after."),
    ("Shift and arrows", "Select."),
    ("Ctrl+C, Ctrl+X, Ctrl+V", "Copy, cut, paste."),
    ("Ctrl+P", "Search every action by its name."),
)
KEYS_WIDTH = 24
OWN_KEYS = (
    ("keys.toml", 'In the configuration folder: [editor] and under it confirm = "f5,ctrl+o" gives actions other keys.'),
)
READING = (
    ("[-text-]", "Only the match, or the earlier version, has it."),
    ("{+text+}", "Only your source, or the newer version, has it."),
    ("␛ ␉ ⇇", "Control characters and bidi overrides, shown as pictures and kept as they are."),
)


class HelpScreen(Screen[None]):
    """Shows the keys of the screen it was called from."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter,q", "dismiss", "Back", show=False)]
    DEFAULT_CSS = "HelpScreen TextPane { height: 1fr; padding: 1 2; }"

    def __init__(self, actions: Sequence[Action], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._actions = actions
        self._keys = keymap

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Line(id="title")
        yield TextPane()
        yield Line(id="status")

    def on_mount(self) -> None:
        """Fill it in."""
        self.query_one("#title", Line).show(shown("対訳 · Help", "bold"))
        self.query_one("#status", Line).show(shown("Up and Down scroll, Esc goes back."))
        keys = [(shown_keys(action, self._keys), action.help) for action in self._actions]
        marks = [(mark.strip() or "(blank)", f"The segment is {status}.") for status, mark in MARKS.items()]
        groups = (
            ("Keys", keys),
            ("Typing", TYPING),
            ("Status marks", marks),
            ("Reading differences", READING),
            ("Your own keys", OWN_KEYS),
        )
        pane = self.query_one(TextPane)
        pane.show([block for name, rows in groups for block in _group(name, rows)])
        pane.can_focus = True
        pane.focus()


def _group(name: str, rows: Sequence[tuple[str, str]]) -> list[Block]:
    lines = [
        Block(Content.assemble(shown(keys.ljust(KEYS_WIDTH), "bold"), " ", shown(text)), 0, 4) for keys, text in rows
    ]
    return [Block(shown(name, "bold underline")), *lines, Block(Content(""))]
