"""What is said beside stays beside: over random lives of a ticket, who asks and who takes part read no word of it."""

import json

from helpdesk.assembly import ticket_page
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.ways import WAYS
from helpdesk.capabilities.attachments.actions import attachment_link
from helpdesk.channels.notices.actions import notification
from helpdesk.channels.notices.actions.outside import LETTER
from helpdesk.channels.notices.settings import MAIL, MailTerms
from helpdesk.channels.publishing.rules import envelope
from helpdesk.core.record.fold import fold
from helpdesk.core.tickets.actions import tickets
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import NotFoundError
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.tickets import outsiders
from tests.lives import ACTS, BESIDE, DRAFTS, begun, is_answered_beside, writes_beside

WORDS = "BESIDE"


def lived(data):
    """A life in which something was said beside, both ways, at any time."""
    world = begun(**data.draw(DRAFTS))
    world.desk.settings.let(MAIL, MailTerms(automatic_an_hour=1000, automatic_a_day=1000, attached_mb=7, quoted=10))
    acts = st.lists(ACTS | BESIDE, max_size=7)
    for act in data.draw(acts):
        act.on(world)
    writes_beside(world, "agent", None, "vera")
    for act in data.draw(acts):
        act.on(world)
    is_answered_beside(world, "s1", "vera")
    for act in data.draw(acts):
        act.on(world)
    return world


@settings(max_examples=40)
@given(st.data())
def test_no_page_of_theirs_has_a_word_of_it(data):
    world = lived(data)
    desk, ticket = world.desk, world.desk.tickets.get(world.ticket_id)
    assert (
        WORDS
        in ticket_page.show(desk, tickets.read(desk, world.by("agent"), ticket.id), world.by("agent")).model_dump_json()
    )
    for by in outsiders(ticket):
        page = tickets.read(desk, by, ticket.id)
        shown = ticket_page.show(desk, page, by)
        assert WORDS not in shown.model_dump_json()
        assert "sides" not in shown.model_dump()
        # Not even where it is made of more than they may read.
        whole = page.__class__(ticket=ticket, entries=tuple(desk.tickets.entries(ticket.id)), earlier=None)
        assert WORDS not in ticket_page.show(desk, whole, by).model_dump_json()


@settings(max_examples=40)
@given(st.data())
def test_no_letter_of_theirs_and_no_event_has_a_word_of_it(data):
    world = lived(data)
    desk = world.desk
    entries = desk.tickets.entries(world.ticket_id)
    for entry in entries:
        said = envelope(entry, arm=False).detail
        assert WORDS not in json.dumps(said)
        assert not (said["metadata"]["public"] and entry.type.startswith("Side"))
        notification.notify(desk, LETTERS, WAYS, entry.ticket_id, entry.version, entry.id)
    staff = {"ada@people.example", "olivia@people.example", "nina@people.example"}
    for mail in desk.notices.mailer.sent:
        if f"#{LETTER}#" not in mail.key:
            assert mail.to in staff or WORDS not in mail.text + mail.html + mail.subject
            continue
        entry = next(entry for entry in entries if entry.id == mail.key.split("#")[1])
        then = fold([each for each in entries if each.version <= entry.version])
        on_it = {then.requester_email, *(each.email for each in then.participants)}
        assert folded(mail.to) not in set(map(folded, on_it))
        assert {line for line in mail.text.splitlines() if line} <= {
            "BESIDE we ask",
            "-- ",
            "Ada",
            "Helpdesk",
            f"Ref. {world.ticket_id}",
        }


@settings(max_examples=20)
@given(st.data())
def test_no_file_of_it_is_theirs(data):
    world = lived(data)
    ticket = world.desk.tickets.get(world.ticket_id)
    for entry in world.desk.tickets.entries(ticket.id):
        for file in getattr(entry.event, "attachments", ()) if entry.type.startswith("Side") else ():
            for by in outsiders(ticket):
                try:
                    attachment_link(world.desk, by, ticket.id, file.id, entry.version)
                except NotFoundError:
                    continue
                raise AssertionError(f"{by.id} finds {file.id}")
