"""track_mail: what became of a mail is kept with it; what came back is told on its ticket, and ends mail to there."""

import json
from typing import Any

import pytest
from helpdesk.channels.notices.rules.news import TAG, tag_of
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from infra.local.emulator import mail_events
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

RITA = "rita@people.example"
BOUNCED = {
    "bounceType": "Permanent",
    "bouncedRecipients": [{"emailAddress": RITA, "diagnosticCode": "550 no such user"}],
}
COMPLAINED = {"complainedRecipients": [{"emailAddress": RITA}], "complaintFeedbackType": "abuse"}


def sent(desk: Desk, ticket: str, *types: str) -> list[str]:
    before = len(desk.notices.mailer.sent)
    for fact in facts_of(desk, ticket, *types):
        invoke("notify_people", fact)
    return [mail.to for mail in desk.notices.mailer.sent[before:]]


def tell(desk: Desk, kind: str, **more: Any) -> None:
    """What SES says of the last mail that was sent."""
    mail = desk.notices.mailer.sent[-1]
    tags = {TAG: [tag_of(mail.ticket, mail.key)], "ses:configuration-set": ["helpdesk"]}
    detail = {"eventType": kind, "mail": {"messageId": "0107", "tags": tags}} | more
    invoke("track_mail", {"source": "aws.ses", "time": "2026-03-02T11:00:00Z", "detail": detail})


def mails(http: Gateway, ticket: str, by: Person) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = http.get(f"/api/tickets/{ticket}/mails", by=by).body["items"]
    return items


def returned(desk: Desk, ticket: str) -> list[Any]:
    return [entry for entry in desk.tickets.entries(TicketId(ticket)) if entry.type == "MailReturned"]


def test_staff_see_what_was_sent_and_that_it_arrived(http: Gateway, desk: Desk, ada: Person, ticket: str):
    sent(desk, ticket, "TicketCreated")
    (mail,) = mails(http, ticket, ada)
    assert (mail["address"], mail["letter"], mail["state"], mail["automatic"]) == (
        RITA,
        "acknowledgement",
        "sent",
        True,
    )
    tell(desk, "Delivery", delivery={"recipients": [RITA]})
    assert [mail["state"] for mail in mails(http, ticket, ada)] == ["delivered"]
    assert returned(desk, ticket) == []


def test_a_bounce_is_told_on_its_ticket_once_and_ends_mail_to_the_address(
    http: Gateway, desk: Desk, ada: Person, ticket: str
):
    sent(desk, ticket, "TicketCreated")
    for _ in range(2):
        tell(desk, "Bounce", bounce=BOUNCED)
    (mail,) = mails(http, ticket, ada)
    assert (mail["state"], mail["why"]) == ("bounced", "550 no such user")
    (entry,) = returned(desk, ticket)
    assert (entry.event.to, entry.event.lost, entry.is_public) == ("rita", True, False)
    assert entry.personal.body == RITA

    http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=ada)
    assert sent(desk, ticket, "MessageAdded") == []
    assert [(each["state"], each["why"]) for each in mails(http, ticket, ada)][1:] == [("withheld", "undeliverable")]


def test_a_bounce_moves_no_clock_and_no_state(desk: Desk, ticket: str):
    sent(desk, ticket, "TicketCreated")
    before = desk.tickets.get(TicketId(ticket))
    tell(desk, "Bounce", bounce=BOUNCED)
    after = desk.tickets.get(TicketId(ticket))
    assert (after.phase, after.promise, after.tape) == (before.phase, before.promise, before.tape)


def test_staff_let_mail_go_to_an_address_again(http: Gateway, desk: Desk, ada: Person, ticket: str):
    sent(desk, ticket, "TicketCreated")
    tell(desk, "Complaint", complaint=COMPLAINED)
    (dead,) = http.get("/api/undeliverable-addresses", by=ada).body["items"]
    assert (dead["address"], dead["state"], dead["why"]) == (RITA, "complained", "abuse")
    assert http.send("DELETE", f"/api/undeliverable-addresses/{RITA}", by=ada).status == 200
    assert http.send("DELETE", f"/api/undeliverable-addresses/{RITA}", by=ada).status == 404
    assert http.get("/api/undeliverable-addresses", by=ada).body["items"] == []
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=ada)
    assert sent(desk, ticket, "MessageAdded") == [RITA]


def test_a_bounce_that_may_pass_ends_nothing(http: Gateway, desk: Desk, ada: Person, ticket: str):
    sent(desk, ticket, "TicketCreated")
    tell(desk, "Bounce", bounce=BOUNCED | {"bounceType": "Transient"})
    assert http.get("/api/undeliverable-addresses", by=ada).body["items"] == []
    assert [entry.event.lost for entry in returned(desk, ticket)] == [False]


def test_each_thing_that_comes_back_of_a_mail_is_told_once_in_whatever_order(desk: Desk, ticket: str):
    sent(desk, ticket, "TicketCreated")
    for _ in range(2):
        tell(desk, "Complaint", complaint=COMPLAINED)
        tell(desk, "Bounce", bounce=BOUNCED | {"bounceType": "Transient"})
    assert [entry.event.complained for entry in returned(desk, ticket)] == [True, False]


@pytest.mark.parametrize("tag", [None, "nonsense", "ÿ", tag_of(TicketId("HD-80000099"), "mail#1")])
@pytest.mark.usefixtures("desk")
def test_what_is_told_of_other_mail_changes_nothing(tag: str | None):
    tags = {TAG: [tag]} if tag else {}
    detail = {"eventType": "Bounce", "mail": {"messageId": "0107", "tags": tags}}
    invoke("track_mail", {"source": "aws.ses", "time": "2026-03-02T11:00:00Z", "detail": detail})


def test_what_is_no_news_changes_nothing(http: Gateway, desk: Desk, ada: Person, ticket: str):
    sent(desk, ticket, "TicketCreated")
    tell(desk, "Open", open={})
    assert [mail["state"] for mail in mails(http, ticket, ada)] == ["sent"]


def test_an_address_gets_no_more_mails_of_machines_in_an_hour_than_is_set(
    http: Gateway, desk: Desk, ada: Person, rita: Person
):
    """A machine that answers every receipt with a new request is answered no more; a person still is."""
    made = [
        http.post("/api/tickets", {"subject": "Loop", "description": "x"}, by=rita).body["ticket"]["id"]
        for _ in range(22)
    ]
    assert sum(len(sent(desk, which, "TicketCreated")) for which in made) == 20
    (mail,) = mails(http, made[-1], ada)
    assert (mail["state"], mail["why"]) == ("withheld", "too_many")
    http.post(f"/api/tickets/{made[-1]}/messages", {"body": "Hello?"}, by=ada)
    assert sent(desk, made[-1], "MessageAdded") == [RITA]


def test_requesters_learn_nothing_of_mails(http: Gateway, rita: Person, ticket: str):
    assert http.get(f"/api/tickets/{ticket}/mails", by=rita).status == 403
    assert http.get("/api/undeliverable-addresses", by=rita).status == 403
    assert http.send("DELETE", f"/api/undeliverable-addresses/{RITA}", by=rita).status == 403


def test_the_local_stack_tells_what_ses_tells():
    request = {"ConfigurationSetName": "helpdesk", "EmailTags": [{"Name": TAG, "Value": "x"}]}
    kinds = {
        RITA: ["Send", "Delivery"],
        "bounce+1@simulator.amazonses.com": ["Send", "Bounce"],
        "complaint@simulator.amazonses.com": ["Send", "Delivery", "Complaint"],
    }
    for address, wanted in kinds.items():
        events = list(mail_events.told("0107", request, [address]))
        details = [json.loads(event["Detail"]) for event in events]
        assert [detail["eventType"] for detail in details] == wanted
        assert all(detail["mail"]["tags"][TAG] == ["x"] for detail in details)
    assert list(mail_events.told("0107", {}, [RITA])) == []
