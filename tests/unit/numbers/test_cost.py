"""What a ticket costs: each commit by its kind, each mail, and what is kept."""

from datetime import UTC, datetime

import pytest
from helpdesk.capabilities.numbers.rules.cost import cost_of, kind_of, used_by
from helpdesk.capabilities.numbers.rules.prices import FILE, Assumed, Prices, prices
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.record.pins import NoteUnpinned
from helpdesk.core.record.tickets import MessageAdded, StateChanged
from helpdesk.foundation.kernel.actors import Actor, system
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, TicketId, Visibility

ADA = Actor(id="ada", role=Role.AGENT)
RITA = Actor(id="rita", role=Role.REQUESTER)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
MOVED = StateChanged(state="open", phase=Phase.OPEN, previous="new")
PRICES = Prices(
    date="2026-01",
    source="a test",
    per_million={"write_unit": 1e6, "transition": 2e6, "lambda_request": 0, "lambda_mb_second": 1e6}
    | {"cdn_request": 0, "http_request": 10e6, "mail": 100e6, "mail_in": 1000e6},
    per_gb={"table": 1e9, "backup": 0, "file": 1e9},
    per_month={},
    always_free={},
    assumed=Assumed(looks=0, run_seconds=0.5, run_mb=2, months_kept=0, table_kb=1, mail_kb=3),
    measured={
        "Answer": {"write_unit": 5, "lambda_request": 3},
        "StateChanged": {"write_unit": 4},
        "ring": {"write_unit": 3, "transition": 2},
        "other": {"write_unit": 2},
        "along": {"write_unit": 1},
        "look": {},
        "mail_out": {"mail": 1},
        "mail_in": {"mail_in": 1},
    },
)


def entry(version, event, by=ADA, personal=None):
    return Entry(
        id=f"e{version}",
        ticket_id=TicketId("HD-00000001"),
        version=version,
        at=AT,
        region="eu-central-1",
        epoch=1,
        actor=by,
        event=event,
        personal=personal,
    )


def said(by=Role.AGENT, visibility=Visibility.PUBLIC, **more):
    return MessageAdded(visibility=visibility, by=by, channel=Channel.PORTAL, **more)


def test_a_commit_takes_what_its_first_entry_does_and_a_little_for_each_other():
    cost = cost_of([entry(1, said()), entry(1, MOVED), entry(2, MOVED)], 0, PRICES)
    assert (cost.write_units, cost.requests) == (5 + 1 + 4, 2)


def test_functions_run_as_long_as_is_assumed_and_that_stands_apart():
    cost = cost_of([entry(1, said())], 0, PRICES)
    assert cost.time_usd == 3 * 2 * 0.5
    assert cost.usd == 5 + 10 + cost.time_usd


def test_what_a_timer_writes_was_asked_for_by_nobody_and_takes_transitions():
    cost = cost_of([entry(1, MOVED, system("timer"))], 0, PRICES)
    assert (cost.requests, cost.transitions, cost.usd) == (0, 2, 3 + 2 * 2)


def test_mails_are_paid_for_out_and_in_and_what_came_by_mail_is_no_request():
    cost = cost_of([entry(1, said(Role.REQUESTER, mail="m1"), RITA)], 2, PRICES)
    assert (cost.requests, cost.mails) == (0, 3)
    assert cost.usd == 2 + 2 * 100 + 1000


def test_requests_that_only_read_are_in_proportion_to_those_that_change_something():
    prices = PRICES.__class__(
        **{name: getattr(PRICES, name) for name in PRICES.__struct_fields__ if name not in {"assumed", "measured"}},
        assumed=Assumed(looks=4, run_seconds=0, run_mb=0, months_kept=0, table_kb=0, mail_kb=0),
        measured=PRICES.measured | {"look": {"write_unit": 0.5}},
    )
    assert cost_of([entry(1, MOVED)], 0, prices).usd == 4 + 4 * 0.5 + 10 * 5


def test_long_words_are_paid_for_by_the_kilobyte():
    short, long = (cost_of([entry(1, said(), personal=Personal(body="ä" * n))], 0, PRICES) for n in (500, 1600))
    assert long.write_units - short.write_units == 2 * 3


def test_entries_files_and_mails_are_kept():
    file = Attachment(id="a", name="log.txt", size=2048)
    cost = cost_of([entry(1, said(attachments=(file,))), entry(2, said(Role.REQUESTER, mail="m1"), RITA)], 0, PRICES)
    assert cost.kept_kb == 2 * 1 + 2 + 3


@pytest.mark.parametrize(
    ("event", "by", "kind"),
    [
        (said(), ADA, "Answer"),
        (said(Role.REQUESTER), RITA, "Question"),
        (said(visibility=Visibility.INTERNAL), ADA, "Note"),
        (MOVED, ADA, "StateChanged"),
        (MOVED, system("timer"), "ring"),
    ],
)
def test_kinds(event, by, kind):
    assert kind_of(entry(1, event, by)) == kind


def test_the_file_prices_what_was_measured_and_every_kind_in_it_is_one():
    known = {"Answer", "Question", "Note", "ring", "other", "along", "look", "mail_out", "mail_in"}
    listed = prices()
    assert set(listed.measured) <= known | set(CATALOGUE)
    assert all(listed.of(unit, amount) >= 0 for used in listed.measured.values() for unit, amount in used.items())
    assert FILE.read_text().count("[measured.") == len(listed.measured)
    assert used_by([entry(1, NoteUnpinned())], 0, listed).used["write_unit"] == listed.measured["other"]["write_unit"]
