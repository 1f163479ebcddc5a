"""Leads say which addresses are one person's, and who did so is told; the others may not."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

HOME = "rita@home.example"


def add(http: Gateway, by: Person, address: str = HOME, to: str = "rita"):
    return http.put(f"/api/people/{to}/contact", {"add_address": address}, by=by)


def test_a_lead_adds_and_removes_an_address_and_it_says_who_did(http: Gateway, lea: Person, rita: Person):
    assert add(http, lea, "Rita@Home.Example").body["others"] == [HOME]
    assert add(http, lea).status == 200
    gone = http.put("/api/people/rita/contact", {"remove_address": HOME}, by=lea)
    assert (gone.status, gone.body["others"]) == (200, [])
    assert [(deed["what"], deed["address"], deed["name"]) for deed in gone.body["deeds"]] == [
        ("added", HOME, "Lea"),
        ("removed", HOME, "Lea"),
    ]


def test_what_is_said_beside_an_address_is_kept_too(http: Gateway, lea: Person, rita: Person):
    reply = http.put("/api/people/rita/contact", {"add_address": HOME, "phone": "+49 40 123456"}, by=lea)
    assert (reply.body["others"], reply.body["phone"]) == ([HOME], "+4940123456")


def test_requesters_read_their_addresses_and_nothing_of_who_did_what(http: Gateway, lea: Person, rita: Person):
    add(http, lea)
    own = http.get("/api/people/rita", by=rita).body
    assert (own["others"], own["deeds"]) == ([HOME], [])
    assert http.get(f"/api/people/{HOME}", by=rita).body["id"] == "rita"


@pytest.mark.parametrize("by", ["ada", "rita", "lou"])
def test_others_may_not(http: Gateway, desk: Desk, ada: Person, rita: Person, mallory: Person, by: str):
    staff(desk, an_agent("Lou", role=Role.LEAD, external=True))
    who = desk.directory.person(by)
    refused = [add(http, who), http.put("/api/people/rita/contact", {"remove_address": HOME}, by=who)]
    refused.append(http.put("/api/people/rita/contact", {"same_as": "mallory"}, by=who))
    assert [(reply.status, reply.code) for reply in refused] == [(403, "forbidden")] * 3


def test_of_who_works_here_administrators_alone_say_it(http: Gateway, desk: Desk, ada: Person, lea: Person):
    alex = staff(desk, an_agent("Alex", role=Role.ADMIN))[0]
    assert [add(http, by, to="ada").status for by in (lea, alex)] == [403, 200]


@pytest.mark.parametrize(
    ("address", "field", "code"),
    [("mallory@people.example", "add_address", "address_taken"), ("nobody", "add_address", "no_address")],
)
def test_what_is_refused_at_the_address(http, lea, rita, mallory, address: str, field: str, code: str):
    reply = add(http, lea, address)
    assert (reply.status, [(each["field"], each["code"]) for each in reply.body["errors"]]) == (422, [(field, code)])


def test_nobody_has_more_than_five(http: Gateway, lea: Person, rita: Person):
    replies = [add(http, lea, f"{number}@home.example") for number in range(5)]
    assert [reply.status for reply in replies] == [200] * 4 + [422]


def test_the_first_address_is_not_removed(http: Gateway, lea: Person, rita: Person):
    for address in (rita.email, "other@people.example"):
        reply = http.put("/api/people/rita/contact", {"remove_address": address}, by=lea)
        assert (reply.status, reply.body["errors"][0]["code"]) == (422, "not_theirs")


def test_who_works_here_is_deactivated_or_not_there_is_not_joined(http: Gateway, desk: Desk, lea, ada, rita, mallory):
    desk.directory.change("mallory", lambda held: type(held)(id=held.id, name="M", email=held.email, active=False))
    refused = [http.put("/api/people/rita/contact", {"same_as": who}, by=lea) for who in ("ada", "mallory", "nobody")]
    assert [(reply.status, reply.body["errors"][0]["code"]) for reply in refused] == [
        (422, "works_here"),
        (422, "not_active"),
        (422, "no_person"),
    ]
    assert http.put("/api/people/nobody/contact", {"same_as": "rita"}, by=lea).status == 404


def test_joined_they_are_one_for_everybody_who_looks(http: Gateway, lea: Person, rita: Person, mallory: Person):
    one = http.put("/api/people/rita/contact", {"same_as": "mallory"}, by=lea).body
    assert (one["id"], one["others"], one["deeds"][-1]["what"]) == ("rita", [mallory.email], "joined")
    assert http.get("/api/people/mallory", by=lea).body == one
    assert http.put("/api/people/mallory/contact", {"same_as": "rita"}, by=lea).body == one
    assert http.put("/api/people/mallory/contact", {"same_as": "rita"}, by=rita).status == 403
    assert [each["id"] for each in http.get("/api/people", by=lea, q="mallory").body["items"]] == ["rita"]


def test_they_sign_in_by_any_and_the_first_account_alone_makes_their_role(http: Gateway, desk: Desk, lea, ada: Person):
    alex = staff(desk, an_agent("Alex", role=Role.ADMIN))[0]
    add(http, alex, "ada@home.example", to="ada")
    claims = {
        "email": "ada@home.example",
        "email_verified": "true",
        "name": "Other",
        "cognito:groups": "[]",
        "iat": "9",
    }
    me = http.get("/api/me", by=claims).body
    assert (me["id"], me["name"], me["role"]) == ("ada", "Ada", "requester")
    assert desk.directory.person("ada").role is Role.AGENT
