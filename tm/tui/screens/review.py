"""The review: a second person reads source beside target, accepts or rejects, and sees who changed what."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tm.model import SegmentRecord
from tm.tui.actions import REVIEW, SCREENS, SEGMENTS, bindings
from tm.tui.dialogs.history import history_blocks
from tm.tui.dialogs.question import LineDialog
from tm.tui.editing import Edited, SegmentEdit
from tm.tui.look import MARKS, shown
from tm.tui.messages import StoryCame
from tm.tui.screens.segments import SegmentScreen
from tm.tui.widgets.lines import KeyLine, Line
from tm.tui.widgets.segment_grid import SegmentGrid
from tm.tui.widgets.source_view import SourceView
from tm.tui.widgets.text_pane import Block, TextPane
from tm.workbench import accept, comments, history, next_to_review, reject

ALL_REVIEWED = "Nothing waits for review."


class ReviewScreen(SegmentScreen):
    """Where a document is reviewed."""

    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*REVIEW, *SEGMENTS))]
    KEYS = SCREENS["review"]
    HEADING = "review"

    def compose(self) -> ComposeResult:
        """Lay it out: title, segments, source and target, who changed what, status, keys."""
        yield Line(id="title")
        with Container(id="desk"):
            with Container(id="work"):
                yield SegmentGrid(id="grid")
                yield SourceView(id="source")
                yield TextPane(id="target")
            with Container(id="panes"):
                story = TextPane(id="comments", classes="pane")
                story.border_title = shown("Who changed what: [-out-] {+in+}")
                yield story
        yield Line(id="status")
        yield KeyLine(self.KEYS, self.desk_app.keymap)

    def entered(self, record: SegmentRecord) -> None:
        """Show source and target."""
        self.grid.focus()
        self.query_one(SourceView).show_source(record)
        target = self.query_one("#target", TextPane)
        target.border_title = " ".join(f"Target · {MARKS[record.status]} {record.status}".split())
        target.show([Block(shown(line)) for line in record.target.split("\n")])

    def settled(self) -> None:
        """Read history and comments."""
        if self.active is not None:
            record = self.active
            self.fetch(
                "story", lambda: StoryCame(record, history(self.store, record.id), comments(self.store, record.id))
            )

    def on_story_came(self, message: StoryCame) -> None:
        """Show history and comments."""
        if self.active is not None and self.active.id == message.record.id:
            self.query_one("#comments", TextPane).show(history_blocks(message.versions, message.comments))

    def took(self, message: Edited) -> None:
        """Show how the segment is now."""
        self.entered(message.record)
        self.settled()

    def changed_elsewhere(self, record: SegmentRecord) -> None:
        """Take in what somebody else made of the segment."""
        self.active = record
        self.entered(record)
        self.settled()

    # Actions.

    def action_accept(self) -> None:
        """Accept the target, and go on to the next to review."""
        if self.active is not None:
            position = self.active.position

            def carry_out(record: SegmentRecord, _text: str) -> Edited:
                return self._judged(accept(self.store, record), position)

            self.desk_app.submit(SegmentEdit(self.active, self.active.target, carry_out, judges=True))

    def action_reject(self) -> None:
        """Ask for a reason, reject, and go on to the next to review."""
        if self.active is None:
            return
        record = self.active

        def answered(reason: str | None) -> None:
            if reason is not None:

                def carry_out(newest: SegmentRecord, _text: str) -> Edited:
                    return self._judged(reject(self.store, newest, reason), record.position)

                self.desk_app.submit(SegmentEdit(record, record.target, carry_out, judges=True))

        self.app.push_screen(LineDialog(f"Why is segment {record.position} rejected?", hint="reason"), answered)

    def _judged(self, record: SegmentRecord, position: int) -> Edited:
        following = next_to_review(self.store, self.document.id, position)
        return Edited(record, following, "" if following else ALL_REVIEWED)

    def action_next_to_review(self) -> None:
        """Go to the next segment that waits for review."""
        position = self.grid.selected + 1
        self.find(lambda: next_to_review(self.store, self.document.id, position), ALL_REVIEWED)

    def action_editor(self) -> None:
        """Go over to translating."""
        from tm.tui.screens.editor import EditorScreen  # noqa: PLC0415 (the two screens lead to each other)

        self.app.switch_screen(EditorScreen(self.store, self.project, self.document, self.grid.selected + 1))
