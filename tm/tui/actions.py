"""Every action of the screens, once: keys, footer, help, command palette and the user's keymap all come from here.

Keys are chosen from those that every terminal sends: F-keys, Ctrl with a letter, Ctrl or Alt with an arrow, Alt with a
letter (not B or F, which move by words in many shells' settings).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

MATCH_KEYS = "qwertyuio"
TERM_KEYS = "asdghjkl"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a user can do on a screen.

    Attributes:
        name: `screen.action`; the user's keymap names it so.
        call: The action method of the screen, with its argument, without `action_`.
        keys: The keys that do it, the first one is shown; separated by commas.
        label: One or two words for footer and palette.
        help: What it does, in a sentence.
        in_footer: Whether the footer shows it.
    """

    name: str
    call: str
    keys: str
    label: str
    help: str
    in_footer: bool = False


EVERYWHERE = (
    Action("app.help", "help", "f1", "Help", "Show every key of this screen and what it does.", in_footer=True),
    Action("app.theme", "switch_theme", "f12", "Light/dark", "Change between the dark and the light theme."),
    Action("app.quit", "quit", "ctrl+q", "Quit", "Leave; what was typed is saved."),
)

DOCUMENTS = (
    Action("documents.open", "open", "enter", "Open", "Open the document.", in_footer=True),
    Action("documents.project", "switch_project", "p,f2", "Project", "Work in another project.", in_footer=True),
    Action("documents.import", "bring_in", "i", "Import", "Bring a file in as a document.", in_footer=True),
    Action("documents.refresh", "refresh_list", "r", "Refresh", "Read the list again.", in_footer=True),
)

SEGMENTS = (
    Action("segments.previous", "previous", "ctrl+up", "Previous", "Go to the segment before."),
    Action("segments.next", "next", "ctrl+down", "Next", "Go to the segment after."),
    Action("segments.page_up", "page(-1)", "ctrl+pageup", "Page up", "Go a screenful of segments up."),
    Action("segments.page_down", "page(1)", "ctrl+pagedown", "Page down", "Go a screenful of segments down."),
    Action("segments.scroll_up", "scroll_text(-1)", "alt+pageup", "Scroll up", "Scroll a long source up."),
    Action("segments.scroll_down", "scroll_text(1)", "alt+pagedown", "Scroll down", "Scroll a long source down."),
    Action("segments.go_to", "go_to", "ctrl+g", "Go to", "Go to the segment with a number."),
    Action("segments.history", "history", "alt+p", "History", "Show who changed the segment, when, and what."),
    Action("segments.comment", "comment", "alt+c", "Comment", "Say something of the segment."),
    Action(
        "segments.undo", "undo_operation", "alt+z", "Undo", "Take back your last confirm, review or bulk action, whole."
    ),
    Action("segments.documents", "documents", "f2", "Documents", "Back to the list of documents.", in_footer=True),
)

EDITOR = (
    Action(
        "editor.confirm", "confirm", "f5,ctrl+j,ctrl+enter", "Confirm",
        "Confirm the target: it enters the memory; then go to the next segment that is not done.", in_footer=True,
    ),
    Action("editor.next_open", "next_open", "f3", "Next open", "Go to the next segment that is not done.", in_footer=True),
    Action("editor.concordance", "concordance", "f4", "Concordance", "Search the memories for the selected text.", in_footer=True),
    Action("editor.insert_match", "insert_match", "f6", "Use match", "Put the selected match's target in.", in_footer=True),
    Action("editor.match_up", "choose_match(-1)", "alt+up", "Match up", "Select the match above."),
    Action("editor.match_down", "choose_match(1)", "alt+down", "Match down", "Select the match below."),
    Action("editor.insert_term", "insert_term", "f7", "Use term", "Put the selected term's rendering in.", in_footer=True),
    Action("editor.term_left", "choose_term(-1)", "alt+left", "Term up", "Select the term above."),
    Action("editor.term_right", "choose_term(1)", "alt+right", "Term down", "Select the term below."),
    Action("editor.new_term", "new_term", "ctrl+t", "New term", "Put a term into the glossary, with the selected text as its rendering."),
    Action("editor.copy_source", "copy_source", "alt+m", "Copy source", "Put the source in as the target."),
    Action("editor.next_rejected", "next_rejected", "alt+n", "Next rejected", "Go to the next segment that the reviewer rejected."),
    Action("editor.unconfirm", "unconfirm", "alt+v", "Unconfirm", "Take the confirm back: the text stays, its unit leaves the memory."),
    Action("editor.confirm_drafts", "confirm_drafts", "alt+x", "Confirm drafts", "Confirm every draft of the document; one undo."),
    Action("editor.save", "save", "ctrl+s", "Save", "Save what was typed; it is saved by itself after a second too."),
    Action("editor.review", "review", "f8", "Review", "Go over to the review of this document.", in_footer=True),
    Action("editor.preview", "toggle_preview", "f9", "Preview", "Show or hide the document's text.", in_footer=True),
    *(
        Action(f"editor.match_{number}", f"insert_match_number({number})", f"alt+{key}", f"Use match {number}",
               f"Put the target of match {number} in.")
        for number, key in enumerate(MATCH_KEYS, 1)
    ),
    *(
        Action(f"editor.term_{number}", f"insert_term_number({number})", f"alt+{key}", f"Use term {number}",
               f"Put the rendering of term {number} in.")
        for number, key in enumerate(TERM_KEYS, 1)
    ),
)  # fmt: skip

REVIEW = (
    Action("review.accept", "accept", "f5,a", "Accept", "Accept the target and go to the next to review.", in_footer=True),
    Action("review.reject", "reject", "f6,x", "Reject", "Reject the target with a reason; it goes back to the translator.", in_footer=True),
    Action("review.next", "next_to_review", "f3,n", "Next to review", "Go to the next segment that waits for review.", in_footer=True),
    Action("review.up", "previous", "up", "Previous", "Go to the segment before."),
    Action("review.down", "next", "down", "Next", "Go to the segment after."),
    Action("review.page_up", "page(-1)", "pageup", "Page up", "Go a screenful of segments up."),
    Action("review.page_down", "page(1)", "pagedown", "Page down", "Go a screenful of segments down."),
    Action("review.comment", "comment", "f7,c", "Comment", "Say something of the segment.", in_footer=True),
    Action("review.editor", "editor", "f8,escape", "Translate", "Go over to translating.", in_footer=True),
)  # fmt: skip

CONCORDANCE = (
    Action("concordance.insert", "insert", "f6", "Insert", "Put the target of the selected unit in.", in_footer=True),
    Action("concordance.up", "up", "up,ctrl+up", "Up", "Select the unit above."),
    Action("concordance.down", "down", "down,ctrl+down", "Down", "Select the unit below."),
    Action("concordance.page_up", "page(-1)", "pageup", "Page up", "A screenful up."),
    Action("concordance.page_down", "page(1)", "pagedown", "Page down", "A screenful down."),
    Action("concordance.close", "close", "escape,f4", "Back", "Back to the editor.", in_footer=True),
)  # fmt: skip

CONFLICT = (
    Action("conflict.mine", "keep_mine", "f5,ctrl+j,ctrl+enter", "Keep mine", "Store my text, as it stands here.", in_footer=True),
    Action("conflict.theirs", "take_theirs", "f6", "Take theirs", "Leave the stored text as it is.", in_footer=True),
)  # fmt: skip

SCREENS = {
    "documents": (*EVERYWHERE, *DOCUMENTS),
    "editor": (*EVERYWHERE, *EDITOR, *SEGMENTS),
    "review": (*EVERYWHERE, *REVIEW, *SEGMENTS),
    "concordance": (*EVERYWHERE, *CONCORDANCE),
    "conflict": CONFLICT,
}
"""What each screen offers."""


def every_action() -> dict[str, Action]:
    """Give every action there is by its name."""
    return {action.name: action for actions in SCREENS.values() for action in actions}


def bindings(actions: Iterable[Action], *, priority: bool = False) -> list[Binding]:
    """Give Textual's bindings for actions; `priority` puts them before those of the focused widget."""
    return [
        Binding(
            action.keys,
            action.call,
            action.label,
            show=action.in_footer,
            priority=priority,
            tooltip=action.help,
            id=action.name,
        )
        for action in actions
    ]
