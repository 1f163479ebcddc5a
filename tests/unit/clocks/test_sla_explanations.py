"""Why this deadline: the lines an angry customer is read."""

from datetime import timedelta

from helpdesk.core.clocks.rules import explanation as clocks_explanation

from tests.builders.clocks import Desk, a_calendar, a_policy, berlin, opened

HOURS = timedelta(hours=1)
OFFICE = a_calendar(name="Office Berlin", holidays=[{"date": "2026-12-24", "name": "Heiligabend"}], region="DE-BE")
DESK = Desk(a_policy({"resolution": {"P1": {"seconds": 7200, "business": False}, "*": 12}}), OFFICE)


def lines(clock):
    return [
        (line.start, line.end, line.kind.value, line.names, line.counted / HOURS)
        for line in clocks_explanation.explain(clock).lines
    ]


def test_every_interval_has_a_name_and_they_add_up_to_the_target():
    facts = [
        *opened("2026-12-22 16:00"),
        ("2026-12-23 09:00", "state", "waiting for parts/on_hold"),
        ("2026-12-23 14:00", "state", "open/open"),
    ]
    clock = DESK.clock(facts, "2026-12-23 15:00", "resolution")
    office = ("Office Berlin",)
    assert lines(clock) == [
        (berlin("2026-12-22 16:00"), berlin("2026-12-22 18:00"), "counted", office, 2),
        (berlin("2026-12-22 18:00"), berlin("2026-12-23 08:00"), "closed", (), 0),
        (berlin("2026-12-23 08:00"), berlin("2026-12-23 09:00"), "counted", office, 1),
        (berlin("2026-12-23 09:00"), berlin("2026-12-23 14:00"), "paused", ("waiting for parts",), 0),
        (berlin("2026-12-23 14:00"), berlin("2026-12-23 18:00"), "counted", office, 4),
        (berlin("2026-12-23 18:00"), berlin("2026-12-28 08:00"), "closed", ("Heiligabend", "Erster Weihnachtstag"), 0),
        (berlin("2026-12-28 08:00"), berlin("2026-12-28 13:00"), "counted", office, 5),
    ]
    assert clock.due_at == berlin("2026-12-28 13:00")
    explanation = clocks_explanation.explain(clock)
    assert (explanation.counted, explanation.left) == (12 * HOURS, timedelta())


def test_while_paused_the_last_line_is_open_and_the_rest_is_left():
    facts = [*opened("2026-12-22 16:00"), ("2026-12-23 09:00", "state", "pending/pending")]
    clock = DESK.clock(facts, "2026-12-30 15:00", "resolution")
    assert lines(clock)[-1] == (berlin("2026-12-23 09:00"), None, "paused", ("pending",), 0)
    explanation = clocks_explanation.explain(clock)
    assert (explanation.counted, explanation.left, clock.remaining) == (3 * HOURS, 9 * HOURS, 9 * HOURS)


def test_a_clock_met_late_is_explained_to_the_deadline_it_missed():
    facts = [*opened("2026-12-22 08:00"), ("2026-12-28 09:00", "state", "solved/solved")]
    clock = DESK.clock(facts, "2026-12-30 15:00", "resolution")
    assert lines(clock)[-1][1] == clock.breached_at == berlin("2026-12-23 10:00")


def test_a_clock_met_in_closed_time_ends_with_that():
    facts = [*opened("2026-12-22 17:00"), ("2026-12-22 20:00", "state", "solved/solved")]
    explanation = clocks_explanation.explain(DESK.clock(facts, "2026-12-30 15:00", "resolution"))
    assert [line.kind.value for line in explanation.lines] == ["counted", "closed"]
    assert explanation.left == 11 * HOURS


def test_plain_time_is_one_line_without_a_calendar():
    clock = DESK.clock(opened("2026-12-24 23:00", "P1"), "2026-12-24 23:00", "resolution")
    assert lines(clock) == [(berlin("2026-12-24 23:00"), berlin("2026-12-25 01:00"), "counted", (), 2)]
