"""Blind copies: over random lives of a ticket nobody but staff reads who had one, or what they answered."""

import json

from helpdesk.assembly import ticket_page
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.ways import WAYS
from helpdesk.channels.notices.actions import notification
from helpdesk.channels.notices.actions.blind import LETTER
from helpdesk.channels.notices.settings import MAIL, MailTerms
from helpdesk.channels.publishing.rules import envelope
from helpdesk.core.record.fold import fold
from helpdesk.core.tickets.actions import tickets
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.tickets import outsiders
from tests.lives import ACTS, BLIND, DRAFTS, UNSEEN, answers_blind, begun, copies_blind

BEA, WORDS = f"bea@{BLIND}", "UNSEEN"
STAFF = {"ada@people.example", "olivia@people.example", "nina@people.example"}


def lived(data):
    """A life in which Bea had a blind copy and answered it. Nobody names her openly."""
    world = begun(**data.draw(DRAFTS))
    world.desk.settings.let(MAIL, MailTerms(automatic_an_hour=1000, automatic_a_day=1000, attached_mb=7, quoted=10))
    acts = st.lists(ACTS | UNSEEN, max_size=6)
    for act in data.draw(acts):
        act.on(world)
    copies_blind(world, "agent", ["bea"], [])
    answers_blind(world, "bea", "bea")
    for act in data.draw(acts):
        act.on(world)
    return world


@settings(max_examples=15)
@given(st.data())
def test_nobody_but_staff_reads_who_had_one_or_what_they_answered(data):
    world = lived(data)
    for ticket_id in (world.ticket_id, *_sequel(world.desk, world.ticket_id)):
        _pages_keep_it(world, ticket_id)
    _mails_and_events_keep_it(world)


def _pages_keep_it(world, ticket_id):
    desk, staff = world.desk, world.by("agent")
    ticket, entries = desk.tickets.get(ticket_id), tuple(desk.tickets.entries(ticket_id))
    assert BEA not in {each.email for each in ticket.participants}
    page = tickets.read(desk, staff, ticket.id)
    whole = page.__class__(ticket=ticket, entries=entries, earlier=None)
    copied = [entry for entry in entries if BEA in ((entry.personal and entry.personal.blind) or ())]
    shown = ticket_page.show(desk, whole, staff).model_dump()["timeline"]
    assert len([each for each in shown if BEA in each["data"].get("blind", ())]) == len(copied)
    for by in outsiders(ticket):  # where it is made of more than they may read, too
        read = ticket_page.show(desk, whole, by).model_dump_json()
        assert not [word for word in (BEA, WORDS, '"blind"') if word in read]


def _mails_and_events_keep_it(world):
    desk = world.desk
    entries = desk.tickets.entries(world.ticket_id)
    for entry in entries:
        said = json.dumps(envelope(entry, arm=False).detail)
        assert not [word for word in (BLIND, WORDS) if word in said]
        notification.notify(desk, LETTERS, WAYS, entry.ticket_id, entry.version, entry.id)
    copies = [mail for mail in desk.notices.mailer.sent if f"#{LETTER}#" in mail.key]
    assert BEA in {mail.to for mail in copies}
    for mail in copies:
        entry = next(each for each in entries if each.id == mail.key.split("#")[1])
        then = fold([each for each in entries if each.version <= entry.version])
        assert mail.blind
        assert mail.to not in {then.requester_email, *(each.email for each in then.participants)}
        assert "/ticket#" not in mail.text + mail.html
    for mail in desk.notices.mailer.sent:
        whole = " ".join([mail.text, mail.html, mail.subject, *mail.addressed, *mail.cc, mail.reply_to])
        assert mail.to in STAFF or not [word for word in (BEA, WORDS) if word in whole]


def _sequel(desk, ticket_id):
    found = desk.tickets.get(ticket_id).sequel
    return [found.followed_by] if found and found.followed_by else []
