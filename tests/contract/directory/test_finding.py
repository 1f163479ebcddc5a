"""People are found by what begins a word of theirs."""

import os

import pytest
from helpdesk.core.directory.actions import reach
from helpdesk.core.directory.rules import Newcomer
from helpdesk.core.organizations.actions import people
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.platform.aws import client as aws_client
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.organizations import an_organization
from tests.builders.tickets import a_change

ADA = an_agent().as_actor()


def names(desk, written):
    return [person.name for person, _ in people(desk, ADA, written)]


def test_who_was_put_is_found_by_name_address_and_number(desk):
    desk.directory.add_person(a_requester(name="Jörg Müller", email="jm@home.example", phone="+4930123456"))
    desk.directory.add_person(a_requester(id="x", name="Jo Miller", email="miller@other.example"))
    for written in ("mueller", "jörg mü", "jm@home", "030 123", "0049 30 123456"):
        assert names(desk, written) == ["Jörg Müller"]
    assert names(desk, "j") == ["Jo Miller", "Jörg Müller"]
    assert names(desk, "jo home") == ["Jörg Müller"]


def test_who_has_no_address_is_found_and_is_nobody_by_an_empty_one(desk):
    desk.tickets.save(a_change(), along=[Newcomer(person=a_requester(id="a", name="Anna", email=""))])
    desk.directory.add_person(a_requester(id="b", name="Anna", email=""))
    assert names(desk, "anna") == ["Anna", "Anna"]
    assert desk.directory.by_email("") is None


def test_at_most_eight_are_given_those_who_bear_the_name_first(desk):
    for number in range(12):
        desk.directory.add_person(a_requester(id=f"p{number}", name=f"Sam {number:02}", email=f"s{number}@x.example"))
    desk.directory.add_person(a_requester(id="other", name="Aaron", email="sam@x.example"))
    assert names(desk, "sam") == [f"Sam {number:02}" for number in range(8)]
    assert names(desk, "sam 11") == ["Sam 11"]


def test_under_a_new_name_somebody_is_found_by_the_old_one_no_more(desk):
    desk.directory.add_person(a_requester(id="r", name="Rita Alt", email="r@x.example"))
    desk.directory.change("r", lambda held: replace(held, name="Rita Neu"))
    assert (names(desk, "alt"), names(desk, "neu")) == ([], ["Rita Neu"])


def terms_stored():
    """The items by which people are found."""
    items = aws_client("dynamodb").scan(TableName=os.environ["TABLE"])["Items"]
    return [{"pk": item["pk"], "sk": item["sk"]} for item in items if item["pk"]["S"].startswith("FIND#")]


def test_no_old_name_stays_behind(aws_desk):
    aws_desk.directory.add_person(a_requester(id="r", name="Rita Alt", email=""))
    aws_desk.directory.change("r", lambda held: replace(held, name="Rita Neu"))
    assert [key["sk"]["S"] for key in terms_stored()] == ["neu#r", "rita#r"]


def test_who_is_deactivated_is_not_found(desk):
    desk.directory.add_person(a_requester(active=False))
    assert names(desk, "rita") == []


def test_each_is_shown_with_their_organization(desk):
    an_organization(desk, id="acme", plan="gold", domains=("acme.example",))
    an_organization(desk, id="labs")
    desk.directory.add_person(a_requester(id="a", name="Pat A", email="pat@acme.example"))
    desk.directory.add_person(a_requester(id="b", name="Pat B", email="pat@home.example", organization="labs"))
    desk.directory.add_person(a_requester(id="c", name="Pat C", email=""))
    found = [organization and organization.id for _, organization in people(desk, ADA, "pat")]
    assert found == ["acme", "labs", None]


def test_finding_takes_a_fixed_small_number_of_requests(aws_desk, aws):
    for number in range(12):
        aws_desk.directory.add_person(
            a_requester(id=f"p{number}", name=f"Sam {number}", email=f"s{number}@x.example", phone="+4930123456")
        )
    for written, queries in (("sam", 1), ("sam x.example", 1), ("030 123456", 1), ("+49 30 123456", 2), ("nobody", 1)):
        with aws.watching() as calls:
            people(aws_desk, ADA, written)
        assert calls.count("dynamodb:Query") == queries
        assert len(calls) <= queries + 2


def test_who_was_there_before_is_found_once_they_are_indexed(aws_desk):
    aws_desk.directory.add_person(a_requester())
    for key in terms_stored():
        aws_client("dynamodb").delete_item(TableName=os.environ["TABLE"], Key=key)
    assert names(aws_desk, "rita") == []
    (person,) = aws_desk.directory.everybody()
    assert aws_desk.directory.index(person)
    assert names(aws_desk, "rita") == ["Rita"]


def test_who_was_changed_meanwhile_is_left_to_who_changed_them(desk):
    desk.directory.add_person(a_requester())
    assert not desk.directory.index(a_requester(language="de"))


def test_an_address_comes_later_to_who_had_none(desk):
    desk.directory.add_person(a_requester(id="r", name="Rita", email="", phone="110"))
    reached = reach(desk, ADA, "r", "Rita@Late.example", None)
    assert (reached.email, reached.phone) == ("rita@late.example", "110")
    assert desk.directory.by_email("rita@late.example") == reached
    assert names(desk, "late") == ["Rita"]
    assert reach(desk, ADA, "r", None, "+4930123").phone == "+4930123"


def test_a_number_that_is_none_any_more_is_taken_away_and_finds_nobody(desk):
    desk.directory.add_person(a_requester(id="r", name="Rita", phone="+4930123456"))
    assert reach(desk, ADA, "r", None, None).phone == "+4930123456"
    assert names(desk, "030123456") == ["Rita"]
    assert reach(desk, ADA, "r", None, "").phone is None
    assert names(desk, "030123456") == []


def test_an_address_is_neither_taken_from_somebody_nor_changed(desk):
    desk.directory.add_person(a_requester(id="r", name="Rita", email=""))
    desk.directory.add_person(a_requester(id="s", name="Sam", email="sam@x.example"))
    for which, email, code in (("r", "SAM@x.example", "address_taken"), ("s", "new@x.example", "has_address")):
        with pytest.raises(InvalidError) as refused:
            reach(desk, ADA, which, email, None)
        assert [(problem.field, problem.code) for problem in refused.value.problems] == [("email", code)]
    assert desk.directory.person("r").email == ""
