"""The editor: the active segment's source and target, with what memories and glossaries know of it."""

from collections.abc import Callable
from typing import ClassVar
from uuid import uuid4

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.timer import Timer
from textual.widgets import TextArea

from glossary.model import Concept
from tm.model import Document, Match, Project, SegmentRecord
from tm.store import Store
from tm.tui.actions import EDITOR, SCREENS, SEGMENTS, bindings
from tm.tui.dialogs.question import YesNoDialog
from tm.tui.dialogs.term import TermDialog
from tm.tui.editing import DocumentEdit, DocumentEdited, Edited, SegmentEdit
from tm.tui.messages import MatchesCame, PreviewCame, TermsCame
from tm.tui.screens.concordance import ConcordanceScreen
from tm.tui.screens.review import ReviewScreen
from tm.tui.screens.segments import SegmentScreen
from tm.tui.widgets.lines import KeyLine, Line
from tm.tui.widgets.matches_pane import MatchesPane
from tm.tui.widgets.preview_pane import PreviewPane
from tm.tui.widgets.segment_grid import SegmentGrid
from tm.tui.widgets.source_view import SourceView
from tm.tui.widgets.target_editor import TargetEditor
from tm.tui.widgets.terms_pane import TermsPane
from tm.workbench import (
    add_concept,
    confirm,
    confirm_drafts,
    find_terms,
    look_up,
    next_open,
    next_rejected,
    preview,
    save_draft,
    segments_page,
    unconfirm,
)

PAUSE = 1.0
ALL_DONE = "Every segment is done."


class EditorScreen(SegmentScreen):
    """Where a document is translated."""

    CSS_PATH = "editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*SEGMENTS, *EDITOR))]
    KEYS = SCREENS["editor"]

    def __init__(self, store: Store, project: Project, document: Document, start: int) -> None:
        super().__init__(store, project, document, start)
        self._origins: dict[str, str] = {}
        self._sent = ""
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay it out: title, segments, active segment, panes, status, keys."""
        yield Line(id="title")
        with Container(id="desk"):
            with Container(id="work"):
                grid = SegmentGrid(id="grid")
                grid.can_focus = False
                yield grid
                yield SourceView(id="source")
                yield TargetEditor(id="target")
            with Container(id="panes"):
                yield MatchesPane(id="matches")
                yield TermsPane(id="terms")
                yield PreviewPane(id="preview")
        yield Line(id="status")
        yield KeyLine(self.KEYS, self.desk_app.keymap)

    @property
    def editor(self) -> TargetEditor:
        """Where the target is typed."""
        return self.query_one(TargetEditor)

    # The active segment.

    def entered(self, record: SegmentRecord) -> None:
        """Show the source, load the target."""
        self.query_one(SourceView).show_source(record)
        self._load(record)
        self.editor.focus()

    def _load(self, record: SegmentRecord) -> None:
        self._origins = {record.target: record.origin or "typed"}
        self._sent = record.target
        self.editor.border_title = f"Target · {record.status}"
        self.editor.load_text(self.desk_app.target_of(record))
        self.editor.move_cursor(self.editor.document.end)

    def left(self) -> None:
        """Save what was typed."""
        self._stop_pause()
        if self.active is not None and self.unsaved:
            origin = self._origin()
            self._submit(self.active, lambda record, text: Edited(save_draft(self.store, record, text, origin=origin)))

    def _submit(self, record: SegmentRecord, carry_out: Callable[[SegmentRecord, str], Edited]) -> None:
        """Have an edit carried out with the text that is in the editor now."""
        self._stop_pause()
        self._sent = self.editor.text
        self.desk_app.submit(SegmentEdit(record, self._sent, carry_out))
        self.show_status()

    def _stop_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None

    @property
    def unsaved(self) -> bool:
        """Whether the editor holds something that was not sent to be stored."""
        return self.active is not None and self.editor.text != self._sent

    def saved(self) -> str:
        """Say whether what was typed is stored."""
        if self.unsaved or (self.active is not None and self.desk_app.is_unstored(self.active)):
            return "unsaved"
        return "saved" if self.desk_app.idle else "saving"

    def _origin(self) -> str:
        return self._origins.get(self.editor.text, "typed")

    @on(TextArea.Changed)
    def _typed(self) -> None:
        """Save a second after the first key that is not saved, so that a crash loses no more than that."""
        if self.unsaved and self._pause is None:
            self._pause = self.set_timer(PAUSE, self.left)
        self.show_status()

    def took(self, message: Edited) -> None:
        """Show the segment's state; after a conflict also its text."""
        self.editor.border_title = f"Target · {message.record.status}"
        if message.settled:
            self._sent = message.record.target
            self.editor.put(message.record.target)
        self._read_preview(message.record)

    def changed_elsewhere(self, record: SegmentRecord) -> None:
        """Take in what somebody else made of the segment, unless there is unsaved text here."""
        if self.unsaved:
            return
        self.active = record
        if self.editor.text != record.target:
            self._load(record)
            self.tell_user(f"{record.changed_by} changed this segment; this is their text.")

    def settled(self) -> None:
        """Look up matches, terms and the text around."""
        if self.active is None:
            return
        record = self.active
        self.fetch("matches", lambda: MatchesCame(record, self._matches(record)))
        self.fetch("terms", lambda: self._terms(record))
        self._read_preview(record)

    def _matches(self, record: SegmentRecord) -> list[Match]:
        around = segments_page(self.store, self.document.id, record.position - 1, 3)
        sources = {each.position: each.source for each in around}
        before, after = (sources.get(record.position + step, "") for step in (-1, 1))
        found = look_up(self.store, self.project, record.source, before=before, after=after, codes=record.source_codes)
        return [match for match in found if match.unit.id != record.unit_id]

    def _read_preview(self, record: SegmentRecord) -> None:
        if self.query_one(PreviewPane).display:
            self.fetch("preview", lambda: PreviewCame(record, preview(self.store, self.document.id, record.position)))

    def _is_active(self, record: SegmentRecord) -> bool:
        return self.active is not None and self.active.id == record.id

    def on_matches_came(self, message: MatchesCame) -> None:
        """Show the matches."""
        if self._is_active(message.record):
            self.query_one(MatchesPane).show_matches(message.matches, message.record.source)

    def on_terms_came(self, message: TermsCame) -> None:
        """Show the terms, and mark them in the source."""
        if self._is_active(message.record):
            self.query_one(TermsPane).show_terms(message.hits, self.project.target_lang)
            self.query_one(SourceView).show_source(message.record, message.hits)

    def on_preview_came(self, message: PreviewCame) -> None:
        """Show the text around."""
        if self._is_active(message.record):
            self.query_one(PreviewPane).show_preview(message.paragraphs, message.record.position)

    # Actions.

    def action_confirm(self) -> None:
        """Confirm, and go on to the next segment that is not done."""
        if self.active is None:
            return
        record = self.desk_app.newest(self.active)
        if record.status.done and not self.unsaved:
            self.action_next_open()
            return
        origin, request, position = self._origin(), uuid4().hex, record.position
        onward = self._next_held(position) if self.editor.text.strip() else None

        def carry_out(newest: SegmentRecord, text: str) -> Edited:
            done = confirm(self.store, newest, text, origin=origin, request=request)
            if onward is not None:
                return Edited(done)
            following = next_open(self.store, self.document.id, position)
            return Edited(done, following, "" if following else ALL_DONE)

        self._submit(record, carry_out)
        if onward is not None:
            self.enter(onward)

    def _next_held(self, position: int) -> SegmentRecord | None:
        """Give the next segment that is not done, if the grid holds it: then one need not wait for the database."""
        for row in range(position, self.grid.count):
            held = self.grid.held(row)
            if held is None or not self.desk_app.newest(held).status.done:
                return held
        return None

    def action_next_open(self) -> None:
        """Go to the next segment that is not done."""
        position = self.grid.selected + 1
        self.find(lambda: next_open(self.store, self.document.id, position), ALL_DONE)

    def action_next_rejected(self) -> None:
        """Go to the next segment that the reviewer rejected."""
        position = self.grid.selected + 1
        self.find(lambda: next_rejected(self.store, self.document.id, position), "No segment is rejected.")

    def action_save(self) -> None:
        """Save what was typed."""
        self.left()

    def action_copy_source(self) -> None:
        """Put the source in as the target."""
        if self.active is not None:
            self._put(self.active.source, "source")

    def action_choose_match(self, step: int) -> None:
        """Select a match above or below."""
        self.query_one(MatchesPane).choose(step)

    def action_insert_match(self) -> None:
        """Put the selected match's target in."""
        self._put_match(self.query_one(MatchesPane).chosen)

    def action_insert_match_number(self, number: int) -> None:
        """Put the target of a match in."""
        self._put_match(self.query_one(MatchesPane).numbered(number))

    def _put_match(self, match: Match | None) -> None:
        if match is not None:
            self._put(match.unit.target, f"match {match.score}")

    def _put(self, target: str, origin: str) -> None:
        self._origins[target] = origin
        self.editor.put(target)

    def action_choose_term(self, step: int) -> None:
        """Select a term above or below."""
        self.query_one(TermsPane).choose(step)

    def action_insert_term(self) -> None:
        """Put the selected term's rendering in; the next term is selected."""
        pane = self.query_one(TermsPane)
        if pane.chosen:
            self.editor.put_in(pane.chosen)
            pane.choose(1)

    def action_insert_term_number(self, number: int) -> None:
        """Put the rendering of a term in."""
        rendering = self.query_one(TermsPane).numbered(number)
        if rendering:
            self.editor.put_in(rendering)

    def action_new_term(self) -> None:
        """Ask for a term and put it into the glossary; it is found here and in the next segment at once."""

        def answered(concept: Concept | None) -> None:
            if concept is not None and self.active is not None:
                record = self.active
                self.fetch("terms", lambda: self._with_term(record, concept))

        self.app.push_screen(TermDialog(self.project, self.editor.selected_text), answered)

    def _with_term(self, record: SegmentRecord, concept: Concept) -> TermsCame:
        add_concept(self.store, self.project, concept)
        return self._terms(record)

    def _terms(self, record: SegmentRecord) -> TermsCame:
        lang = self.project.source_lang
        return TermsCame(record, find_terms(self.store, self.project, record.source, lang))

    def action_unconfirm(self) -> None:
        """Take the confirm of the active segment back."""
        if self.active is not None and self.active.status.done:
            self.left()
            edit = SegmentEdit(
                self.active, "", lambda record, _text: Edited(unconfirm(self.store, record)), judges=True
            )
            self.desk_app.submit(edit)

    def action_confirm_drafts(self) -> None:
        """Ask, then confirm every draft of the document."""
        self.left()

        def answered(yes: bool | None) -> None:  # noqa: FBT001 (what the dialog gives)
            if yes:
                self.desk_app.submit(DocumentEdit(self._confirm_drafts))

        self.app.push_screen(YesNoDialog("Confirm every draft of this document? Alt+Z takes it back."), answered)

    def _confirm_drafts(self) -> DocumentEdited:
        many = confirm_drafts(self.store, self.document.id)
        return DocumentEdited(f"Confirmed {many} {'draft' if many == 1 else 'drafts'}.")

    def action_concordance(self) -> None:
        """Search the memories; what the user chooses there is put in at the cursor."""

        def chosen(target: str | None) -> None:
            if target:
                self.editor.put_in(target)

        self.app.push_screen(ConcordanceScreen(self.store, self.project, self.editor.selected_text), chosen)

    def action_review(self) -> None:
        """Go over to the review of this document."""
        self.left()
        position = self.grid.selected + 1
        self.app.switch_screen(ReviewScreen(self.store, self.project, self.document, position))

    def action_toggle_preview(self) -> None:
        """Show or hide the preview."""
        pane = self.query_one(PreviewPane)
        wanted = not pane.display
        self.set_class(wanted, "-with-preview").set_class(not wanted, "-without-preview")
        self.call_after_refresh(self.settled)
