"""Random lives of a ticket: replies, messages, pauses, new priorities and policies, owners, levels, reopenings."""

from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.core.record.tape import TapeFact
from hypothesis import strategies as st

from tests import oracle
from tests.sla_oracle import QUARTER, History

OFFICE = {
    "timezone": "Europe/Berlin",
    "week": {
        "mon": [["08:00", "12:00"], ["13:00", "18:00"]],
        "tue": [["08:00", "18:00"]],
        "wed": [["22:00", "06:00"]],
        "fri": [["09:30", "16:00"]],
    },
    "holidays": ["2026-03-31"],
    "recurring_holidays": ["12-25", "01-01"],
}
LATER_OFFICE = {**OFFICE, "week": {**OFFICE["week"], "sat": [["00:00", "24:00"]]}}
CALENDARS = {"office@1": OFFICE, "office@2": LATER_OFFICE}

HOUR = 3600
STRICT = {
    "id": "strict",
    "calendar": "office",
    "pause": ["pending", "on_hold"],
    "warnings": {"percent": [50, 75]},
    "targets": {
        "first_response": {"P1": {"seconds": HOUR, "business": False}, "*": {"seconds": 4 * HOUR}},
        "next_response": {"P1": {"seconds": HOUR}, "P3": {"seconds": 3 * HOUR}},
        "time_to_own": {"*": {"seconds": 2 * HOUR}},
        "periodic_update": {"*": {"seconds": 5 * HOUR, "pause": ["waiting"]}},
        "resolution": {"P1": {"seconds": 4 * HOUR, "business": False}, "*": {"seconds": 10 * HOUR}},
        "ola": {"L2": {"*": {"seconds": 6 * HOUR}}},
    },
}
EASY = {
    **STRICT,
    "id": "easy",
    "pause": ["pending"],
    "targets": {"resolution": {"*": {"seconds": 20 * HOUR}}, "first_response": {"P3": {"seconds": 8 * HOUR}}},
}
POLICIES = {"strict@1": STRICT, "easy@1": EASY}
START = oracle.utc(2026, 3, 26, 10)  # the clock goes forward three days later
BEGINNINGS = [START, oracle.utc(2026, 10, 22, 20), oracle.utc(2026, 12, 22, 5)]  # back three days later; feasts
HORIZON = 40 * 96

REPLY = [("agent_reply", "")]
MESSAGE = [("requester_message", "")]
LIVE = ["open/open", "pending/pending", "on_hold/on_hold", "waiting/on_hold"]
DONE = ["solved/solved", "closed/closed"]
ANYTIME = [
    REPLY,
    MESSAGE,
    *([("priority", priority)] for priority in ("P1", "P3", "P4")),
    [("policy", "easy@1")],
    [("policy", "strict@1")],
    [("policy", "")],
    [("calendar", "office@2")],
    [("owner", "ada")],
    [("owner", "")],
    [("level", "L1")],
    [("level", "L2")],
    *([("state", state)] for state in LIVE + DONE),
    *([*REPLY, ("state", state)] for state in [*LIVE, *DONE]),
    [*MESSAGE, ("state", "open/open")],
    [("level", "L2"), ("owner", "")],
    [("priority", "P1"), ("state", "solved/solved")],
]


def created(priority="P3", policy="strict@1"):
    return [
        ("created", ""), ("state", "new/new"), ("priority", priority), ("level", "L1"), ("policy", policy),
        ("calendar", "office@1"),
    ]  # fmt: skip


@st.composite
def histories(draw):
    """A life of up to fifteen commits within two weeks, and a moment to look at it."""
    start = draw(st.sampled_from(BEGINNINGS))
    gaps = draw(st.lists(st.integers(1, 96), max_size=15))
    commits, quarter = [(0, created(draw(st.sampled_from(["P1", "P3"]))))], 0
    for gap in gaps:
        quarter += gap
        commits.append((quarter, draw(st.sampled_from(ANYTIME))))
    now = quarter + draw(st.integers(0, 400))
    return History(start, commits, POLICIES, CALENDARS, HORIZON), now


def tape_of(history):
    return tuple(
        TapeFact(at=history.at(when), kind=kind, value=value)
        for when, facts in history.commits
        for kind, value in facts
    )


def books():
    policies = {ref: parse_policy(file) for ref, file in POLICIES.items()}
    calendars = {ref: parse_calendar({**file, "id": ref}) for ref, file in CALENDARS.items()}
    return policies, calendars


def quarters(history, moment):
    if moment is None:
        return None
    found, rest = divmod(moment - history.start, QUARTER)
    assert not rest
    return found
