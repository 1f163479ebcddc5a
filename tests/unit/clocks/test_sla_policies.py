"""Policies: which one a ticket gets, what an administrator is told, and what is refused."""

import pytest
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import policy as clocks_policy
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.policy_choice import policy_for
from helpdesk.core.clocks.rules.policy_report import Gap, Overlap, report_policies
from helpdesk.core.clocks.settings import policy_file
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.record import tape
from helpdesk.foundation.settings.versions import Versions
from msgspec.structs import replace

from tests.builders.clocks import Desk, a_policy, berlin, opened
from tests.builders.tickets import a_ticket

TARGETS = {"resolution": {"*": {"seconds": 3600}}}
KINDS = {"kind": ["incident", "service_request", "problem", "change"]}


def for_tickets(name, **conditions):
    return policy_file.parse_policy({"id": name, "calendar": "office", "conditions": conditions, "targets": TARGETS})


def test_a_tag_is_the_same_however_it_is_written():
    policies = [for_tickets("tagged", tag=["Größe"]), for_tickets("rest")]
    book = Book(
        policies=Versions({policy.ref: policy for policy in policies}, [each.ref for each in policies]), calendars={}
    )
    assert policy_for(replace(a_ticket(), tags=("GRO\u0308SSE",)), book) == "tagged@1"


def test_the_first_policy_whose_conditions_hold_is_chosen():
    policies = [
        for_tickets("vip", organization=["acme", "umbrella"], kind="incident"),
        for_tickets("tagged", tag=["urgent"]),
        for_tickets("rest"),
    ]
    chosen = {
        name: clocks_policy.choose_policy(policies, facts).id
        for name, facts in {
            "both": {"organization": "acme", "kind": "incident", "tag": ["urgent"]},
            "one of two": {"organization": "acme", "kind": "change"},
            "a tag": {"organization": None, "kind": "incident", "tag": ["new", "urgent"]},
            "nothing": {},
        }.items()
    }
    assert chosen == {"both": "vip", "one of two": "rest", "a tag": "tagged", "nothing": "rest"}
    assert clocks_policy.choose_policy(policies[:2], {}) is None


def test_overlaps_are_reported_and_a_policy_no_ticket_reaches_is_called_hidden():
    policies = [
        for_tickets("kinds", kind=["incident", "problem"]),
        for_tickets("acme", organization=["acme"]),
        for_tickets("never", kind=["incident"], organization=["acme"]),
        for_tickets("changes", kind=["change"]),
    ]
    assert report_policies(policies, KINDS).overlaps == (
        Overlap(first="kinds@1", second="acme@1", hidden=False),
        Overlap(first="kinds@1", second="never@1", hidden=True),
        Overlap(first="acme@1", second="never@1", hidden=True),
        Overlap(first="acme@1", second="changes@1", hidden=False),
    )


@pytest.mark.parametrize(
    ("conditions", "unmatched"),
    [
        ([], {}),
        ([{}], None),
        ([{"kind": ["incident"]}], {"kind": "service_request"}),
        ([{"kind": KINDS["kind"]}], None),
        ([{"kind": ["incident"]}, {"kind": KINDS["kind"][1:]}], None),
        ([{"team": ["a"]}, {"channel": ["web"]}], {"channel": "(any other)", "team": "(any other)"}),
        (
            [{"kind": ["incident"], "team": ["a"]}, {"kind": KINDS["kind"][1:]}],
            {"kind": "incident", "team": "(any other)"},
        ),
    ],
)
def test_a_ticket_that_no_policy_takes_is_shown(conditions, unmatched):
    policies = [for_tickets(f"p{number}", **each) for number, each in enumerate(conditions)]
    assert report_policies(policies, KINDS).unmatched == unmatched


def test_priorities_without_a_target_are_reported():
    policy = a_policy({"resolution": {"*": 4}, "first_response": {"P1": 1, "P3": 2}})
    assert report_policies([policy], {}).gaps == (
        Gap(policy="standard@1", clock="first_response", priorities=("P2", "P4")),
    )


BAD = [
    ("id", {"id": ""}, "must be a text that is not empty"),
    ("targets", {"targets": {}}, "promise nothing"),
    ("targets", {"targets": {"resolution": {}}}, "promise nothing"),
    ("targets.resolutions", {"targets": {"resolutions": {}}}, "is not known here"),
    ("targets.resolution.P5", {"targets": {"resolution": {"P5": {"seconds": 1}}}}, "is not known here"),
    ("targets.resolution.P1", {"targets": {"resolution": {"P1": 3600}}}, "must be an object"),
    ("targets.resolution.P1.seconds", {"targets": {"resolution": {"P1": {}}}}, "must be a whole number"),
    ("targets.resolution.P1.seconds", {"targets": {"resolution": {"P1": {"seconds": True}}}}, "whole number"),
    ("targets.resolution.P1.seconds", {"targets": {"resolution": {"P1": {"seconds": 0}}}}, "more than nothing"),
    ("targets.resolution.P1.seconds", {"targets": {"resolution": {"P1": {"seconds": 10**9}}}}, "at most ten years"),
    ("targets.resolution.P1.hours", {"targets": {"resolution": {"P1": {"hours": 1}}}}, "is not known here"),
    ("targets.resolution.P1.business", {"targets": {"resolution": {"P1": {"seconds": 9, "business": 1}}}}, "true or"),
    ("targets.resolution.*.calendar", {"calendar": None}, "a target in business time needs a calendar"),
    ("targets.ola.L2.P1.seconds", {"targets": {"ola": {"L2": {"P1": {"seconds": -1}}}}}, "more than nothing"),
    ("calendar", {"calendar": "nowhere"}, "there is no calendar nowhere"),
    (
        "targets.resolution.P1.calendar",
        {"targets": {"resolution": {"P1": {"seconds": 9, "calendar": "nowhere"}}}},
        "there is no calendar nowhere",
    ),
    ("conditions.colour", {"conditions": {"colour": "red"}}, "is not known here"),
    ("conditions.kind", {"conditions": {"kind": []}}, "must name at least one value"),
    ("conditions.kind", {"conditions": {"kind": [1]}}, "must be a list of texts"),
    ("pause", {"pause": "pending"}, "must be a list"),
    ("warnings.percent[1]", {"warnings": {"percent": [75, 100]}}, "must be a whole number from 1 to 99"),
    ("warnings.minutes_before[0]", {"warnings": {"minutes_before": [0]}}, "must be a whole number from 1"),
    ("warnings.hours", {"warnings": {"hours": [1]}}, "is not known here"),
    (
        "targets.resolution.P1.warnings.minutes_before[0]",
        {"targets": {"resolution": {"P1": {"seconds": 3600, "warnings": {"minutes_before": [60]}}}}},
        "must be a whole number from 1 to 59",
    ),
]


@pytest.mark.parametrize(("place", "changes", "reason"), BAD, ids=[f"{place}: {why}" for place, _, why in BAD])
def test_a_bad_policy_is_refused_with_the_place_and_the_reason(place, changes, reason):
    file = {"id": "standard", "calendar": "office", "targets": TARGETS, **changes}
    with pytest.raises(clocks_policy.PolicyError) as refused:
        policy_file.parse_policy(file, calendars=["office"])
    assert refused.value.place == place
    assert reason in refused.value.reason


def test_a_warning_for_all_targets_is_left_out_where_it_does_not_fit():
    policy = a_policy({"resolution": {"P1": 0.5, "*": 4}}, warnings={"minutes_before": [60], "percent": [75]})
    assert [name for name, _ in policy.target("resolution", "P1").steps] == ["75%"]
    assert [name for name, _ in policy.target("resolution", "P4").steps] == ["75%", "60m"]


def test_a_target_may_have_a_calendar_of_its_own():
    policy = a_policy({"resolution": {"*": {"seconds": 3600, "calendar": "always"}}})
    desk = Desk(policy, CALENDARS.at_first()["always"])
    clock = desk.clock(opened("2026-11-22 03:00"), "2026-11-22 03:00", "resolution")
    assert (clock.due_at, clock.calendar) == (berlin("2026-11-22 04:00"), "Around the clock")


def test_the_policy_a_new_desk_starts_with_leaves_no_ticket_without_a_promise():
    report = report_policies(POLICIES.at_first().current(), {})
    assert (report.overlaps, report.gaps, report.unmatched) == ((), (), None)
    (policy,) = POLICIES.at_first().current()
    ledger = clocks_ledger.ledger(
        tuple(
            tape.TapeFact(at=berlin(at), kind=kind, value=value) for at, kind, value in opened("2026-12-24 17:00", "P2")
        ),
        {policy.ref: policy},
        CALENDARS.at_first(),
        berlin("2026-12-24 17:00"),
    )
    assert [clock.due_at for clock in ledger.clocks] == [berlin("2026-12-28 09:00"), berlin("2026-12-28 15:00")]
