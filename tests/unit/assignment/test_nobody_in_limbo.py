"""Whatever people and tickets go through: who waits is in the line of their team, and who owns one can work on it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.teams_at_work import ACTS, begun, comes_in


@settings(max_examples=150)
@given(acts=st.lists(ACTS, max_size=25))
def test_after_every_settled_step_everybody_has_their_place(acts):
    day = begun()
    for urgency in ("low", "high"):
        comes_in(day, urgency)
    day.settle()
    for act in acts:
        act.on(day)
        day.check(mailed=day.settle())
