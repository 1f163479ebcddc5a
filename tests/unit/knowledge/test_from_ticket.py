"""What a solved ticket says becomes a draft that names nobody."""

import pytest
from helpdesk.capabilities.knowledge.rules import from_ticket
from helpdesk.capabilities.knowledge.rules.redaction import GONE
from helpdesk.capabilities.knowledge.rules.templates import PARTS, Part, Template, body
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.foundation.edge.rich_text import cleaned
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Visibility

from tests.builders.directory import a_requester, an_agent
from tests.builders.tickets import a_change


def said(
    words: str, *, by: Role = Role.AGENT, html: str | None = None, note: bool = False, automatic: bool = False
) -> Fact:
    visibility = Visibility.INTERNAL if note else Visibility.PUBLIC
    event = MessageAdded(visibility=visibility, by=by, channel=Channel.WEB, automatic=automatic)
    return Fact(event=event, personal=Personal(body=words, html=html))


def a_ticket_of(*messages: Fact, description: str = "It does not print.\n\nBest, Rita") -> tuple[Ticket, list[Entry]]:
    begun = a_change(by=a_requester("Rita"), subject="Printer of Rita is broken", description=description)
    entries, ticket = list(begun.entries), begun.after
    for message in messages:
        person: Person = an_agent("Ada") if message.event.by.is_staff else a_requester("Rita")  # type: ignore[attr-defined]
        change = a_change(ticket, message, by=person)
        entries, ticket = [*entries, *change.entries], change.after
    return ticket, entries


def drafted(*messages: Fact, names: tuple[str, ...] = (), **more: str) -> str:
    return from_ticket.known_error(*a_ticket_of(*messages, **more), names, "hardware").html


def test_what_was_seen_and_what_was_answered():
    html = drafted(said("Hello Rita,\nturn it on.", html="<p>Hello Rita,<br>turn it <b>on</b>.</p>"))
    parts = {
        Part.SYMPTOM: f"<p>It does not print.</p><p>Best, {GONE}</p>",
        Part.FIX: f"<p>Hello {GONE},<br>turn it <b>on</b>.</p>",
    }
    assert html == body(Template.KNOWN_ERROR, "en", parts)


def test_its_title_names_nobody_and_only_staff_may_read_it():
    text = from_ticket.known_error(*a_ticket_of(), (), "hardware")
    assert (text.title, text.category, text.visibility) == (
        f"Printer of {GONE} is broken", "hardware", from_ticket.STAFF,
    )  # fmt: skip


def test_names_that_others_know_go_too():
    assert "Acme" not in drafted(said("At Acme it is off."), names=("Acme",))


def test_machines_and_what_the_requester_says_later_are_no_answer():
    html = drafted(said("Out of office", automatic=True), said("Thanks", by=Role.REQUESTER), said("Turn it on."))
    assert html.endswith("<p><strong>Solution</strong></p><p>Turn it on.</p>")
    assert "office" not in html
    assert "Thanks" not in html


def test_notes_are_taken_only_where_nobody_answered():
    assert "the fuse" not in drafted(said("It was the fuse.", note=True), said("It is mended."))
    assert "the fuse" in drafted(said("It was the fuse.", note=True))


def test_of_many_answers_the_last():
    html = drafted(*(said(f"Answer {number}.") for number in range(8)))
    assert [number for number in range(8) if f"Answer {number}." in html] == [3, 4, 5, 6, 7]


def test_there_is_room_for_it_however_much_was_written():
    html = drafted(*(said("é" * 30_000) for _ in range(3)), description="ä" * 60_000)
    assert len(html.encode()) < 80_000


@pytest.mark.parametrize("words", ["", "<b>&amp;", "a\n\n\n\n<script>\n\nb", "\n \n"])
def test_words_are_words_whatever_signs_they_have(words: str):
    html = drafted(said("x"), description=words or "x")
    assert cleaned(html) == html


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_templates_are_clean_and_have_a_head_for_each_part(template: Template, language: str):
    html = body(template, language)
    assert cleaned(html) == html
    assert html.count("<strong>") == len(PARTS[template])
