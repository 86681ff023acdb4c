"""What the editor and the review have in common: a document's segments, one of them active."""

from collections.abc import Callable

from textual import on

from segments.visible import visible
from tm.model import Document, Project, SegmentRecord
from tm.store import Store
from tm.tui.desk import Desk
from tm.tui.dialogs.history import HistoryDialog
from tm.tui.dialogs.question import LineDialog
from tm.tui.editing import DocumentEdit, DocumentEdited, Edited
from tm.tui.messages import DatabaseLooked, HistoryCame, PageCame, ProgressCame, SegmentCame
from tm.tui.widgets.lines import Line, status, title
from tm.tui.widgets.paged_rows import PAGE, PagedRows
from tm.tui.widgets.segment_grid import SegmentGrid
from tm.tui.widgets.text_pane import TextPane
from tm.workbench import add_comment, comments, get_document, get_segment, history, segments_page, undo

POLL = 2.0
SETTLE = 0.05
TALL = 36


class SegmentScreen(Desk[None]):
    """A screen with the segments of a document.

    Attributes:
        document: The document.
        active: The active segment, as it was when it became active or was edited last; None until one was read.
    """

    HEADING = ""

    def __init__(self, store: Store, project: Project, document: Document, start: int) -> None:
        super().__init__(store, project)
        self.document = document
        self.active: SegmentRecord | None = None
        self._start = start
        self._progress = document.progress
        self._database: int | None = None

    # What the editor and the review fill in.

    def entered(self, record: SegmentRecord) -> None:
        """Show a segment that became active."""

    def left(self) -> None:
        """See to what was typed before another segment becomes active."""

    def settled(self) -> None:
        """Look up what belongs to the active segment, now that the user stays with it."""

    def took(self, message: Edited) -> None:
        """Show what an edit made of the active segment."""

    def changed_elsewhere(self, record: SegmentRecord) -> None:
        """Take in what somebody else made of the active segment."""

    def saved(self) -> str:
        """Say whether all that was typed is saved."""
        return ""

    # Going from segment to segment.

    @property
    def grid(self) -> SegmentGrid:
        """The list of segments."""
        return self.query_one(SegmentGrid)

    def on_mount(self) -> None:
        """Read the first segment, and look from time to time for what others do."""
        self.query_one("#title", Line).show(title(self.project, self.document.name, self.HEADING))
        self.grid.set_count(self.document.progress.total)
        self._settle = self.set_timer(SETTLE, self.settled, pause=True)
        self.set_interval(POLL, self._look_at_database)
        self.go_to(self._start)
        self.count()

    def on_queue_moved(self) -> None:
        """Show whether all is saved."""
        self.show_status()

    def on_resize(self) -> None:
        """Give rows two lines where there is room."""
        self.grid.row_height = 2 if self.size.height >= TALL else 1

    def go_to(self, position: int) -> None:
        """Make the segment at a position the active one."""
        held = self.grid.held(position - 1)
        if held is not None:
            self.enter(held)
        elif 1 <= position <= self.document.progress.total:
            self.find(lambda: next(iter(segments_page(self.store, self.document.id, position, 1)), None))

    def find(self, search: Callable[[], SegmentRecord | None], missing: str = "") -> None:
        """Search the database for a segment and go there; `missing` is told when there is none."""
        self.fetch("segment", lambda: SegmentCame(search(), missing))

    def enter(self, record: SegmentRecord) -> None:
        """Make a segment the active one."""
        self.left()
        self.active = self.desk_app.newest(record)
        self.grid.selected = record.position - 1
        self.entered(self.active)
        self.show_status()
        self._settle.stop()
        self._settle = self.set_timer(SETTLE, self.settled)

    def show_status(self) -> None:
        """Show where one is."""
        position = self.active.position if self.active else 0
        self.query_one("#status", Line).show(status(position, self._progress, self.project, self.saved()))

    def tell_user(self, told: str) -> None:
        """Say something in passing."""
        self.notify(visible(told), markup=False)

    # What arrives.

    @on(PagedRows.PageWanted)
    def _read_page(self, message: PagedRows.PageWanted) -> None:
        page, document_id = message.page, self.document.id
        self.fetch(
            f"page {page}", lambda: PageCame(page, segments_page(self.store, document_id, page * PAGE + 1, PAGE))
        )

    def on_page_came(self, message: PageCame) -> None:
        """Take a page into the grid, and what others did to the active segment."""
        self.grid.show_page(message.page, [self.desk_app.newest(record) for record in message.records])
        for record in message.records:
            if self.active and record.id == self.active.id and record.version > self.active.version:
                self.changed_elsewhere(self.desk_app.newest(record))

    def on_segment_came(self, message: SegmentCame) -> None:
        """Go to the segment."""
        if message.record is not None:
            self.enter(message.record)
        elif message.missing:
            self.tell_user(message.missing)

    @on(PagedRows.Picked)
    def _pick(self, message: PagedRows.Picked) -> None:
        self.go_to(message.row + 1)

    def on_edited(self, message: Edited) -> None:
        """Show a segment as it is now; go on, if that is wanted and the user has not gone elsewhere meanwhile."""
        record = message.record
        if record.document_id != self.document.id:
            return
        self.grid.put(record.position - 1, record)
        self.count()
        if message.told:
            self.tell_user(message.told)
        if self.active is not None and self.active.id == record.id:
            self.active = record
            self.took(message)
            self.show_status()
            if message.following is not None:
                self.enter(message.following)

    def on_document_edited(self, message: DocumentEdited) -> None:
        """Read everything anew."""
        self.tell_user(message.told)
        self.grid.read_again()
        self.count()
        target = message.first or self.active
        if target is not None:
            self.active = None
            self.find(lambda: get_segment(self.store, target.id))

    def count(self) -> None:
        """Count the document's progress anew."""
        self.fetch("progress", lambda: ProgressCame(get_document(self.store, self.document.id).progress))

    def on_progress_came(self, message: ProgressCame) -> None:
        """Show the progress."""
        self._progress = message.progress
        self.show_status()

    def _look_at_database(self) -> None:
        if self.is_current and self.desk_app.idle:
            self.fetch("database", lambda: DatabaseLooked(self.store.data_version()))

    def on_database_looked(self, message: DatabaseLooked) -> None:
        """Read the segments in view again when somebody committed anything."""
        if self._database not in {None, message.version}:
            self.grid.read_again()
            self.count()
        self._database = message.version

    # Actions.

    def action_previous(self) -> None:
        """Go to the segment before."""
        self.go_to(self.grid.selected)

    def action_next(self) -> None:
        """Go to the segment after."""
        self.go_to(self.grid.selected + 2)

    def action_page(self, step: int) -> None:
        """Go a screenful of segments up or down."""
        position = self.grid.selected + 1 + step * self.grid.rows_in_view()
        self.go_to(max(1, min(position, self.document.progress.total)))

    def action_scroll_text(self, step: int) -> None:
        """Scroll a source that is longer than its pane, and in the review its target."""
        for pane in self.query("#source, #target").results(TextPane):
            pane.scroll_relative(y=step * max(1, pane.scrollable_content_region.height - 1), animate=False)

    def action_go_to(self) -> None:
        """Ask for a number and go there."""
        total = self.document.progress.total

        def go(answer: str | None) -> None:
            if answer:
                self.go_to(max(1, min(int(answer), total)))

        self.app.push_screen(LineDialog(f"Go to segment (1–{total})", digits=True), go)

    def action_history(self) -> None:
        """Show who changed the active segment."""
        if self.active is not None:
            record = self.active
            self.fetch(
                "history",
                lambda: HistoryCame(record, history(self.store, record.id), comments(self.store, record.id)),
            )

    def on_history_came(self, message: HistoryCame) -> None:
        """Show the history."""
        self.app.push_screen(HistoryDialog(message.record, message.versions, message.comments))

    def action_comment(self) -> None:
        """Ask for a comment on the active segment."""
        if self.active is None:
            return
        record = self.active

        def add(answer: str | None) -> None:
            if answer:
                self.fetch("comment", lambda: self._commented(record, answer))

        self.app.push_screen(LineDialog(f"Comment on segment {record.position}"), add)

    def _commented(self, record: SegmentRecord, text: str) -> Edited:
        add_comment(self.store, record.id, text)
        return Edited(get_segment(self.store, record.id))

    def action_undo_operation(self) -> None:
        """Take the user's last operation in this document back."""
        self.left()
        self.desk_app.submit(DocumentEdit(self._undone))

    def _undone(self) -> DocumentEdited:
        undone = undo(self.store, self.document.id)
        if undone is None:
            return DocumentEdited("There is nothing of yours to take back in this document.")
        if not undone.segments:
            told = f"Your {undone.action} was left as it is: what it changed has been changed again since."
            return DocumentEdited(told, undone.first)
        many = "1 segment" if undone.segments == 1 else f"{undone.segments} segments"
        return DocumentEdited(f"Took back: {undone.action}, {many}.", undone.first)

    def action_documents(self) -> None:
        """Back to the list of documents."""
        self.left()
        self.dismiss()
