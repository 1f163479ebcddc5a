"""Organizations: found by id and by the domain of an address, which belongs to one of them."""

from datetime import timedelta

import pytest
from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.clocks.rules.policy_choice import policy_facts
from helpdesk.core.organizations.rules import Contact, Organization, check_domains
from helpdesk.foundation.kernel.errors import ConflictError, InvalidError, NotFoundError
from msgspec.structs import replace

from tests.builders.directory import a_requester
from tests.builders.intake import a_draft, a_sender, open_ticket
from tests.builders.named import listed
from tests.builders.organizations import an_organization
from tests.builders.platform import a_key

ACME = Organization(
    id="acme",
    name="Acme",
    plan="gold",
    domains=("acme.example", "acme.test"),
    languages=("de",),
    spoc=Contact(name="Sam", email="sam@acme.example"),
    notes="Pays late",
    version=1,
)
SAM = Sender(email="Sam@ACME.example", name="Sam")


def holder(desk, domain):
    found = desk.intake.preparation.prepare(a_sender(f"x@{domain}"), a_key()).organization
    return found.id if found else None


def test_an_organization_is_read_as_put(desk):
    desk.organizations.put(ACME)
    assert desk.organizations.get("acme") == desk.organizations.find("acme") == ACME


def test_nobody_knows_an_unknown_one(desk):
    assert desk.organizations.find("nobody") is None
    with pytest.raises(NotFoundError):
        desk.organizations.get("nobody")


@pytest.mark.parametrize("version", [1, 3])
def test_a_version_follows_the_one_it_was_made_from(desk, version):
    desk.organizations.put(ACME)
    with pytest.raises(ConflictError):
        desk.organizations.put(replace(ACME, name="Other", domains=("new.example",), version=version))
    assert desk.organizations.get("acme") == ACME
    assert holder(desk, "new.example") is None


def test_a_domain_belongs_to_one(desk):
    desk.organizations.put(ACME)
    with pytest.raises(InvalidError) as refused:
        an_organization(desk, id="other", domains=("other.example", "acme.test"))
    assert [problem.field for problem in refused.value.problems] == ["domains[1]"]
    assert (desk.organizations.find("other"), holder(desk, "other.example"), holder(desk, "acme.test")) == (
        None,
        None,
        "acme",
    )


def test_a_domain_that_was_given_up_can_be_anothers(desk):
    desk.organizations.put(ACME)
    desk.organizations.put(replace(ACME, domains=("acme.test", "acme.new"), version=2))
    an_organization(desk, id="other", domains=("acme.example",))
    assert [holder(desk, name) for name in ("acme.example", "acme.test", "acme.new")] == ["other", "acme", "acme"]


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_all_are_listed_page_by_page(desk, limit):
    made = [an_organization(desk, id=name) for name in ("b", "a", "ab", "c.d", "B")]
    assert listed(desk.organizations, limit) == sorted(made, key=lambda each: each.id)


def test_a_ticket_is_of_the_organization_its_requester_writes_from(desk):
    desk.organizations.put(ACME)
    ticket = opening.open_ticket(desk, a_draft(), SAM, None, a_key()).ticket
    assert (ticket.organization, ticket.plan) == ("acme", "gold")
    (card,) = desk.tickets.by_organization("acme", None, 10).items
    assert policy_facts(ticket)["plan"] == policy_facts(card)["plan"] == "gold"


@pytest.mark.parametrize(
    ("address", "whose"),
    [
        ("rita@mail.acme.example", "acme"),
        ("rita@a.b.c.d.e.f.g.h.acme.example", "acme"),
        ("rita@labs.acme.example", "labs"),
        ("rita@mail.labs.acme.example", "labs"),
        ("rita@notacme.example", None),
        ("rita@example", None),
        ("rita@bücher.example", "books"),
        ("rita@BÜCHER.example", "books"),
        ("rita@xn--bcher-kva.example", "books"),
        ("rita@mail.bücher.example", "books"),
        ("rita@straße.example", "street"),
        ("rita@strasse.example", None),
        ("rita@\u2603\u200d.example", None),
    ],
)
def test_a_sender_is_of_whoever_claimed_the_nearest_domain_above_them(desk, address, whose):
    claims = {
        "acme": "acme.example",
        "labs": "labs.acme.example",
        "books": "Bücher.example",
        "street": "straße.example",
    }
    for name, domain in claims.items():
        an_organization(desk, id=name, domains=check_domains((domain,)))
    found = desk.intake.preparation.prepare(a_sender(address), a_key()).organization
    assert (found.id if found else None) == whose


@pytest.mark.parametrize(
    "domain", ["example", "co.uk", "github.io", "gmail.com", "a b.example", "-.example", "\u2603\u200d.example", ""]
)
def test_a_domain_below_which_anybody_may_be_belongs_to_nobody(domain):
    with pytest.raises(InvalidError):
        check_domains(("acme.example", domain))


def test_two_spellings_of_a_domain_are_one():
    assert check_domains(("Bücher.example", "xn--bcher-kva.example.", "@BÜCHER.example")) == ("xn--bcher-kva.example",)


def test_what_the_directory_says_of_a_person_comes_before_their_address(desk):
    desk.organizations.put(ACME)
    an_organization(desk, id="umbrella", plan="silver")
    nora = a_requester("Nora", email="nora@acme.example", organization="umbrella")
    desk.directory.put_person(nora)
    ticket = open_ticket(desk, nora)
    assert (ticket.organization, ticket.plan) == ("umbrella", "silver")


def test_what_staff_say_comes_before_both(desk):
    desk.organizations.put(ACME)
    an_organization(desk, id="third")
    ticket = opening.open_ticket(desk, a_draft(organization="third"), SAM, None, None).ticket
    assert (ticket.organization, ticket.plan) == ("third", None)
    with pytest.raises(InvalidError):
        opening.open_ticket(desk, a_draft(organization="nobody"), SAM, None, None)


@pytest.mark.parametrize("limit", [1, 2, 10])
def test_an_organization_sees_its_newest_first(desk, limit):
    desk.organizations.put(ACME)
    opened = []
    for number in range(3):
        opened.append(opening.open_ticket(desk, a_draft(subject=str(number)), SAM, None, None).ticket)
        open_ticket(desk)
        desk.clock.advance(timedelta(minutes=1))
    found, cursor = [], None
    while True:
        page = desk.tickets.by_organization("acme", cursor, limit)
        found += [card.id for card in page.items]
        cursor = page.cursor
        if cursor is None:
            break
    assert found == [ticket.id for ticket in reversed(opened)]
