"""Notes for a level: kept with the ticket, listed by category, the newest first."""

import pytest
from helpdesk.capabilities.levels.actions import notes as level_notes
from helpdesk.capabilities.levels.rules.notes import NoteDraft
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.platform import a_key
from tests.builders.staffing import staff


@pytest.fixture
def olga(desk):
    return staff(desk, an_agent("Olga"))[0].as_actor()


@pytest.fixture
def keep(desk, olga):
    def keeping(title, category=None, level=Level.L1, ticket=None, once=None):
        which = ticket or open_ticket(desk, category="network")
        draft = NoteDraft(title=title, body=f"About {title}", level=level, category=category)
        return level_notes.keep(desk, olga, which.id, draft, once)

    return keeping


def titles(desk, category=None, level=Level.L1, limit=10):
    found, cursor = [], None
    while True:
        page = desk.levels.notes.page(level, category, cursor, limit)
        assert len(page.items) <= limit
        found += [note.title for note in page.items]
        cursor = page.cursor
        if cursor is None:
            return found


def test_a_note_says_what_it_is_and_where_it_is_from(desk, keep):
    ticket = keep("VPN").ticket
    (note,) = desk.levels.notes.page(Level.L1, "network", None, 10).items
    assert (note.title, note.body, note.level, note.category) == ("VPN", "About VPN", "L1", "network")
    assert (note.ticket_id, note.author, note.author_name, note.at) == (ticket.id, "olga", "Olga", ticket.updated_at)
    assert note.id == desk.tickets.entries(ticket.id)[-1].id


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_a_level_finds_those_of_a_category_the_newest_first(desk, keep, limit):
    for title, category in (("a", None), ("b", "hardware"), ("c", None), ("d", "account"), ("e", None)):
        keep(title, category)
    keep("other level", level=Level.L2)
    assert titles(desk, "network", limit=limit) == ["e", "c", "a"]
    assert titles(desk, limit=limit) == ["e", "c", "a", "b", "d"]
    assert titles(desk, "software", limit=limit) == []
    assert titles(desk, level=Level.L2, limit=limit) == ["other level"]


def test_without_a_category_it_is_found_among_all(desk, keep):
    keep("plain", ticket=open_ticket(desk))
    assert titles(desk) == ["plain"]


def test_what_was_asked_twice_is_kept_once(desk, keep):
    ticket = open_ticket(desk)
    first, second = (keep("once", ticket=ticket, once=a_key()) for _ in range(2))
    assert first.entries == second.entries
    assert titles(desk) == ["once"]


def test_an_unknown_category_is_refused(desk, keep):
    with pytest.raises(InvalidError):
        keep("moon", "moon")
    assert titles(desk) == []
