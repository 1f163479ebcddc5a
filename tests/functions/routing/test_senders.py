"""Rules over HTTP: what they ask of senders is an address, or all of a domain."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import a_person
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

PATH = "/api/settings/routing"


@pytest.fixture
def alex(desk: Desk) -> Person:
    return staff(desk, a_person("Alex", role=Role.ADMIN))[0]


def saved(http: Gateway, alex: Person, *senders: str) -> Reply:
    rules = [{"name": "from there", "when": {"senders": senders}, "then": {"tags": ["there"]}}]
    return http.send("PUT", PATH, {"rules": rules}, by=alex, headers={"if-match": '"0"'})


def test_addresses_and_domains_are_kept_as_they_were_written(http: Gateway, alex: Person):
    wanted = ["Rita@Bücher.example", "@bücher.example"]
    reply = saved(http, alex, *wanted)
    assert (reply.status, reply.body["rules"][0]["when"]["senders"]) == (200, wanted)


@pytest.mark.parametrize("sender", ["bücher.example", "jörg@people.example", "rita@"])
def test_what_no_sender_has_is_refused_at_its_place(http: Gateway, alex: Person, sender: str):
    (error,) = saved(http, alex, "@people.example", sender).body["errors"]
    assert (error["field"], error["code"]) == ("rules[0].when.senders[1]", "no_sender")
    assert error["values"] == {"name": sender}
