"""The application: its screens, its themes, its keys. What it does is in the screens and in the workbench."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from tm.model import Document, Project
from tm.store import Store
from tm.tui.actions import EVERYWHERE, Action, bindings
from tm.tui.driver import read_long_commits, text_as_paste
from tm.tui.editing import EditingApp
from tm.tui.screens.documents import DocumentsScreen
from tm.tui.screens.editor import EditorScreen
from tm.tui.screens.help import HelpScreen
from tm.tui.screens.segments import SegmentScreen

DARK, LIGHT = "textual-dark", "textual-light"


class TaiyakuApp(EditingApp):
    """The workbench on the screen."""

    TITLE = "Taiyaku"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 (Textual declares it so)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-middling"), (36, "-tall")]  # noqa: RUF012 (Textual declares it so)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]
    CSS = """
    OptionList:nocolor > .option-list--option-highlighted { text-style: reverse; }
    TextArea:nocolor .text-area--selection { text-style: reverse; }
    Input:nocolor .input--selection { text-style: reverse; }
    """

    def __init__(
        self, store: Store, project: Project, start: tuple[Document, int] | None, keymap: Mapping[str, str]
    ) -> None:
        """Make the application; `start` is a document to open at once, and the position to begin at."""
        read_long_commits()
        super().__init__(store, keymap)
        self._project = project
        self._start = start
        self.set_keymap(keymap)

    def on_mount(self) -> None:
        """Show the documents, or the one to start with."""
        self.push_screen(DocumentsScreen(self.store, self._project))
        if self._start is not None:
            self.push_screen(EditorScreen(self.store, self._project, *self._start))

    async def on_event(self, event: events.Event) -> None:
        """Let every character that is typed arrive."""
        await super().on_event(text_as_paste(event))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give the command palette every action of the screen."""
        for action in _actions_of(screen):
            yield SystemCommand(action.label, action.help, partial(screen.run_action, action.call))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give what is done to every line before it is written: with NO_COLOR all colours go, where Textual keeps greys."""
        return [NoColor() if isinstance(each, Monochrome) else each for each in super().get_line_filters()]

    def action_help(self) -> None:
        """Show the keys of this screen."""
        actions = _actions_of(self.screen)
        if actions and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(actions, self.keymap))

    def action_switch_theme(self) -> None:
        """Change between the dark and the light theme."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    async def action_quit(self) -> None:
        """Save what was typed, then leave."""
        for screen in self.screen_stack:
            if isinstance(screen, SegmentScreen):
                screen.left()
        self.when_idle(self.exit)


def _actions_of(screen: Screen[object]) -> tuple[Action, ...]:
    """Give the actions of a screen; a dialog has none of its own."""
    return getattr(screen, "KEYS", ())
