"""The history of a segment: who changed it, when, what, and what was said of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tm.match import differences
from tm.model import Comment, SegmentRecord, SegmentVersion
from tm.tui.look import marked_differences, shown
from tm.tui.widgets.text_pane import Block, TextPane

MOMENT = "%Y-%m-%d %H:%M"


def history_blocks(versions: Sequence[SegmentVersion], comments: Sequence[Comment]) -> list[Block]:
    """Give a history for a pane, the newest entry first, with what each changed; runs of one person's drafts as one."""
    kept = [
        version
        for version, after in zip(versions, [*versions[1:], None], strict=True)
        if after is None or not (_is_draft(version) and _is_draft(after) and version.by == after.by)
    ]
    entries = [(comment.at, _comment_blocks(comment)) for comment in comments]
    before = ""
    for version in kept:
        entries.append((version.at, _version_blocks(version, before)))
        before = version.target
    return [block for _, blocks in sorted(entries, key=lambda entry: entry[0], reverse=True) for block in blocks]


def _is_draft(version: SegmentVersion) -> bool:
    return version.action == "draft"


def _version_blocks(version: SegmentVersion, before: str) -> list[Block]:
    head = f"{version.at.astimezone():{MOMENT}}  {version.by or '–'}  {version.action}"
    blocks = [Block(shown(head, "bold"))]
    if version.target != before:
        origin = f"  ({version.origin})" if version.origin not in {"", "typed", "import"} else ""
        blocks.append(
            Block(Content.assemble(marked_differences(differences(before, version.target)), shown(origin)), 2)
        )
    return blocks


def _comment_blocks(comment: Comment) -> list[Block]:
    head = f"{comment.at.astimezone():{MOMENT}}  {comment.by or '–'}  comment"
    return [Block(shown(head, "bold")), Block(shown(f'"{comment.text}"', "italic"), 2)]


class HistoryDialog(ModalScreen[None]):
    """Shows the history of a segment."""

    DEFAULT_CSS = """
    HistoryDialog {
        align: center middle;
        & > Vertical { width: 90%; height: 80%; padding: 1; background: $surface; border: round $border; }
        & .dialog-title { text-style: bold; margin: 0 1 1 1; }
        & .dialog-keys { color: $text-muted; margin: 1 1 0 1; }
        & TextPane { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space,alt+p", "dismiss", "Close", show=False)]

    def __init__(self, record: SegmentRecord, versions: Sequence[SegmentVersion], comments: Sequence[Comment]) -> None:
        super().__init__()
        self._record = record
        self._blocks = history_blocks(versions, comments)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Vertical():
            yield Static(shown(f"Segment {self._record.position}: who changed what"), classes="dialog-title")
            yield TextPane()
            yield Static(shown("[-taken out-] {+put in+}   Up and Down scroll, Enter closes."), classes="dialog-keys")

    def on_mount(self) -> None:
        """Fill the pane in."""
        pane = self.query_one(TextPane)
        pane.show(self._blocks)
        pane.can_focus = True
        pane.focus()
