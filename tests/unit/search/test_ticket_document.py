"""What of a ticket can be found, and by whom."""

from helpdesk.capabilities.search.rules import ticket as rules
from helpdesk.capabilities.search.rules.ticket import document_of
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message, a_note

ADA, RITA = an_agent(), a_requester()


def written(desk, *messages, **draft):
    staff(desk, ADA)
    desk.directory.put_person(RITA)
    ticket = open_ticket(desk, by=RITA, **draft)
    for message in messages:
        tickets.write(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), message)
    return desk.tickets.get(ticket.id)


def document(desk, ticket, **names):
    return document_of(ticket, desk.tickets.entries(ticket.id, ticket.version), **names)


def marks(found, *, public=None):
    return {(mark.field, mark.value) for mark in found.marks if public is None or mark.public is public}


def test_words_are_found_by_who_may_read_them(memory_desk):
    ticket = written(memory_desk, a_message("Have you tried water?"), a_note("She always does this."))
    found = document(memory_desk, ticket)
    assert [(passage.text, passage.internal) for passage in found.texts[-2:]] == [
        ("Have you tried water?", False),
        ("She always does this.", True),
    ]
    assert (found.title, found.version, found.created) == (ticket.subject, ticket.version, ticket.created_at)


def test_who_asks_finds_by_what_they_see_alone(memory_desk):
    found = document(memory_desk, replace(written(memory_desk), tags=("toner",)), team="Service desk")
    assert {("id", found.id), ("from", RITA.id), ("state", "new")} <= marks(found, public=True)
    assert {("team", "service-desk"), ("tag", "toner")} <= marks(found, public=False)
    assert not {field for field, _ in marks(found, public=True)} & {"team", "tag", "organization", "level", "outside"}
    assert next(mark.words for mark in found.marks if mark.field == "team") == "Service desk"


def test_a_file_is_found_by_its_name_where_its_message_may_be_read(memory_desk):
    ticket = written(memory_desk, a_note("Look", attachments=(Attachment(id="f1", name="secret.pdf"),)))
    found = document(memory_desk, ticket)
    assert {("file", "secret.pdf"), ("has", "attachment")} <= marks(found, public=False)
    assert ("has", "attachment") not in marks(found, public=True)


def test_of_more_words_than_it_looks_into_the_newest_are_found(memory_desk, monkeypatch):
    ticket = written(memory_desk, a_message("old " * 20), a_message("new " * 20))
    monkeypatch.setattr(rules, "LONGEST", 100)
    texts = [passage.text for passage in document(memory_desk, ticket).texts]
    assert [text[:3] for text in texts] == ["old", "new"]
    assert sum(map(len, texts)) == 100
    assert len(texts[1]) == 80


def test_what_was_erased_is_found_no_more(memory_desk):
    ticket = written(memory_desk, a_message("My number is 4711"))
    erased = [replace(entry, personal=None) for entry in memory_desk.tickets.entries(ticket.id)]
    assert document_of(ticket, erased).texts == ()
