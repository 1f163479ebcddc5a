"""The language of a text: right where it is told at all, and not told where a text is short, mixed or no language."""

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.channels.intake.services import LONGEST, FastTextLanguage
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.routing import have_rules
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

LANGUAGE = FastTextLanguage()
TOLD = {
    "The printer is on fire\nIt smokes.": "en",
    "Cannot log in to SAP\nSince this morning I get error 4711 when I try to log in.": "en",
    "Mein Drucker druckt nicht mehr\nSeit heute Morgen geht nichts mehr.": "de",
    "SAP Login Error\nHallo, ich bekomme beim Login den Fehler 'Access denied'.": "de",
    "Imprimante en panne\nL'imprimante du deuxième étage ne fonctionne plus.": "fr",
    "La stampante non funziona\nDa stamattina non riesco a stampare.": "it",
    "Drukarka nie działa\nOd rana nie mogę drukować.": "pl",
    "Принтер не работает\nС утра не могу печатать.": "ru",
    "الطابعة لا تعمل\nلا أستطيع الطباعة منذ الصباح.": "ar",
    "打印机坏了\n从今天早上开始无法打印。": "zh",
    "プリンターが動きません\n今朝から印刷できません。": "ja",
}
UNTOLD = [
    "",
    "VPN",
    "Help",
    "Printer broken",
    "Passwort vergessen",
    "asdf qwer 1234",
    "???",
    "John Smith\nMax Mustermann",
    "SAP Outlook VPN Citrix Teams",
    "ERROR 0x80070005 at C:\\Windows\\System32\\drivers\\etc\\hosts",
    "https://desk.example/agent/tickets/HD-8K3M7QTX?page=2&sort=newest_first_please",
    "I cannot open the attachment you sent me yesterday. Ich kann den Anhang von gestern leider nicht öffnen.",
]


@pytest.mark.parametrize(("text", "language"), TOLD.items())
def test_a_sentence_is_enough(text: str, language: str):
    assert LANGUAGE.of(text) == language


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_in_doubt_is_not_told(text: str):
    assert LANGUAGE.of(text) is None


def test_only_the_beginning_of_a_long_text_is_read():
    german = "Seit heute Morgen druckt mein Drucker leider nicht mehr. "
    assert LANGUAGE.of(german * 100 + "This is English at the very end, and much of it. " * 1000) == "de"
    assert len(german * 100) > LONGEST


GERMAN = "Seit heute Morgen druckt mein Drucker leider nicht mehr."


def test_a_ticket_tells_its_language(memory_desk: Desk):
    assert open_ticket(memory_desk, subject="Drucker", description=GERMAN).text_language == "de"
    assert open_ticket(memory_desk, subject="VPN", description="?").text_language is None


def test_the_first_words_of_the_requester_tell_it_where_the_ticket_did_not(memory_desk: Desk):
    (ada,) = staff(memory_desk, an_agent())
    ticket = open_ticket(memory_desk, subject="VPN", description="?")
    rita = Actor(id=ticket.requester, role=Role.REQUESTER)
    said = [
        tickets.write(memory_desk, Wish(ticket_id=ticket.id, by=by), a_message(body)).ticket.text_language
        for by, body in (
            (ada.as_actor(), "What is it that does not work since this morning?"),
            (rita, "It is me."),
            (rita, GERMAN),
            (rita, "Sorry, now I write in English as my colleagues do."),
        )
    ]
    assert said == [None, None, "de", "de"]


def test_rules_and_the_choice_of_a_person_go_by_it(memory_desk: Desk):
    ada, bob = staff(memory_desk, an_agent(), an_agent("Bob"))
    for agent, language in ((ada, "en"), (bob, "de")):
        memory_desk.staffing.put_availability(agent, Availability(languages=(language,)))
    rule = Rule(name="german", when=Conditions(languages=("de",)), then=Actions(tags=("german",)))
    have_rules(memory_desk, rule)
    ticket = open_ticket(memory_desk, subject="Drucker", description=GERMAN, language="en")
    assignment.assign(memory_desk, ticket.id, ticket.team)
    assert (ticket.tags, memory_desk.tickets.get(ticket.id).assignee) == (("german",), "bob")
