"""portal_api: what who sends the form gets. Whose an address is they have not proven, and nothing tells them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, Scale, TicketId

from tests.builders.directory import a_requester, an_agent
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.forms import DRAFT, sent
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke


def link_of(reply: Reply) -> str:
    """The token of the link that the sender gets."""
    return str(reply.body["status_url"].partition("#")[2])


def test_the_answer_is_what_was_typed_and_a_link_to_it(http: Gateway, form: str):
    reply = sent(http, form, category="hardware", attachments=[{"id": "0" * 26, "name": "smoke.png"}])
    assert reply.body == {
        "id": reply.body["id"],
        "sent_at": "2026-03-02T09:00:03Z",
        "name": "Rita",
        "email": "rita@people.example",
        "subject": DRAFT["subject"],
        "description": DRAFT["description"],
        "files": ["smoke.png"],
        "answers": None,
        "status_url": f"https://desk.example/sent#{link_of(reply)}",
        "answer_by": "2026-03-03T07:00:03Z",
    }
    shown = http.get("/api/portal/receipt", link=link_of(reply))
    assert (shown.status, shown.body) == (
        200,
        {k: reply.body[k] for k in reply.body if k not in {"status_url", "answer_by"}},
    )


def test_who_is_known_by_their_address_is_the_same_person(http: Gateway, desk: Desk, rita: Person, form: str):
    """The desk goes by the address; what the sender called themselves stands at what they wrote."""
    reply = sent(http, form, email="RITA@People.example", name="Somebody Else")
    ticket = desk.tickets.get(TicketId(reply.body["id"]))
    assert (ticket.requester, ticket.requester_name) == ("rita", "Rita")
    assert desk.directory.person(rita.id).name == "Rita"
    first = http.get(f"/api/tickets/{ticket.id}", by=rita).body["timeline"][0]
    assert first["actor"]["name"] == "Somebody Else"


@pytest.fixture
def gold(desk: Desk) -> Person:
    """Somebody whose address earns a lot: a name, an organization of its own, a plan, and with it a priority."""
    an_organization(desk, id="gold", plan="gold", domains=("gold.example",))
    person = a_requester("Greta Gold", email="who@people.example", organization="gold", language="de")
    desk.directory.put_person(person)
    rule = Rule(name="gold", when=Conditions(plans=("gold",)), then=Actions(impact=Scale.HIGH, urgency=Scale.HIGH))
    desk.settings.let(RULES, (rule,))
    return person


def bare(reply: Reply) -> tuple[Any, ...]:
    """An answer without what is another's each time: number, token."""
    told = reply.text.replace(link_of(reply), "TOKEN").replace(reply.body["id"], "HD")
    return reply.status, told, reply.headers, len(link_of(reply))


def who(request: pytest.FixtureRequest, name: str) -> None:
    if name == "gold":
        request.getfixturevalue("gold")
    if name in {"agent", "admin"}:
        desk = request.getfixturevalue("desk")
        staff(desk, an_agent("Ada Admin", email="who@people.example", role=Role(name)))


@pytest.mark.parametrize("name", ["gold", "agent", "admin"])
def test_the_answer_is_the_same_whoever_the_address_belongs_to(
    http: Gateway, desk: Desk, form: str, request: pytest.FixtureRequest, name: str
):
    another = str(http.get("/api/portal/form").body["form_token"])
    desk.clock.advance(timedelta(seconds=3))
    nobodys = sent(http, form, email="nobody@people.example", asset="INV 7")
    before = bare(nobodys)[:2], http.get("/api/portal/receipt", link=link_of(nobodys)).text
    who(request, name)
    theirs = sent(http, another, email="who@people.example", asset="INV 7")
    after = bare(theirs)[:2], http.get("/api/portal/receipt", link=link_of(theirs)).text
    assert str(after).replace("who@", "nobody@").replace(theirs.body["id"], nobodys.body["id"]) == str(before)
    assert bare(theirs)[2:] == bare(nobodys)[2:]


def test_what_an_address_earns_is_added_inside(http: Gateway, desk: Desk, ada: Person, gold: Person, form: str):
    reply = sent(http, form, email=gold.email)
    seen = http.get(f"/api/tickets/{reply.body['id']}", by=ada).body
    assert (seen["requester"]["name"], seen["organization"], seen["plan"]) == ("Greta Gold", "gold", "gold")
    assert seen["priority"] == "P1"
    assert "gold" not in str(reply.body).lower()


def test_what_an_address_is_promised_earlier_is_not_told_to_who_typed_it(
    http: Gateway, desk: Desk, gold: Person, form: str
):
    """It is no lie either: who hears from us in half an hour does so by tomorrow."""
    reply = sent(http, form, email=gold.email)
    kept = desk.tickets.get(TicketId(reply.body["id"])).promise.answer_by
    assert kept is not None
    assert (f"{kept:%H:%M:%S}", reply.body["answer_by"]) == ("09:30:03", "2026-03-03T07:00:03Z")


def test_nothing_earlier_is_promised_than_what_is_kept(http: Gateway, desk: Desk, gold: Person, form: str):
    """An organization whose desk is slower than everybody's is told when it hears from us, and no sooner."""
    slow = Rule(name="slow", when=Conditions(plans=("gold",)), then=Actions(impact=Scale.LOW, urgency=Scale.LOW))
    desk.settings.let(RULES, (slow,))
    reply = sent(http, form, email=gold.email, impact="high", urgency="high")
    kept = desk.tickets.get(TicketId(reply.body["id"])).promise.answer_by
    assert kept is not None
    assert reply.body["answer_by"] == f"{kept:%Y-%m-%dT%H:%M:%SZ}"


def test_the_same_form_sent_again_promises_the_same(http: Gateway, desk: Desk, form: str):
    first = sent(http, form).body
    desk.clock.advance(timedelta(hours=1))
    assert sent(http, form).body["answer_by"] == first["answer_by"]


def test_the_link_of_a_form_knows_no_more_than_the_form_did(
    http: Gateway, desk: Desk, ada: Person, gold: Person, form: str
):
    """Not what became of it, nor that anything did."""
    reply = sent(http, form, email=gold.email)
    before = http.get("/api/portal/receipt", link=link_of(reply))
    path = f"/api/tickets/{reply.body['id']}"
    http.post(f"{path}/messages", {"body": "SECRET answer", "state": "pending"}, by=ada)
    http.patch(path, {"subject": "SECRET subject", "assignee": ada.id}, by=ada)
    http.post(f"{path}/transitions", {"state": "solved"}, by=ada)
    after = http.get("/api/portal/receipt", link=link_of(reply))
    assert (after.text, after.headers) == (before.text, before.headers)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/portal/ticket", None),
        ("POST", "/api/portal/ticket/messages", {"body": "It is me, really."}),
        ("GET", "/api/portal/ticket/attachments/a", None),
        ("GET", "/api/portal/rating", None),
        ("POST", "/api/portal/rating", {"rating": 5}),
        ("POST", "/api/portal/uploads", {"name": "a", "size": 8}),
    ],
)
def test_nobody_acts_by_an_address_that_is_not_proven(
    http: Gateway, desk: Desk, rita: Person, form: str, method: str, path: str, body: Any
):
    reply = sent(http, form)
    refused = http.send(method, path, body, link=link_of(reply))
    assert (refused.status, refused.code) == (401, "sign_in_required")
    assert desk.tickets.get(TicketId(reply.body["id"])).version == 1


def test_the_link_that_proves_the_address_goes_by_mail(http: Gateway, desk: Desk, form: str):
    reply = sent(http, form)
    for fact in facts_of(desk, reply.body["id"], "TicketCreated"):
        invoke("notify_people", fact)
    (mail,) = desk.notices.mailer.sent
    assert mail.to == DRAFT["email"]
    mailed = re.findall(r"https://desk\.example/ticket#(\S+)", mail.text)[0]
    answered = http.post("/api/portal/ticket/messages", {"body": "The red one."}, link=mailed)
    assert (answered.status, answered.body["id"]) == (201, reply.body["id"])
    assert http.get("/api/portal/receipt", link=mailed).code == "sign_in_required"
    assert http.get("/api/portal/receipt", link="").code == "sign_in_required"


def test_a_receipt_lasts_as_long_as_a_link(http: Gateway, desk: Desk, form: str):
    link = link_of(sent(http, form))
    desk.clock.advance(timedelta(days=90))
    assert http.get("/api/portal/receipt", link=link).status == 200
    desk.clock.advance(timedelta(seconds=1))
    assert http.get("/api/portal/receipt", link=link).code == "sign_in_required"
