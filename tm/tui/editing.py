"""Edits, one after another: each sees what the one before it wrote, and none is lost when a screen closes.

An edit is carried out in a thread; what came of it arrives as a message. The version that goes with an edit is the
newest one that this program wrote or that the user was shown, so that one's own draft never stands in the way of one's
own confirm, while somebody else's edit always does.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from textual.app import App
from textual.message import Message

from tm.errors import ConflictError, TaiyakuError
from tm.model import SegmentRecord
from tm.store import Store
from tm.tui.dialogs.conflict import Choice, ConflictDialog
from tm.tui.dialogs.notice import NoticeDialog
from tm.tui.driver import driver_class
from tm.workbench import get_segment


@dataclass
class Edited(Message):
    """A segment was edited: how it is now, and the segment to go on with, if the user wanted to go on.

    `told` is said to the user; `settled` means that a conflict was settled, so that an editor has to show what is stored.
    """

    record: SegmentRecord
    following: SegmentRecord | None = None
    told: str = ""
    settled: bool = False


@dataclass
class DocumentEdited(Message):
    """Several segments of a document were edited at once; `told` says so to the user."""

    told: str
    first: SegmentRecord | None = None


class QueueMoved(Message):
    """An edit ended, well or not."""


@dataclass(frozen=True, slots=True)
class SegmentEdit:
    """An edit of one segment.

    Attributes:
        segment: The segment as the user saw it.
        text: The target that the user wants.
        carry_out: Does it, given the segment as it is known newest, and the target.
        judges: It is about the text that the user saw, not a new text: after somebody else's edit it has no sense.
    """

    segment: SegmentRecord
    text: str
    carry_out: Callable[[SegmentRecord, str], Edited]
    judges: bool = False


@dataclass(frozen=True, slots=True)
class DocumentEdit:
    """An edit of a whole document; `carry_out` does it."""

    carry_out: Callable[[], DocumentEdited]


Edit = SegmentEdit | DocumentEdit


@dataclass
class EditEnded(Message):
    """An edit was carried out, or could not be."""

    edit: Edit
    result: Edited | DocumentEdited | None = None
    error: TaiyakuError | None = None


class EditingApp(App[None]):
    """An application that carries edits out in order."""

    def __init__(self, store: Store, keymap: Mapping[str, str]) -> None:
        super().__init__(driver_class=driver_class())
        self.store = store
        self.keymap = keymap
        self._waiting: deque[Edit] = deque()
        self._at_work: Edit | None = None
        self._newest: dict[int, SegmentRecord] = {}
        self._unstored: dict[int, str] = {}
        self._when_idle: Callable[[], None] | None = None

    def submit(self, edit: Edit) -> None:
        """Carry an edit out after those that wait."""
        self._waiting.append(edit)
        self._start_next()

    @property
    def idle(self) -> bool:
        """Whether every edit has been carried out."""
        return self._at_work is None and not self._waiting

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call something as soon as every edit has been carried out."""
        self._when_idle = then
        self._start_next()

    def newest(self, segment: SegmentRecord) -> SegmentRecord:
        """Give a segment as this program wrote it last, or as it was shown, whichever is newer."""
        known = self._newest.get(segment.id, segment)
        return known if known.version > segment.version else segment

    def target_of(self, segment: SegmentRecord) -> str:
        """Give the target of a segment: as it is stored, or as it was typed when it could not be stored."""
        return self._unstored.get(segment.id, self.newest(segment).target)

    def is_unstored(self, segment: SegmentRecord) -> bool:
        """Whether what was typed for a segment could not be stored."""
        return segment.id in self._unstored

    def complain(self, error: TaiyakuError) -> None:
        """Show an error, unless one is being shown."""
        if not isinstance(self.screen, NoticeDialog):
            self.push_screen(NoticeDialog("Something is wrong", str(error)))

    def tell(self, message: Edited | DocumentEdited) -> None:
        """Let every screen know of an edit."""
        for screen in self.screen_stack:
            screen.post_message(replace(message))

    def on_edit_ended(self, message: EditEnded) -> None:
        """Take in what came of an edit, and start the next."""
        self._at_work = None
        if isinstance(message.result, Edited):
            record = message.result.record
            self._newest[record.id] = record
            self._unstored.pop(record.id, None)
        if message.result is not None:
            self.tell(message.result)
        if message.error is not None:
            self._failed(message.edit, message.error)
        self._start_next()
        for screen in self.screen_stack:
            screen.post_message(QueueMoved())

    def _start_next(self) -> None:
        if self._at_work is None and self._waiting:
            self._at_work = self._waiting.popleft()
            self.run_worker(partial(self._carry_out, self._at_work), group="edits", thread=True, exclusive=True)
        elif self.idle and self._when_idle is not None:
            then, self._when_idle = self._when_idle, None
            then()

    def _carry_out(self, edit: Edit) -> None:
        """Carry an edit out; runs in a thread."""
        try:
            self.post_message(EditEnded(edit, self._result(edit)))
        except TaiyakuError as error:
            self.post_message(EditEnded(edit, error=error))

    def _result(self, edit: Edit) -> Edited | DocumentEdited:
        if isinstance(edit, DocumentEdit):
            return edit.carry_out()
        return edit.carry_out(self.newest(edit.segment), edit.text)

    def _failed(self, edit: Edit, error: TaiyakuError) -> None:
        self._when_idle = None
        if isinstance(edit, SegmentEdit) and isinstance(error, ConflictError):
            self._waiting = deque(each for each in self._waiting if not _same_segment(each, edit))
            self._in_conflict(edit, error)
            return
        if isinstance(edit, SegmentEdit) and not edit.judges:
            self._unstored[edit.segment.id] = edit.text
        self.complain(error)

    def _in_conflict(self, edit: SegmentEdit, conflict: ConflictError) -> None:
        if not edit.judges:
            self.push_screen(ConflictDialog(conflict, self.keymap), partial(self._settle, edit))
            return
        self._settle(edit, Choice(None))
        self.push_screen(
            NoticeDialog(
                f"Segment {edit.segment.position} was changed meanwhile",
                "Somebody else changed it while you had it open, so nothing was done. It is shown as it is now: look at "
                "it again, then decide.",
            )
        )

    def _settle(self, edit: SegmentEdit, choice: Choice | None) -> None:
        """Carry the user's choice out against the segment as it is stored now."""
        if choice is None:
            return

        def settled(_known: SegmentRecord, text: str) -> Edited:
            stored = get_segment(self.store, edit.segment.id)
            record = stored if choice.text is None else edit.carry_out(stored, text).record
            return Edited(record, settled=True)

        self.submit(SegmentEdit(edit.segment, choice.text or "", settled))


def _same_segment(one: Edit, other: SegmentEdit) -> bool:
    return isinstance(one, SegmentEdit) and one.segment.id == other.segment.id
