"""Somebody with several addresses, and two who turn out to be one: whatever names them leads to the same person."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
from helpdesk.core.directory import actions
from helpdesk.core.directory.dynamodb import person_key
from helpdesk.core.directory.rules import Person, joined
from helpdesk.core.tickets.actions.lists import Query, listed
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import HelpdeskError, InvalidError
from helpdesk.foundation.kernel.finding import sought
from helpdesk.foundation.kernel.vocabulary import Role
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.aws_calls import AwsCalls, Call
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import a_sender
from tests.builders.tickets import a_change

LEA = an_agent("Lea", role=Role.LEAD).as_actor()
WORK, HOME = "rita@people.example", "rita@bücher.example"


@pytest.fixture
def rita(desk: Desk) -> Person:
    desk.directory.add_person(a_requester("Rita"))
    return actions.add_address(desk, LEA, "rita", HOME)


def test_each_of_their_addresses_is_theirs_however_it_is_written(desk: Desk, rita: Person):
    asked = [WORK, HOME, "RITA@xn--bcher-kva.example"]
    assert [desk.directory.by_email(each) for each in asked] == [rita] * 3
    assert [desk.intake.preparation.prepare(a_sender(each), None).person for each in asked] == [rita] * 3
    assert set(desk.directory.having(asked)) == {WORK, "rita@xn--bcher-kva.example"}
    assert list(desk.directory.meet([], [a_requester("Other", email=each) for each in asked])) == [rita]
    assert desk.directory.find(sought("bücher"), 8) == [rita]


def test_a_change_of_them_is_seen_by_each(desk: Desk, rita: Person):
    changed = desk.directory.change("rita", lambda held: replace(held, name="Rita Smith"))
    assert desk.directory.by_email(WORK) == desk.directory.by_email(HOME) == changed


def test_an_address_belongs_to_one_person_until_it_is_removed(desk: Desk, rita: Person):
    desk.directory.add_person(a_requester("Bob"))
    with pytest.raises(InvalidError, match="Rita has this address"):
        actions.add_address(desk, LEA, "bob", HOME)
    with pytest.raises(InvalidError, match="none of the other addresses"):
        actions.remove_address(desk, LEA, "rita", WORK)
    assert actions.remove_address(desk, LEA, "rita", "Rita@XN--BCHER-KVA.example").addresses == (WORK,)
    assert desk.directory.by_email(HOME) is None
    assert list(desk.directory.find(sought("bücher"), 8)) == []
    assert actions.add_address(desk, LEA, "bob", HOME) == desk.directory.by_email(HOME)


def test_an_address_given_to_two_at_once_is_of_one(desk: Desk):
    people = [a_requester(name) for name in ("Ann", "Bob", "Cem")]
    for person in people:
        desk.directory.add_person(person)
    with ThreadPoolExecutor(3) as three:
        list(three.map(lambda who: _tried(lambda: actions.add_address(desk, LEA, who.id, HOME)), people))
    having = [who for who in people if desk.directory.person(who.id).has(HOME)]
    assert [who.id for who in having] == [desk.directory.by_email(HOME).id]


def test_two_who_are_joined_answer_to_all_that_named_either(desk: Desk, rita: Person):
    old = a_requester("Old", email="old@people.example", phone="+49301234")
    desk.directory.add_person(old)
    one = actions.join(desk, LEA, "rita", "old")
    assert (one.id, one.addresses, one.ids, one.phone) == (
        "rita",
        (WORK, HOME, "old@people.example"),
        ("rita", "old"),
        "+49301234",
    )
    assert desk.directory.people(["old", "rita"]) == {"old": one, "rita": one}
    assert desk.directory.by_email("old@people.example") == one
    assert list(desk.directory.meet(["old"], [])) == [one]
    assert [desk.directory.find(sought(each), 8) for each in ("old", "rita")] == [[one], [one]]
    assert list(desk.directory.everybody()) == [one]
    assert actions.join(desk, LEA, "old", "rita") == one
    assert desk.directory.change("old", lambda held: replace(held, name="Rita S")) == desk.directory.by_email(WORK)


def test_two_who_are_joined_both_ways_at_once_are_one(desk: Desk):
    for name in ("Ann", "Bob"):
        desk.directory.add_person(a_requester(name))
    with ThreadPoolExecutor(4) as four:
        ways = [("ann", "bob"), ("bob", "ann")] * 2
        list(four.map(lambda way: _tried(lambda: actions.join(desk, LEA, *way)), ways))
    ann, bob = desk.directory.person("ann"), desk.directory.person("bob")
    assert ann == bob == desk.directory.by_email("ann@people.example") == desk.directory.by_email("bob@people.example")
    assert sorted(ann.ids) == ["ann", "bob"]
    assert len(ann.addresses) == 2


def test_who_is_joined_between_the_looks_at_both_is_one(aws_desk: Desk, aws: AwsCalls):
    """One is read as they were, the other as both are."""
    for name in ("Ann", "Bob"):
        aws_desk.directory.add_person(a_requester(name))
    looks = []

    def meanwhile(call: Call) -> None:
        if call.asked.get("Key") == person_key("ann") and not looks:
            looks.append(call)
            aws_desk.directory.join("ann", "bob", lambda held, lost: joined(held, lost, MONDAY_MORNING, LEA))

    with aws.failing(meanwhile):
        one = aws_desk.directory.join("bob", "ann", lambda held, lost: joined(held, lost, MONDAY_MORNING, LEA))
    assert (one.id, one.ids) == ("ann", ("ann", "bob"))


def test_their_list_has_the_tickets_of_both_newest_first(desk: Desk, rita: Person):
    desk.directory.add_person(a_requester("Old"))
    asking = enumerate(("Rita", "Old", "Rita", "Old"))
    changes = [a_change(by=a_requester(who), at=MONDAY_MORNING + timedelta(hours=n)) for n, who in asking]
    made = [desk.tickets.save(change).id for change in changes]
    one = actions.join(desk, LEA, "rita", "old").as_actor()
    lists = [_walked(desk, one, size) for size in (1, 3, 25)]
    assert lists == [made[::-1]] * 3
    assert [card.id for card in listed(desk, LEA, Query(requester="old")).items] == made[::-1]


def _walked(desk: Desk, by, limit: int) -> list[str]:
    found, cursor = [], None
    while True:
        page = listed(desk, by, Query(requester="me", limit=limit, cursor=cursor))
        found += [card.id for card in page.items]
        cursor = page.cursor
        if cursor is None:
            return found


def _tried(act) -> None:
    with suppress(HelpdeskError):
        act()
