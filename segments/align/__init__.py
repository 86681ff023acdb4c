"""Alignment: two texts become beads.

Follow a call of `align_sentences`: `words` and `side` turn sentences into arrays, `lexicon`, `sound` and `table` say which
words may translate each other, `band` chooses where to look, `score` weighs beads, `path` finds the best ones and their
probabilities, and `learn` draws from them what the second pass knows better.
"""

from segments.align.aligner import align_sentences
from segments.align.lexicon import Lexicon

__all__ = ["Lexicon", "align_sentences"]
