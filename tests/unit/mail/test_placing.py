"""Which ticket a mail belongs to, and which mails belong to none."""

from datetime import timedelta

import pytest
from helpdesk.channels.mail.rules.arrival import LANES, lane
from helpdesk.channels.mail.rules.mailboxes import Writers, mailbox_of, without_plus
from helpdesk.channels.mail.rules.placing import Where, in_order, place, tagged
from helpdesk.channels.mail.rules.screening import is_forged, is_proven
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.mail import GOOD, a_mailbox, an_arrival
from tests.builders.tickets import a_ticket

NOW, FORTNIGHT, TERM = MONDAY_MORNING, timedelta(days=14), TERMS.at_first()
OPEN, CLOSED, LONG_CLOSED, CANCELLED = (
    a_ticket(id="HD-80000101", state="open"),
    a_ticket(id="HD-80000102", state="closed", state_since=NOW - timedelta(days=13)),
    a_ticket(id="HD-80000103", state="closed", state_since=NOW - timedelta(days=15)),
    a_ticket(id="HD-80000104", state="cancelled", state_since=NOW - timedelta(days=1)),
)
ALL = {ticket.id: ticket for ticket in (OPEN, CLOSED, LONG_CLOSED, CANCELLED)}

CASES = [
    # what the mail points at, where its sender takes part, where it goes
    ([], [], Where.NEW, None),
    (["HD-89999999"], ["HD-89999999"], Where.NEW, None),
    ([OPEN.id], [OPEN.id], Where.SAME, OPEN.id),
    ([OPEN.id], [], Where.NEW, OPEN.id),
    ([CLOSED.id], [CLOSED.id], Where.REOPENED, CLOSED.id),
    ([LONG_CLOSED.id], [LONG_CLOSED.id], Where.FOLLOWING, LONG_CLOSED.id),
    ([CANCELLED.id], [CANCELLED.id], Where.FOLLOWING, CANCELLED.id),
    ([CLOSED.id, OPEN.id], [OPEN.id], Where.SAME, OPEN.id),
    ([CLOSED.id, OPEN.id], [], Where.NEW, CLOSED.id),
]


@pytest.mark.parametrize(("wanted", "part_of", "where", "ticket"), CASES)
def test_a_mail_goes_where_its_sender_takes_part(wanted, part_of, where, ticket):
    found = place(wanted, ALL, part_of, NOW, FORTNIGHT, TERM)
    assert (found.where, found.ticket) == (where, ticket)


IDS = st.lists(st.sampled_from([*ALL, "HD-89999999"]), max_size=6)


@given(IDS, IDS)
def test_nobody_writes_where_they_take_no_part(wanted, part_of):
    found = place(wanted, ALL, part_of, NOW, FORTNIGHT, TERM)
    assert found.where is Where.NEW or found.ticket in set(part_of) & set(wanted) & set(ALL)


@given(st.lists(IDS, max_size=3))
def test_the_surest_way_comes_first_and_each_ticket_once(ways):
    found = in_order(*ways)
    assert len(found) == len(set(found)) == len({ticket for way in ways for ticket in way})
    assert found[:1] == [ticket for way in ways for ticket in way][:1]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Re: [HD-8K3M7QTX] It smokes", ["HD-8K3M7QTX"]),
        ("HD-8K3M7QTX and HD-8K3M7QTY and HD-8K3M7QTX", ["HD-8K3M7QTX", "HD-8K3M7QTY"]),
        ("XHD-8K3M7QTX HD-8K3M7QTXX hd-8k3m7qtx HD-8K3", []),
    ],
)
def test_a_subject_names_tickets_by_their_whole_number(subject, found):
    assert tagged(subject) == found


def test_a_mailbox_is_found_by_each_of_its_addresses():
    boxes = (a_mailbox("a@desk.example", aliases=("b@Bücher.example",)), a_mailbox("c@desk.example"))
    for address in ("A@DESK.example", "a+x@desk.example", "b@xn--bcher-kva.example", "b+y+z@bücher.example"):
        assert mailbox_of([address], boxes) == boxes[0]
    assert mailbox_of(["x@desk.example", "c@desk.example", "a@desk.example"], boxes) == boxes[0]
    assert mailbox_of(["x@desk.example"], boxes) is None
    assert without_plus("+x@desk.example") == "+x@desk.example"
    assert Writers.ANYBODY is boxes[0].writers


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_sender_has_a_lane_that_a_queue_takes(local, domain):
    found = lane(an_arrival(sender=f"{local}@{domain}"))
    assert found.isascii()
    assert 0 < len(found) <= 128
    assert not set(found) - set("abcdefghijklmnopqrstuvwxyz0123456789.-/")
    assert int(found.rpartition("/")[2]) < LANES


@pytest.mark.parametrize(
    ("verdicts", "policy", "forged"),
    [
        ({"dmarc": "fail"}, "reject", True),
        ({"dmarc": "fail"}, "quarantine", True),
        ({"dmarc": "fail"}, "none", False),
        ({"dmarc": "fail"}, "", False),
        ({"dmarc": "gray"}, "", False),
        (GOOD, "reject", False),
        ({}, "reject", False),
    ],
)
def test_only_a_domain_that_asks_for_it_makes_a_mail_forged(verdicts, policy, forged):
    assert is_forged(verdicts, policy) is forged


@pytest.mark.parametrize(
    ("verdicts", "envelope", "proven"),
    [
        (GOOD, "x@elsewhere.example", True),
        ({"dmarc": "gray", "spf": "pass"}, "rita@example.org", True),
        ({"dmarc": "gray", "spf": "pass"}, "rita@elsewhere.example", False),
        ({"dmarc": "gray", "spf": "fail"}, "rita@example.org", False),
        ({"dmarc": "fail", "spf": "pass"}, "rita@example.org", False),
        ({"spf": "pass"}, "", False),
        ({}, "rita@example.org", False),
    ],
)
def test_a_sender_is_proven_by_dmarc_or_by_spf_of_the_same_domain(verdicts, envelope, proven):
    from helpdesk.channels.mail.rules.parsing import parsed  # noqa: PLC0415 - its libraries take a while

    mail = parsed(b"From: Rita <rita@example.org>\r\n\r\nIt smokes.")
    assert is_proven(an_arrival(sender=envelope, verdicts=verdicts), mail) is proven
