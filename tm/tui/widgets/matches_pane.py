"""What the memories offer for the active segment."""

from collections.abc import Sequence

from textual.content import Content

from tm.match import differences
from tm.model import Match
from tm.tui.actions import MATCH_KEYS
from tm.tui.look import MUTED, marked_differences, shown
from tm.tui.widgets.text_pane import Block, TextPane


class MatchesPane(TextPane):
    """Matches, one of them selected: score, what differs, target, memory, reasons."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes="pane")
        self.border_title = "Matches"
        self._matches: Sequence[Match] = ()
        self._source = ""
        self._chosen = 0

    def show_matches(self, matches: Sequence[Match], source: str) -> None:
        """Show the matches of a source; the best one is selected."""
        self._matches, self._source, self._chosen = matches, source, 0
        self._draw()

    @property
    def chosen(self) -> Match | None:
        """The selected match."""
        return self.numbered(self._chosen + 1)

    def numbered(self, number: int) -> Match | None:
        """Give a match by its number, from 1."""
        return self._matches[number - 1] if 1 <= number <= len(self._matches) else None

    def choose(self, step: int) -> None:
        """Select a match above or below."""
        self._chosen = max(0, min(self._chosen + step, len(self._matches) - 1))
        self._draw()

    def _draw(self) -> None:
        self.border_title = f"Matches {len(self._matches)}" if self._matches else "Matches"
        if not self._matches:
            self.show([Block(Content.styled("The memories have nothing like it.", MUTED))])
            return
        each = [self._match_blocks(number, match) for number, match in enumerate(self._matches)]
        first = sum(len(blocks) for blocks in each[: self._chosen])
        self.show([block for blocks in each for block in blocks], follow=(first, first + len(each[self._chosen])))

    def _match_blocks(self, number: int, match: Match) -> list[Block]:
        pointer = "▸" if number == self._chosen else " "
        key = MATCH_KEYS[number].upper() if number < len(MATCH_KEYS) else " "
        head = Content.assemble(
            (f"{pointer}{key} ", "bold"),
            (f"{match.score}% ", _score_style(match.score)),
            shown(" ".join([f"{match.kind}", f"· {match.memory}", *_reviewed(match)]), MUTED),
        )
        blocks = [Block(head)]
        if match.score < 100:
            blocks.append(Block(marked_differences(differences(match.unit.source, self._source)), 3))
        blocks.append(Block(shown(match.unit.target, "bold" if number == self._chosen else ""), 3))
        blocks.extend(Block(shown(f"! {reason}", "$text-warning"), 3) for reason in match.reasons)
        return blocks


def _reviewed(match: Match) -> list[str]:
    return ["· reviewed"] if match.unit.reviewed else []


def _score_style(score: int) -> str:
    if score >= 100:
        return "bold $text-success"
    return "bold $text-warning" if score >= 75 else "bold $text-error"
