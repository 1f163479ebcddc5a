"""What a request costs on a warm worker, counted where requests leave for AWS."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.answers.actions import answering, following
from helpdesk.capabilities.knowledge.rules.visibility import GUEST
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.participants import actions as participants
from helpdesk.capabilities.pins import actions as pins
from helpdesk.capabilities.sides import actions as sides
from helpdesk.capabilities.sides.rules import SideLetter
from helpdesk.channels.intake.actions import form, opening
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.directory import actions as directory
from helpdesk.core.tickets.actions import lists, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import Query
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Role

from tests.builders.assets import an_asset
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import a_draft, a_sender, open_ticket
from tests.builders.knowledge import a_published
from tests.builders.organizations import an_organization
from tests.builders.platform import a_key
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

RITA = Sender(email="rita@people.example", name="Rita")
RITAS = a_requester().as_actor()
READ, GET, WRITE = "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:TransactWriteItems"


@pytest.fixture
def desk(aws_desk):
    """A warm worker: settings, the secret and who calls are known."""
    staff(aws_desk, an_agent())
    directory.sign_in(aws_desk, an_agent().email, "Ada", Role.AGENT)
    aws_desk.settings.of(TERMS)
    aws_desk.signer.sign("warm", {})
    return aws_desk


@pytest.fixture
def ticket(desk):
    return open_ticket(desk)


@pytest.fixture
def call(desk, ticket):
    ada = directory.sign_in(desk, an_agent().email, "Ada", Role.AGENT)
    return Wish(ticket_id=ticket.id, by=ada.as_actor(), once=a_key())


def test_creating_takes_two(aws, desk):
    with aws.watching() as calls:
        opening.open_ticket(desk, a_draft(), RITA, an_agent().as_actor(), a_key())
    assert calls == [READ, WRITE]


def test_taking_a_call_takes_two_whoever_calls_and_also_when_it_solves_it(aws, desk):
    ada = an_agent()
    anna = opening.open_ticket(
        desk, a_draft(channel=Channel.PHONE), a_sender(name="Anna", phone="110"), ada.as_actor(), None
    )
    known = a_sender(person=anna.ticket.requester)
    for sender in (a_sender(name="Bert"), a_sender("new@home.example", name="New"), RITA, known):
        for solved_by in (None, ada):
            draft = a_draft(channel=Channel.PHONE)
            with aws.watching() as calls:
                opening.open_ticket(
                    desk, draft, sender, ada.as_actor(), a_key(f"{sender} {solved_by}"), solved_by=solved_by
                )
            assert calls == [READ, WRITE]


@pytest.mark.parametrize("who", [{}, {"organization": None}, {"organization": "acme"}, {"organization": "gone"}])
def test_creating_by_the_public_form_takes_three_whoever_the_address_belongs_to(aws, desk, who):
    """An organization is looked up also for those who have none of their own: else the time would tell who has."""
    an_organization(desk, id="acme")
    if who:
        desk.directory.put_person(a_requester(email=RITA.email, **who))
    for _ in range(2):
        token = form.issue_form(desk)
        desk.clock.advance(timedelta(seconds=5))
        with aws.watching() as calls:
            form.open_by_form(desk, token, a_draft(), RITA, "192.0.2.1", a_key(""))
        assert calls == [READ, GET, WRITE]


def test_answers_to_a_topic_cost_no_request(aws, desk):
    answers = {"which": "printer", "place": "Hall", "hold-up": "much"}
    with aws.watching() as calls:
        opening.open_ticket(desk, a_draft(topic="device", given=answers), RITA, RITAS, a_key())
    assert calls == [READ, WRITE]


def test_creating_with_assets_takes_two(aws, desk):
    an_asset(desk, tag="INV 7")
    an_asset(desk, id="switch")
    with aws.watching() as calls:
        opening.open_ticket(desk, a_draft(assets=("inv 7", "printer-hall", "switch", "none")), RITA, RITAS, a_key())
    assert calls == [READ, WRITE]


def test_replying_takes_two(aws, desk, call):
    with aws.watching() as calls:
        tickets.write(desk, call, a_message())
    assert calls == [READ, WRITE]


def test_who_is_named_beside_costs_one_more_and_whom_nobody_knows_another(aws, desk, call, ticket):
    desk.directory.put_person(a_requester("Paul"))
    cc = (Invited(person=ticket.requester), Invited(email="paul@people.example"), Invited(email="olga@people.example"))
    with aws.watching() as calls:
        tickets.write(desk, call, a_message(cc=cc[:2]))
    assert calls == [READ, READ, WRITE]
    with aws.watching() as calls:
        tickets.write(
            desk, Wish(ticket_id=ticket.id, by=call.by), a_message(bcc=(Invited(person=PersonId("paul")), cc[2]))
        )
    assert calls == [GET, READ, READ, WRITE]
    with aws.watching() as calls:
        participants.add(desk, Wish(ticket_id=ticket.id, by=call.by), cc[2])
    assert calls == [GET, READ, WRITE, WRITE]
    with aws.watching() as calls:
        participants.remove(desk, Wish(ticket_id=ticket.id, by=call.by, once=a_key("gone")), PersonId("paul"))
    assert calls == [READ, WRITE]


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, call: tickets.move(desk, call, "pending", ""),
        lambda desk, call: tickets.update(desk, call, {"impact": "high"}),
        lambda desk, call: escalation.escalate(desk, call, None, "Too hard", "Everything"),
        lambda desk, call: pins.pin(desk, call, "Mind the dog"),
    ],
    ids=["move", "update", "escalate", "pin"],
)
def test_any_other_change_takes_two(aws, desk, call, change):
    with aws.watching() as calls:
        change(desk, call)
    assert calls == [READ, WRITE]


def test_who_writes_beside_looks_once_whose_the_addresses_are(aws, desk, call):
    letter = SideLetter(body="a", subject="b", to=("vera@vendor.example", "van@carrier.example"), cc=("cc@x.example",))
    with aws.watching() as calls:
        sides.begin(desk, call, letter, ())
    assert calls == [READ, READ, WRITE]


def test_a_change_asked_again_takes_two(aws, desk, call):
    tickets.write(desk, call, a_message())
    with aws.watching() as calls:
        tickets.write(desk, call, a_message())
    assert calls == [READ, "dynamodb:Query"]


def test_reading_takes_one(aws, desk, ticket, call):
    with aws.watching() as calls:
        tickets.read(desk, call.by, ticket.id)
    assert calls == ["dynamodb:Query"]


def test_listing_takes_one(aws, desk, ticket, call):
    with aws.watching() as calls:
        lists.listed(desk, call.by, Query(team=ticket.team))
    assert calls == ["dynamodb:Query"]


def test_the_list_of_one_s_requests_takes_one_more_where_one_takes_part_in_others(aws, desk, ticket, call):
    nora = a_requester("Nora")
    desk.directory.put_person(nora)
    with aws.watching() as calls:
        assert lists.listed(desk, nora.as_actor(), Query()).items == ()
    assert calls == ["dynamodb:Query"]
    participants.add(desk, Wish(ticket_id=ticket.id, by=call.by), Invited(person=nora.id))
    with aws.watching() as calls:
        assert [card.id for card in lists.listed(desk, nora.as_actor(), Query()).items] == [ticket.id]
    assert calls == ["dynamodb:Query", READ]


def test_a_status_link_costs_nothing(aws, desk, ticket):
    with aws.watching() as calls:
        status_link(desk, ticket)
    assert calls == []


def test_a_cursor_costs_nothing(aws, desk):
    with aws.watching() as calls:
        desk.signer.unseal("list", desk.signer.seal("list", "HD-1"))
    assert calls == []


def test_who_calls_is_asked_once_a_minute(aws, desk):
    with aws.watching() as calls:
        for _ in range(3):
            directory.sign_in(desk, an_agent().email, "Ada", Role.AGENT)
    assert calls == []


def test_an_answer_takes_a_manifest_and_the_articles_it_names_however_many(aws, desk):
    made = [a_published(desk, f"Reset the password of {name}").id for name in ("mail", "SAP", "Windows", "the VPN")]
    following.follow(desk, made)
    answering.answers(desk, GUEST, "warm up", "en")
    with aws.watching() as calls:
        assert len(answering.answers(desk, GUEST, "How do I reset my password?", "en")) == len(made)
    assert calls == [GET, READ]
    with aws.watching() as calls:
        assert answering.answers(desk, GUEST, "Where do penguins live?", "en") == []
    assert calls == [GET]
