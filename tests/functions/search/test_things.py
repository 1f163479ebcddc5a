"""search_api: people, organizations and assets are found by beginnings of their words, by who may know of them."""

from collections.abc import Sequence

import pytest
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.search.routes.things import found
from helpdesk.capabilities.search.rules.things import ThingKind
from helpdesk.core.assets.rules import terms_of as terms_of_asset
from helpdesk.core.directory.rules import Person, is_found
from helpdesk.core.organizations.rules import terms_of as terms_of_organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import ForbiddenError
from helpdesk.foundation.kernel.finding import sought
from helpdesk.foundation.kernel.text import words_of
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.assets import an_asset
from tests.builders.directory import a_requester, an_agent
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply


@pytest.fixture
def known(desk: Desk) -> None:
    acme = an_organization(desk, id="acme", name="Äcme Werke", domains=("acme.example", "acme.test"), plan="gold")
    an_asset(desk, id="prn-hall", name="Printer in the hall", tag="INV-0042", organization=acme.id)
    an_asset(desk, id="prn-old", name="A printer", tag="", retired=True)
    person = a_requester(id="jm", name="Jörg Müller", email="joerg.m@acme.example", phone="+4930123456")
    desk.directory.add_person(person)


def titles(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return ["".join(piece["text"] for piece in item["title"]) for item in reply.body["items"]]


@pytest.mark.parametrize("q", ["mull", "Jörg Mü", "joerg.m@ac", "030 123", "+49 30 12"])
def test_people_by_name_and_by_parts_of_address_and_number(http: Gateway, ada: Person, known: None, q: str):
    assert titles(http.get("/api/search", kind="person", q=q, by=ada)) == ["Jörg Müller"]


@pytest.mark.parametrize("q", ["aecme", "werke ac", "acme.example", "acme.test", "@acme.test"])
def test_organizations_by_name_and_domain(http: Gateway, ada: Person, known: None, q: str):
    reply = http.get("/api/search", kind="organization", q=q, by=ada)
    assert titles(reply) == ["Äcme Werke"]
    (hit,) = reply.body["items"]
    assert (hit["kind"], hit["id"], hit["at"], hit["ticket"]) == ("organization", "acme", None, None)
    assert "".join(piece["text"] for piece in hit["snippet"]) == "acme.example, acme.test · gold"


@pytest.mark.parametrize("q", ["inv-0042", "INV 0042", "inv0042", "0042", "hall prin"])
def test_assets_by_name_and_label_however_typed(http: Gateway, ada: Person, known: None, q: str):
    reply = http.get("/api/search", kind="asset", q=q, by=ada)
    assert titles(reply) == ["Printer in the hall"]
    snippet = "".join(piece["text"] for piece in reply.body["items"][0]["snippet"])
    assert snippet == "INV-0042 · printer · Äcme Werke"


def test_what_is_in_use_comes_first_and_what_was_typed_is_marked(http: Gateway, ada: Person, known: None):
    reply = http.get("/api/search", kind="asset", q="prin", by=ada)
    assert titles(reply) == ["Printer in the hall", "A printer"]
    assert {"text": "Printer", "marked": True} in reply.body["items"][0]["title"]
    assert (reply.body["cursor"], reply.body["total"], reply.body["facets"]) == (None, 2, {})


def test_nothing_typed_finds_nothing(http: Gateway, ada: Person, known: None):
    for kind in ThingKind:
        assert titles(http.get("/api/search", kind=kind, q=" ", by=ada)) == []


@pytest.mark.parametrize("kind", [*ThingKind])
def test_neither_who_asks_nor_who_comes_from_outside_learns_of_them(
    http: Gateway, desk: Desk, rita: Person, known: None, kind: ThingKind
):
    (nadia,) = staff(desk, an_agent("Nadia", external=True))
    for by in (rita, nadia):
        assert http.get("/api/search", kind=kind, q="acme", by=by).code == "forbidden"


WORD = st.sampled_from(["ada", "adam", "müller", "mueller", "lab", "label", "inv", "x1"])
TITLE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
TYPED = st.lists(st.tuples(WORD, st.integers(1, 6)), min_size=1, max_size=2).map(
    lambda words: " ".join(word[:length] for word, length in words)
)


def begun(terms: Sequence[str], typed: str) -> bool:
    return all(any(term.startswith(word) for term in terms) for word in words_of(typed))


@settings(max_examples=60, deadline=None)
@given(titles=st.lists(TITLE, min_size=1, max_size=6), typed=TYPED, who=st.sampled_from(["agent", "outside", "asks"]))
def test_what_is_found_is_what_a_walk_over_all_there_is_finds(titles: list[str], typed: str, who: str):
    """And who may not know of them is refused, whatever there is."""
    desk = memory_desk()
    people = [a_requester(id=f"p{at}", name=title, email=f"{at}@home.example") for at, title in enumerate(titles)]
    for person in people:
        desk.directory.add_person(person)
    houses = [an_organization(desk, id=f"o{at}", name=title) for at, title in enumerate(titles)]
    things = [an_asset(desk, id=f"a{at}", name=title) for at, title in enumerate(titles)]
    by = {"agent": an_agent(), "outside": an_agent(external=True), "asks": a_requester()}[who].as_actor()
    naive = {
        ThingKind.PERSON: {person.id for person in people if is_found(person, sought(typed))},
        ThingKind.ORGANIZATION: {each.id for each in houses if begun(terms_of_organization(each), typed)},
        ThingKind.ASSET: {each.id for each in things if begun(terms_of_asset(each), typed)},
    }
    for kind, wanted in naive.items():
        if who == "agent":
            assert {thing.id for thing in found(desk, by, kind, typed)} == wanted
        else:
            with pytest.raises(ForbiddenError):
                found(desk, by, kind, typed)
