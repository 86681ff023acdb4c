"""Sums by logic on machine words are the sums of plain arithmetic."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.match.planes import at_least, count_rows, set_places, sums_at

TEXTS = 130  # two words of 64 and a bit
ROWS = st.lists(
    st.tuples(st.lists(st.booleans(), min_size=TEXTS, max_size=TEXTS), st.integers(1, 6)), min_size=1, max_size=12
)


@settings(deadline=None, max_examples=60)
@given(rows=ROWS, bound=st.integers(-1, 40))
def test_vertical_counters_count(rows: list[tuple[list[bool], int]], bound: int) -> None:
    sums = np.sum([np.array(bits) * weight for bits, weight in rows], axis=0)
    packed = [np.packbits(np.array(bits + [False] * 62), bitorder="little").view(np.uint64) for bits, _ in rows]
    weights = [weight for _, weight in rows]
    digits = count_rows(zip(packed, weights, strict=True))
    everywhere = np.arange(TEXTS)
    assert sums_at(digits, [1 << level for level in range(len(digits))], everywhere).tolist() == sums.tolist()
    assert sums_at(packed, weights, everywhere).tolist() == sums.tolist()
    reached = [place for place in set_places(at_least(digits, bound)).tolist() if place < TEXTS]
    assert reached == np.flatnonzero(sums >= bound).tolist()
