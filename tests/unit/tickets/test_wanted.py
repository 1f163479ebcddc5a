"""Filters of lists: what comes through all pages is what the plainest filter keeps of the whole list."""

import unicodedata
from datetime import timedelta
from types import SimpleNamespace

import pytest
from helpdesk.core.tickets.actions import lists
from helpdesk.core.tickets.actions.lists import FILTER_REQUESTS, Query
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules.listing import Card, WaitsFor, card
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Kind, Level, PersonId, Phase, Priority, Scale, TeamId, TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.tickets import a_ticket

NOW = MONDAY_MORNING
TEAMS, PEOPLE, TAGS = ("desk", "net"), ("ada", "bob"), ("vip", "toner", "Ärger")
INSTANTS = [None, *(NOW + timedelta(hours=hours) for hours in (-3, -1, 0, 1, 2, 30))]
WORDS = ("Drucker", "VPN is DOWN", "straße", "a%_b")
ADA = an_agent().as_actor()


def one_of(*values):
    return st.sampled_from(values)


def cards():
    one = st.builds(
        Card,
        id=st.just(TicketId("HD-00000000")),
        kind=one_of(*Kind),
        subject=one_of(*WORDS),
        state=st.just("open"),
        phase=one_of(*Phase),
        priority=one_of(*Priority),
        level=one_of(*Level),
        team=one_of(*map(TeamId, TEAMS)),
        assignee=one_of(None, *map(PersonId, PEOPLE)),
        assignee_name=one_of(None, "Ada", "Bob"),
        requester=one_of(PersonId("rita"), PersonId("nora")),
        requester_name=one_of("Rita Ranieri", "Nora"),
        organization=one_of(None, "acme"),
        category=st.none(),
        created_at=st.just(NOW),
        updated_at=st.just(NOW),
        next_deadline=one_of(*INSTANTS),
        next_clock=st.none(),
        waiting=st.booleans(),
        breached=one_of((), ("resolution",)),
        tags=st.lists(one_of(*TAGS), unique=True).map(tuple),
    )
    return st.lists(one, max_size=16)


def queries():
    return st.builds(
        Query,
        team=one_of(None, "none", *TEAMS),
        assignee=one_of(None, "none", *PEOPLE, "me"),
        requester=one_of(None, None, None, "rita"),
        organization=one_of(None, None, "acme", "none"),
        phase=one_of(None, None, *Phase),
        priority=one_of(None, None, *Priority),
        tag=one_of(None, None, *TAGS),
        waits_for=one_of(None, None, *WaitsFor),
        due_before=one_of(*INSTANTS),
        missed=st.booleans(),
        words=one_of(None, "", "drucker", "STRASSE", "vpn bob", "hd-0", "rita down", "%"),
        needs_work=st.booleans(),
    ).filter(lambda query: query.requester or query.team or query.assignee or query.organization == "acme")


class Store:
    """Lists as the ports promise them, of given cards."""

    def __init__(self, given_cards):
        self.requests = 0
        self.cards = [_named(card, number) for number, card in enumerate(given_cards)]

    def by_team(self, team, _shelf, cursor, limit):
        return self._due_first(lambda card: card.team == team, cursor, limit)

    def by_assignee(self, person, _shelf, cursor, limit):
        return self._due_first(lambda card: card.assignee == person, cursor, limit)

    def by_requester(self, person, cursor, limit, **_shared):
        return self._page([card for card in self.cards if card.requester == person], cursor, limit)

    def by_organization(self, organization, cursor, limit):
        return self._page([card for card in self.cards if card.organization == organization], cursor, limit)

    def _due_first(self, fits, cursor, limit):
        order = sorted(filter(fits, self.cards), key=lambda card: card.next_deadline or NOW.replace(year=9999))
        return self._page(order, cursor, limit)

    def _page(self, order, cursor, limit):
        self.requests += 1
        start = int(cursor or 0)
        end = min(start + limit, len(order))
        return Listing(
            items=tuple(order[start:end]),
            cursor=str(end) if end < len(order) else None,
            after=lambda position: str(start + position + 1),
        )


def _named(card, number):
    return Card(**{name: getattr(card, name) for name in Card.__struct_fields__} | {"id": f"HD-{number:08d}"})


def plainly(card, query, me):
    """What each filter means, one after the other."""
    said = f"{card.id} {card.subject} {card.requester_name} {card.assignee_name or ''}".casefold()
    missed = bool(card.breached) or (card.next_deadline is not None and card.next_deadline <= NOW)
    turns = {"new": "us", "open": "us", "pending": "requester", "on_hold": "time"}
    checks = [
        query.team is None or (card.team or "none") == query.team,
        query.assignee is None or (card.assignee or "none") == (me if query.assignee == "me" else query.assignee),
        query.requester is None or card.requester == query.requester,
        query.organization is None or (card.organization or "none") == query.organization,
        query.phase is None or card.phase == query.phase,
        query.priority is None or card.priority == query.priority,
        query.tag is None or query.tag in card.tags,
        query.waits_for is None or turns.get(card.phase) == query.waits_for,
        query.due_before is None or (card.next_deadline is not None and card.next_deadline < query.due_before),
        not query.missed or missed,
        query.words is None or all(word.casefold() in said for word in query.words.split()),
        not query.needs_work or card.phase not in {"solved", "closed"},
    ]
    return all(checks)


def walked(store, query, limit, by=ADA):
    desk = SimpleNamespace(
        directory=SimpleNamespace(people=lambda _: {}), tickets=store, clock=SimpleNamespace(now=lambda: NOW)
    )
    found, cursor, looked_at = [], None, 0
    while True:
        before = store.requests
        fields = {name: getattr(query, name) for name in Query.__struct_fields__}
        page = lists.listed(desk, by, Query(**fields | {"cursor": cursor, "limit": limit}))
        assert store.requests - before <= FILTER_REQUESTS
        assert len(page.items) <= limit
        found += page.items
        looked_at += page.looked_at
        cursor = page.cursor
        if cursor is None:
            return found, looked_at


@given(given_cards=cards(), query=queries(), limit=st.integers(1, 7), large=st.integers(1, 7))
def test_all_that_fit_come_once_and_nothing_else(given_cards, query, limit, large):
    lists.LARGE, kept = large, lists.LARGE
    store = Store(given_cards)
    try:
        found, looked_at = walked(store, query, limit)
    finally:
        lists.LARGE = kept
    expected = {card.id for card in store.cards if plainly(card, query, ADA.id)}
    assert len(found) == len(expected)
    assert {card.id for card in found} == expected
    assert len(found) <= looked_at <= len(store.cards)


@given(given_cards=cards(), query=queries())
def test_what_a_requester_does_not_see_tells_them_nothing(given_cards, query):
    rita = a_requester().as_actor()
    found, _ = walked(Store(given_cards), query, 5, by=rita)
    seen = Query(requester="rita", phase=query.phase, priority=query.priority, words=query.words)
    expected = [
        card
        for card in Store(given_cards).cards
        if plainly(card, seen, rita.id) and not (query.needs_work and card.phase.is_finished)
    ]
    assert found == expected


def test_those_of_no_organization_are_no_list_of_their_own():
    """It would be that of all tickets."""
    with pytest.raises(InvalidError):
        walked(Store([]), Query(organization="none"), 5)


def test_behind_what_is_due_too_late_nobody_looks(memory_desk):
    for hours in range(1, 30):
        open_ticket(memory_desk, urgency=Scale.HIGH)
        memory_desk.clock.advance(timedelta(minutes=hours))
    tickets = [memory_desk.tickets.get(ticket_id) for ticket_id in memory_desk.tickets.ids()]
    due = sorted(ticket.promise.next_deadline for ticket in tickets)
    asked = Query(team="service-desk", due_before=due[3], limit=4)
    page = lists.listed(memory_desk, ADA, asked)
    assert ([card.next_deadline for card in page.items], page.cursor, page.looked_at) == (due[:3], None, 4)


@pytest.mark.parametrize("typed", ["störung", "STÖRUNG", unicodedata.normalize("NFD", "Störung")])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_found_however_their_letters_are_made(typed, form):
    shown = card(a_ticket(subject=unicodedata.normalize(form, "Störung am Drucker")))
    assert Query(team=shown.team, words=typed).fits(shown, NOW)
