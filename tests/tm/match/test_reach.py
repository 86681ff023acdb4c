"""How far a text may be: exactly as far as its similarity reaches the threshold."""

from hypothesis import given
from hypothesis import strategies as st

from tm.match.reach import Reach, budget
from tm.match.similarity import ratio


@given(full=st.integers(0, 400), threshold=st.floats(0, 1) | st.sampled_from([0.5, 0.6, 0.7, 0.85]))
def test_the_budget_is_the_largest_distance_that_still_reaches_the_threshold(full: int, threshold: float) -> None:
    allowed = budget(full, threshold)
    reaching = [distance for distance in range(full + 1) if ratio(distance, full) >= threshold]
    assert allowed == max(reaching, default=-1)


@given(
    length=st.integers(0, 60),
    longest=st.integers(0, 150),
    steps=st.sampled_from([1, 4]),
    threshold=st.floats(0, 1) | st.sampled_from([0.5, 0.6, 0.7, 0.85]),
)
def test_every_length_that_can_match_is_in_reach(length: int, longest: int, steps: int, threshold: float) -> None:
    reach = Reach.of(length, threshold, steps, longest)
    possible = [
        other
        for other in range(longest + 1)
        if ratio(steps * abs(other - length), steps * max(other, length)) >= threshold
    ]
    assert possible == list(range(reach.shortest, reach.longest + 1))
