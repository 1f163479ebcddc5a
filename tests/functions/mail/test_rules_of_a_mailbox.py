"""A mailbox has a team, or rules of its own: such as ask for it, and hold for nothing that came another way."""

import pytest
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, TeamId
from msgspec.structs import replace

from tests.builders.mail import HELP, a_mail, a_mailbox, delivered, ticket_of, with_mailboxes
from tests.gateway import Gateway

DEVICES = a_mailbox("devices@desk.example", aliases=("printers@desk.example",))
OF_DEVICES = {"name": "of devices", "when": {"mailboxes": ["devices"]}, "then": {"tags": ["device"]}}


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    to_operations = Actions(team=TeamId("it-operations"), level=Level.L2, tags=("device",))
    rules = (
        Rule(name="smoke", when=Conditions(mailboxes=("devices",), words=("smokes",)), then=to_operations),
        Rule(name="devices", when=Conditions(mailboxes=("devices",)), then=Actions(tags=("device",))),
    )
    with_mailboxes(desk, a_mailbox(), DEVICES).settings.let(RULES, rules)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("to", "words", "team", "tags"),
    [
        ("devices@desk.example", "It smokes.", "it-operations", ("device",)),
        ("printers+second@desk.example", "It smokes.", "it-operations", ("device",)),
        ("devices@desk.example", "It is slow.", "service-desk", ("device",)),
        (HELP, "It smokes.", "service-desk", ()),
    ],
)
def test_its_rules_hold_for_what_comes_to_it_and_for_nothing_else(desk: Desk, to, words, team, tags):
    _, taken = delivered(desk, a_mail(words, To=to), recipients=(to,))
    ticket = ticket_of(desk, taken)
    assert (ticket.team, tuple(ticket.tags)) == (team, tags)


def test_where_it_has_a_team_that_stands_and_its_rules_do_the_rest(desk: Desk):
    with_mailboxes(desk, replace(DEVICES, team=TeamId("experts"), level=Level.L3))
    _, taken = delivered(desk, a_mail(To=DEVICES.address), recipients=(DEVICES.address,))
    ticket = ticket_of(desk, taken)
    assert (ticket.team, tuple(ticket.tags)) == ("experts", ("device",))


def test_they_are_saved_tried_and_tried_on_past_tickets(desk: Desk, http: Gateway, lea: Person):
    _, taken = delivered(desk, a_mail(To=DEVICES.address), recipients=(DEVICES.address,))
    delivered(desk, a_mail())
    for mailbox, matched in (("devices", ["of devices"]), ("help", []), (None, [])):
        wanted = {"text": "It smokes", "channel": "email", "mailbox": mailbox, "rules": [OF_DEVICES]}
        tried = http.post("/api/settings/routing/dry-runs", wanted, by=lea)
        assert (tried.status, tried.body["matched"]) == (200, matched), tried.text
    past = http.post("/api/settings/routing/dry-runs/past", {"last": 10, "rules": [OF_DEVICES]}, by=lea)
    assert [item["id"] for item in past.body["items"] if item["matched"]] == [taken.ticket]
