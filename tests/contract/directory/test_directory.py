"""The directory: people by id and by address."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.core.directory.actions import choose, sign_in
from helpdesk.core.directory.rules import Locale
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level, Role
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import SettableClock
from msgspec.structs import replace

from tests import infrastructure
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import a_sender
from tests.builders.staffing import staff


def test_a_person_is_read_as_put(desk):
    ada = an_agent(language="de", timezone="Europe/Berlin", organization="acme")
    desk.directory.put_person(ada)
    assert desk.directory.person(ada.id) == desk.directory.by_email(ada.email) == ada


def test_nobody_has_an_unknown_id(desk):
    with pytest.raises(NotFoundError):
        desk.directory.person("nobody")


def test_who_has_which_addresses_is_asked_at_once(desk):
    ada, bob = an_agent(email="ada@bücher.example"), a_requester("Bob")
    desk.directory.put_person(ada)
    desk.directory.put_person(bob)
    asked = ["Ada@xn--bcher-kva.example", bob.email, "nobody@people.example"]
    assert desk.directory.having(asked) == {"ada@xn--bcher-kva.example": ada, bob.email: bob}
    assert desk.directory.having([]) == {}


def test_nobody_has_an_unknown_address(desk):
    assert desk.directory.by_email("nobody@people.example") is None


@pytest.mark.parametrize("written", ["Ada@People.Example", " ada@people.example ", "ADA@PEOPLE.EXAMPLE"])
def test_an_address_is_the_same_however_it_is_written(desk, written):
    ada = an_agent(email="Ada@people.example")
    desk.directory.put_person(ada)
    assert desk.directory.by_email(written) == ada


@pytest.mark.parametrize("written", ["ada@bücher.example", "ADA@xn--bcher-kva.example"])
def test_who_has_a_domain_in_other_letters_is_one_person(desk, written):
    ada = an_agent(email="ada@bücher.example")
    desk.directory.put_person(ada)
    known = desk.intake.preparation.prepare(a_sender(written), None)
    assert (desk.directory.by_email(written), known.person) == (ada, ada)


@pytest.mark.parametrize("written", ["ada@bücher.example", "ada@xn--bcher-kva.example"])
def test_who_was_stored_by_the_letters_of_their_domain_is_found(aws_desk, aws, written):
    ada = an_agent(email="ada@bücher.example")
    item = {"pk": {"S": "A#ada@bücher.example"}, "sk": {"S": "A"}, "person": {"S": encoding.encode(ada)}}
    aws_client("dynamodb").put_item(TableName=os.environ["TABLE"], Item=item)
    known = aws_desk.intake.preparation.prepare(a_sender(written), None)
    assert (aws_desk.directory.by_email(written), known.person) == (ada, ada)


def test_a_person_put_again_is_changed_at_once(desk):
    ada = an_agent()
    desk.directory.put_person(ada)
    desk.directory.by_email(ada.email)
    lead = replace(ada, role=Role.LEAD)
    desk.directory.put_person(lead)
    assert desk.directory.person(ada.id) == desk.directory.by_email(ada.email) == lead


def test_changes_of_somebody_at_once_lose_nothing(desk):
    ada = an_agent()
    desk.directory.put_person(ada)
    with ThreadPoolExecutor(4) as four:
        for sign in "wxyz":
            four.submit(desk.directory.change, ada.id, lambda held, sign=sign: replace(held, name=held.name + sign))
    now = desk.directory.person(ada.id)
    assert (now.name[:3], sorted(now.name[3:])) == ("Ada", list("wxyz"))
    assert desk.directory.by_email(ada.email) == now


def test_nobody_is_changed_who_is_not_there(desk):
    with pytest.raises(NotFoundError):
        desk.directory.change("nobody", lambda held: held)


def test_somebody_new_is_added(desk):
    desk.directory.add_person(a_requester())
    assert desk.directory.by_email(a_requester().email) == a_requester()


def test_somebody_is_not_added_over_another_with_their_address(desk):
    desk.directory.add_person(a_requester())
    with pytest.raises(ConflictError):
        desk.directory.add_person(a_requester(id="second", email="RITA@people.example"))
    assert desk.directory.by_email(a_requester().email) == a_requester()
    with pytest.raises(NotFoundError):
        desk.directory.person("second")


def test_the_first_requests_of_a_browser_find_one_person(desk):
    """They come together, and each finds nobody yet."""
    with ThreadPoolExecutor(8) as requests:
        people = requests.map(lambda _: sign_in(desk, "new@people.example", "New", Role.REQUESTER), range(8))
    assert {person.id for person in people} == {desk.directory.by_email("new@people.example").id}


def test_who_has_a_new_name_or_language_needs_no_queue(aws, monkeypatch):
    """Nobody gives out tickets by these, and a function that does not know the queue writes them, too."""
    monkeypatch.delenv("ASSIGNMENT_QUEUE_URL")
    desk = infrastructure.aws_desk(SettableClock())
    desk.directory.add_person(a_requester())
    assert sign_in(desk, a_requester().email, "Rita Smith", Role.REQUESTER, 10).name == "Rita Smith"
    assert choose(desk, desk.directory.person("rita"), Locale(language="de")).language == "de"


@pytest.mark.parametrize("role", [Role.LEAD, Role.REQUESTER])
def test_a_role_follows_the_group_into_every_team(desk, role):
    ada = an_agent(teams=(SERVICE_DESK, "it-operations"))
    staff(desk, ada, an_agent("Bob"))
    staff(desk, ada, team="it-operations")
    assert sign_in(desk, ada.email, "Ada", role, 10).role is role
    assert (desk.directory.person("ada").role, desk.directory.by_email(ada.email).role) == (role, role)
    known = [(member.role, member.active) for team in ada.teams for member in desk.staffing.members(team)]
    assert known == [(role, role.is_staff), (Role.AGENT, True), (role, role.is_staff)]


def test_an_older_token_does_not_bring_an_older_role_back(desk):
    staff(desk, an_agent())
    roles = [sign_in(desk, an_agent().email, "Ada", role, at).role for role, at in ((Role.LEAD, 20), (Role.AGENT, 10))]
    assert roles == [Role.LEAD, Role.AGENT]
    assert desk.directory.person("ada").role is Role.LEAD


def test_a_new_role_undoes_nothing_that_was_written_meanwhile(aws_desk):
    """A worker knows who calls for a minute: their language and their teams may be newer than that."""
    other = infrastructure.aws_desk(aws_desk.clock)
    (ada,) = staff(aws_desk, an_agent())
    other.directory.by_email(ada.email)
    aws_desk.directory.change(ada.id, lambda held: replace(held, language="de"))
    staff_of = aws_desk.staffing
    staff_of.put_team(Team(id="night-desk", name="Night", level=Level.L1), [aws_desk.directory.person(ada.id)])
    assert sign_in(other, ada.email, "Ada", Role.LEAD, 10).role is Role.LEAD
    now = aws_desk.directory.person(ada.id)
    assert (now.role, now.language, now.teams) == (Role.LEAD, "de", (SERVICE_DESK, "night-desk"))
    assert [member.role for member in staff_of.members("night-desk")] == [Role.LEAD]


def test_people_are_met_by_id_and_by_address_and_strangers_come_in(desk):
    rita, paul, new = a_requester(), a_requester("Paul"), a_requester("New")
    for person in (rita, paul):
        desk.directory.put_person(person)
    as_paul = a_requester("Other", email="PAUL@people.example")
    met = desk.directory.meet([rita.id], [as_paul, new])
    assert sorted(person.id for person in met) == ["new", "paul", "rita"]
    assert desk.directory.by_email(new.email) == desk.directory.person(new.id) == new
    assert desk.directory.meet([], []) == []
    assert [person.id for person in desk.directory.meet([], [a_requester("Newer", email=new.email)])] == ["new"]
    with pytest.raises(NotFoundError):
        desk.directory.meet([rita.id, "nobody"], [a_requester("Last")])
    assert desk.directory.by_email("last@people.example") is None
