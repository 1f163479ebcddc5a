"""A move is taken back for a short time to where it came from, also where no move leads there."""

from datetime import timedelta

import pytest

PENDING = {"state": "pending", "until": "2026-03-06T09:00:00Z"}
ON_HOLD = {"state": "on_hold", "vendor": "acme-repairs", "until": "2026-03-06T09:00:00Z"}


@pytest.fixture
def move(http, ada, ticket):
    return lambda **wanted: http.post(f"/api/tickets/{ticket}/transitions", wanted, by=ada)


def resolution(ticket):
    """Of the present run: having been solved ended the one before."""
    return [clock["state"] for clock in ticket["clocks"] if clock["clock"] == "resolution"][-1]


@pytest.mark.parametrize(
    ("before", "target"),
    [
        ({"state": "new"}, "open"),
        ({"state": "new"}, "solved"),
        (PENDING, "solved"),
        (ON_HOLD, "solved"),
        ({"state": "open"}, "pending"),
    ],
)
def test_it_is_as_it_was(http, desk, ada, ticket, move, before, target):
    if before["state"] != "new":
        move(**before)
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body
    desk.clock.advance(timedelta(hours=1))
    move(state=target)
    desk.clock.advance(timedelta(seconds=12))
    back = move(**before)
    assert back.status == 200
    again = http.get(f"/api/tickets/{ticket}", by=ada).body
    for part in ("state", "phase", "until", "vendor", "next_states", "assignee"):
        assert again[part] == seen[part]
    assert resolution(again) == resolution(seen)


def test_after_a_minute_the_table_holds_again(desk, move):
    move(**PENDING)
    move(state="solved")
    desk.clock.advance(timedelta(seconds=61))
    refused = move(state="pending")
    assert (refused.status, refused.code) == (409, "transition_refused")


def test_what_was_cancelled_or_closed_is_not_taken_back(move):
    move(state="solved")
    move(state="closed")
    assert move(state="solved").code == "transition_refused"


def test_a_longer_wait_is_no_move_to_take_back(move):
    move(state="open")
    move(**PENDING)
    move(**PENDING | {"until": "2026-03-09T09:00:00Z"})
    assert move(state="open").status == 200


def test_two_moves_are_not_taken_back_at_once(move):
    move(state="open")
    move(state="pending")
    assert move(state="new").code == "transition_refused"
