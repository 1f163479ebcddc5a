"""What SPF, DKIM and DMARC found of a mail decides where its ticket goes, where a rule asks for it."""

import pytest
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Proof, TeamId

from tests.builders.mail import GOOD, a_mail, delivered, entry_of, ticket_of, with_mailboxes
from tests.gateway import Gateway

TO_OPERATIONS = Actions(team=TeamId("it-operations"), level=Level.L2)
DOUBTFUL = {"name": "doubtful", "when": {"dmarc": ["fail", "none"]}, "then": {"tags": ["doubtful"]}}


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    rule = Rule(name="unproven", when=Conditions(spf=(Proof.FAILED, Proof.NONE)), then=TO_OPERATIONS)
    with_mailboxes(desk).settings.let(RULES, (rule,))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("verdicts", "team", "found"),
    [
        (GOOD, "service-desk", ("pass", "pass", "pass")),
        (GOOD | {"spf": "fail", "dmarc": "fail"}, "it-operations", ("fail", "pass", "fail")),
        (GOOD | {"spf": "gray", "dkim": "processing_failed"}, "it-operations", ("none", "none", "pass")),
        ({"spam": "pass", "virus": "pass"}, "it-operations", ("none", "none", "none")),
    ],
)
def test_a_rule_asks_what_was_found_and_the_ticket_keeps_it(desk: Desk, verdicts, team, found):
    _, taken = delivered(desk, a_mail(), verdicts=verdicts)
    event = entry_of(desk, taken).event
    assert (ticket_of(desk, taken).team, (event.spf, event.dkim, event.dmarc)) == (team, found)


def test_what_came_by_no_mail_has_none(desk: Desk, http: Gateway, ticket: str):
    created = desk.tickets.entries(ticket)[0].event  # type: ignore[arg-type]
    assert (created.team, created.spf) == ("service-desk", None)


def test_of_what_was_passed_on_nobody_checked_who_had_sent_it(desk: Desk, ada: Person):
    text = "See below\n\n---------- Forwarded message ----------\nFrom: Rita <rita@example.org>\nSubject: Fire\n\nHelp!"
    _, taken = delivered(desk, a_mail(text, f"Ada <{ada.email}>", "Fwd: Fire"), sender=ada.email)
    created = desk.tickets.entries(taken.ticket)[0]
    assert (created.personal.email, created.event.spf, ticket_of(desk, taken).team) == (
        "rita@example.org",
        None,
        "service-desk",
    )


def test_it_is_saved_tried_and_tried_on_past_tickets(desk: Desk, http: Gateway, lea: Person):
    _, taken = delivered(desk, a_mail(), verdicts=GOOD | {"dmarc": "fail"})
    for dmarc, matched in (("fail", ["doubtful"]), ("none", ["doubtful"]), ("pass", []), (None, [])):
        wanted = {"text": "It smokes", "channel": "email", "dmarc": dmarc, "rules": [DOUBTFUL]}
        tried = http.post("/api/settings/routing/dry-runs", wanted, by=lea)
        assert (tried.status, tried.body["matched"]) == (200, matched), tried.text
    past = http.post("/api/settings/routing/dry-runs/past", {"last": 10, "rules": [DOUBTFUL]}, by=lea)
    assert [(item["id"], item["matched"]) for item in past.body["items"]] == [(taken.ticket, ["doubtful"])]
    refused = http.post("/api/settings/routing/dry-runs", {"text": "a", "dmarc": "perhaps"}, by=lea)
    assert refused.status == 422
