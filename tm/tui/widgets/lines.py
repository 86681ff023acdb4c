"""The single lines of a screen: its title, its status, its keys."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widget import Widget

from segments.visible import visible
from tm.model import Progress, Project
from tm.tui.actions import Action
from tm.tui.look import percent, shown
from tm.workbench import destination

_NAMES = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}


class Line(Widget):
    """One line of content, cut to the width."""

    DEFAULT_CSS = """
    Line { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._content = Content("")

    def show(self, content: Content) -> None:
        """Show something else."""
        if not content.is_same(self._content):
            self._content = content
            self.refresh()

    def render(self) -> Content:
        """Give the line as it fits the width."""
        return self._content.truncate(self.content_size.width, ellipsis=True)


def title(project: Project, document: str, note: str = "") -> Content:
    """Give the title of a screen: the program, the project, whose it is, the document."""
    names = [project.name, project.client, document, note]
    return Content.assemble(("対訳 ", "bold"), (visible(" · ".join(name for name in names if name)), ""))


def status(position: int, progress: Progress, project: Project, saved: str) -> Content:
    """Give the status of a screen: where one is, whether all is saved, where a confirm goes, how far the document is."""
    counts = [f"{progress.done} done", f"{progress.draft} draft" if progress.draft else ""]
    counts.append(f"{progress.rejected} rejected" if progress.rejected else "")
    told = ", ".join(filter(None, counts))
    parts = [f"{position}/{progress.total}", percent(progress), saved, f"→ memory {destination(project)}", told]
    return shown(" │ ".join(filter(None, parts)))


class KeyLine(Line):
    """The keys of a screen that its footer shows, as many as fit."""

    DEFAULT_CSS = """
    KeyLine { background: $footer-background; }
    """

    def __init__(self, actions: Sequence[Action], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._items = [
            Content.assemble((shown_keys(action, keymap, 1), "bold $footer-key-foreground"), f" {action.label}")
            for action in actions
            if action.in_footer
        ]

    def render(self) -> Content:
        """Give the keys, whole ones only."""
        line = Content("")
        for item in self._items:
            longer = Content("  ").join([line, item]) if line else item
            if longer.cell_length > self.content_size.width:
                break
            line = longer
        return line


def shown_keys(action: Action, keymap: Mapping[str, str], most: int = 9) -> str:
    """Give the keys of an action as a reader calls them, the user's own before ours."""
    keys = keymap.get(action.name, action.keys).split(",")[:most]
    return ", ".join("+".join(_NAMES.get(part, part.capitalize()) for part in key.strip().split("+")) for key in keys)
