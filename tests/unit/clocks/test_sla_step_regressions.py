"""Warnings that went wrong in other help desks, once each, named by project and thread."""

from helpdesk.core.clocks.rules import steps as sla

from tests.builders.clocks import Desk, a_policy, berlin, opened

# P8: warnings come at midnight or on weekends.


def test_glpi_22678_one_hour_before_a_deadline_is_an_hour_of_work_before_it():
    policy = a_policy({"resolution": {"*": 4}}, warnings={"minutes_before": [60]})
    clock = Desk(policy).clock(opened("2026-11-23 17:00"), "2026-11-23 17:00", "resolution")
    assert clock.due_at == berlin("2026-11-24 11:00")
    assert [(step.name, step.at) for step in clock.steps] == [
        ("60m", berlin("2026-11-24 10:00")),
        ("breach", berlin("2026-11-24 11:00")),
    ]


def test_zammad_4432_a_warning_for_closing_time_comes_at_the_next_opening():
    policy = a_policy({"resolution": {"*": 4}}, warnings={"percent": [50]})
    clock = Desk(policy).clock(opened("2026-11-20 16:00"), "2026-11-20 16:00", "resolution")
    assert clock.steps[0].at == berlin("2026-11-23 08:00")


def test_zammad_4432_around_the_clock_a_warning_comes_when_it_is_due():
    plain = {"seconds": 4 * 3600, "business": False}
    policy = a_policy({"resolution": {"*": plain}}, warnings={"percent": [50]})
    clock = Desk(policy).clock(opened("2026-11-20 23:00"), "2026-11-20 23:00", "resolution")
    assert clock.steps[0].at == berlin("2026-11-21 01:00")


# P9: a reminder is sent once a day per type, or twice, or stalls.

WARNED = Desk(a_policy({"resolution": {"P1": 4, "*": 8}, "time_to_own": {"*": 1}}, warnings={"percent": [50]}))


def fired_over(desk, facts, *moments):
    """What fires when the ticket is looked at in these moments, each step remembered."""
    fired = []
    for moment in moments:
        known = [fact for fact in facts if fact[0] <= moment]
        steps = sla.due_steps(desk.ledger(known, moment), fired, berlin(moment))
        fired += [step.key for step in steps]
    return fired


def test_zammad_4348_new_terms_on_the_same_day_warn_anew():
    facts = [*opened("2026-11-23 08:00", "P1"), ("2026-11-23 10:30", "priority", "P3")]
    fired = fired_over(WARNED, facts, "2026-11-23 10:01", "2026-11-23 10:30", "2026-11-23 12:01", "2026-11-23 16:01")
    assert [key for key in fired if key.startswith("resolution")] == [
        "resolution:1:50%",
        "resolution:2:50%",
        "resolution:2:breach",
    ]


def test_znuny_477_glpi_1996_a_step_that_had_its_effect_does_not_come_again():
    facts = opened("2026-11-23 08:00")
    fired = fired_over(WARNED, facts, *["2026-11-23 12:01"] * 3, *["2026-11-24 12:01"] * 3)
    assert sorted(fired) == sorted(set(fired))
    assert "resolution:1:breach" in fired


def test_glpi_24194_reopening_does_not_warn_of_the_same_again():
    facts = [
        *opened("2026-11-23 08:00"),
        ("2026-11-23 13:00", "state", "solved/solved"),
        ("2026-11-24 08:00", "state", "open/open"),
    ]
    fired = fired_over(WARNED, facts, "2026-11-23 12:01", "2026-11-23 13:00", "2026-11-24 08:00", "2026-11-24 11:01")
    assert [key for key in fired if key.startswith("resolution")] == ["resolution:1:50%", "resolution:1:breach"]


def test_glpi_6898_the_time_to_own_has_steps_of_its_own():
    fired = fired_over(WARNED, opened("2026-11-23 08:00"), "2026-11-23 08:30", "2026-11-23 09:00")
    assert fired == ["time_to_own:1:50%", "time_to_own:1:breach"]


# P10: no escalation in several steps.


def test_chatwoot_6889_4635_glpi_4206_a_clock_has_as_many_steps_as_it_is_given():
    policy = a_policy({"first_response": {"*": 8}}, warnings={"percent": [25, 50, 75], "minutes_before": [60, 15, 600]})
    clock = Desk(policy).clock(opened("2026-11-23 08:00"), "2026-11-23 08:00", "first_response")
    assert [(step.name, step.at) for step in clock.steps] == [
        ("25%", berlin("2026-11-23 10:00")),
        ("50%", berlin("2026-11-23 12:00")),
        ("75%", berlin("2026-11-23 14:00")),
        ("60m", berlin("2026-11-23 15:00")),
        ("15m", berlin("2026-11-23 15:45")),
        ("breach", berlin("2026-11-23 16:00")),
    ]
