"""From entry to effects: everything delivered twice, in disorder, or with a poisoned entry among good ones."""

import json
import os
from collections import Counter
from email import message_from_string
from email.policy import default

import pytest
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.platform.aws import client as aws_client

from tests import infrastructure
from tests.builders.directory import a_requester, an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.platform import Platform, subscribe

ADA, OLIVIA = an_agent(), an_agent("Olivia", teams=("it-operations",))


@pytest.fixture
def desk(aws_desk):
    staff(aws_desk, ADA)
    staff(aws_desk, OLIVIA, team="it-operations", level=Level.L2)
    return aws_desk


@pytest.fixture
def platform(aws, desk):
    subscribe()
    return Platform(aws)


def opened():
    draft = {"subject": "Printer", "description": "It smokes.", "requester": a_requester().email}
    return Gateway().post("/api/tickets", draft, by=ADA).body["id"]


def a_whole_life(desk, platform):
    """Opened, answered, too late for the rest of it, answered again, solved."""
    ticket_id = opened()
    path = f"/api/tickets/{ticket_id}"
    platform.settle()
    Gateway().post(f"{path}/messages", {"body": "Did you try water?"}, by=ADA)
    platform.settle()
    desk.clock.set(desk.tickets.get(ticket_id).promise.next_deadline)
    platform.sweep()
    platform.ring()
    platform.settle()
    Gateway().post(f"{path}/messages", {"body": "A new one is on its way.", "state": "solved"}, by=OLIVIA)
    platform.settle()
    assert platform.failed == []
    return ticket_id


def mails():
    read = [message_from_string(mail.raw_data, policy=default) for mail in infrastructure.mails_sent()]
    texts = (
        "\n".join(line for line in mail.get_body(["plain"]).get_content().splitlines() if "://" not in line)
        for mail in read
    )
    return Counter(zip((mail["To"].addresses[0].addr_spec for mail in read), texts, strict=True))


def facts(desk, ticket_id):
    return [entry.type for entry in desk.tickets.entries(ticket_id)]


def test_everything_delivered_twice_happens_once(desk, platform):
    platform.twice = True
    ticket_id = a_whole_life(desk, platform)
    counted = Counter(facts(desk, ticket_id))
    assert (counted["ClockBreached"], counted["TicketEscalated"], counted["MessageAdded"]) == (1, 1, 2)
    assert set(mails().values()) == {1}


def test_deliveries_make_no_difference_to_what_is_written(desk, platform):
    once = facts(desk, a_whole_life(desk, platform))
    platform.twice = True
    assert facts(desk, a_whole_life(desk, platform)) == once


def poison():
    """An entry of a kind that nobody knows."""
    item = {"pk": {"S": "T#HD-8P01S0N0"}, "sk": {"S": "E#00000001#0"}, "entry": {"S": '{"type": "Unheard"}'}}
    aws_client("dynamodb").put_item(TableName=os.environ["TABLE"], Item=item)
    return item


def test_a_poisoned_entry_does_not_hold_up_the_good_ones(desk, platform):
    tickets = [opened()]
    poison()
    tickets.append(opened())
    platform.settle()
    assert [desk.tickets.get(ticket_id).assignee for ticket_id in tickets] == [ADA.id] * 2
    assert sum(to == a_requester().email for to, _ in mails().elements()) == 2


def test_a_poisoned_entry_is_kept_apart_after_its_last_try(desk, platform):
    opened()
    item = poison()
    platform.settle()
    ((function, message),) = platform.failed
    assert (function, json.loads(message["body"])) == ("publish_events", item)


def test_what_the_bus_refused_is_published_from_the_queue(aws, desk, platform):
    ticket_id = opened()
    refusals = iter([True])
    platform.fault = lambda call: "before" if call.name == "events:PutEvents" and next(refusals, False) else None
    platform.settle()
    assert desk.tickets.get(ticket_id).assignee == ADA.id
    assert platform.failed == []


def test_mail_of_an_old_fact_that_comes_late_is_still_right(desk, platform):
    """Facts come in any order; what is mailed is read from the entry, not from what the ticket has become."""
    ticket_id = opened()
    Gateway().post(f"/api/tickets/{ticket_id}/messages", {"body": "Did you try water?"}, by=ADA)
    records = [record for record in infrastructure.written() if record["dynamodb"]["Keys"]["sk"]["S"].startswith("E#")]
    for record in reversed(records):
        invoke("publish_events", {"Records": [record | {"eventSource": "aws:dynamodb"}]})
        platform._hear()
    texts = [text for to, text in mails() if to == a_requester().email]
    assert len(texts) == 2
    assert "Did you try water?" in texts[0]


def test_one_bad_address_is_a_failed_event_and_everybody_else_is_told(desk, platform):
    staff(desk, an_agent("Aaron", email="jörg@people.example"), team="it-operations", level=Level.L2)
    ticket_id = opened()
    platform.settle()
    desk.clock.set(desk.tickets.get(ticket_id).promise.next_deadline)
    platform.sweep()
    platform.ring()
    platform.settle()
    breach = "was due at"
    assert [to for to, text in mails().elements() if breach in text] == [OLIVIA.email]
    failed = {(function, event["detail-type"]) for function, event in platform.failed}
    assert ("notify_people", "ClockBreached") in failed
    assert {function for function, _ in failed} == {"notify_people"}
    assert any("cannot be sent" in text and "Aaron" in text for to, text in mails().elements() if to == OLIVIA.email)
