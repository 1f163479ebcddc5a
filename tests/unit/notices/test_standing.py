"""Mails to who asked say what the portal says: who does what now, and by when the answer comes."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from helpdesk.channels.notices.letters import LANGUAGES, readable
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.letters import ACKNOWLEDGEMENT, LOOKED_AFTER, REPLY, TURNS, Recipient
from helpdesk.core.tickets.rules.turn import Turn
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.locales import said
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, Visibility
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.tickets import a_change, a_ticket

ANSWER = MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL)
WEB = Path(__file__).parents[3] / "web/src/features/tickets/locales"


def standing(desk: Desk, ticket: Any, language: str = "en", timezone: str = "Europe/Berlin") -> str:
    reader = readable(Recipient(name="Rita", language=language, link="", timezone=timezone))
    first = a_change().entries[0]
    assert ACKNOWLEDGEMENT.said(desk, ticket, first, reader) == REPLY.said(desk, ticket, first, reader)
    return REPLY.said(desk, ticket, first, reader)["standing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_mails_use_the_words_of_the_page(language: str):
    page = json.loads((WEB / language / "portal.json").read_text())["status"]["turn"]
    mails = {turn.value: words[language] for turn, words in TURNS.items()}
    assert page == mails | {"with": LOOKED_AFTER[language].replace("{name}", "{{name}}")}


def test_every_turn_has_its_words():
    assert set(TURNS) == set(Turn)
    assert all(set(words) == set(LANGUAGES) for words in TURNS.values())


@pytest.mark.parametrize(
    ("language", "zone", "words"),
    [
        ("en", "Europe/Berlin", "shortly. You will hear from us by Mon 2 Mar, 18:00 (Berlin)."),
        ("de", "Europe/Berlin", "Kürze an. Sie hören bis Mo., 2. März, 18:00 Uhr (Berlin) von uns."),
        ("en", "Asia/Kolkata", "shortly. You will hear from us by Mon 2 Mar, 22:30 (Kolkata)."),
        ("en", "America/Los_Angeles", "shortly. You will hear from us by Mon 2 Mar, 09:00 (Los Angeles)."),
        ("en", "nonsense", "shortly. You will hear from us by Mon 2 Mar, 17:00 (UTC)."),
    ],
)
def test_a_receipt_promises_by_the_readers_clock_and_in_their_words(
    memory_desk: Desk, language: str, zone: str, words: str
):
    assert standing(memory_desk, a_ticket(), language, zone).endswith(words)


def test_who_has_it_is_named(memory_desk: Desk):
    ticket = a_ticket(state="open", assignee="ada", assignee_name="Ada")
    assert standing(memory_desk, ticket).startswith("Ada is looking after it. You will hear")


@pytest.mark.parametrize("state", ["pending", "on_hold", "solved", "closed", "cancelled"])
def test_a_letter_says_one_thing_of_what_holds(memory_desk: Desk, state: str):
    answered = a_change(a_ticket(assignee="ada", assignee_name="Ada"), ANSWER).after
    phase = Phase(state if state != "cancelled" else "closed")
    ticket = replace(answered, state=state, phase=phase, promise=type(answered.promise)())
    assert standing(memory_desk, ticket) == TURNS[Turn(state)]["en"]


def test_who_was_sent_no_word_is_not_asked_to_answer_one(memory_desk: Desk):
    ticket = a_ticket(state="pending", assignee="ada", assignee_name="Ada", promise=type(a_ticket().promise)())
    assert standing(memory_desk, ticket) == "Ada is looking after it."


def test_a_letter_that_comes_late_promises_nothing_that_is_over(memory_desk: Desk):
    memory_desk.clock.advance(timedelta(days=2))
    assert standing(memory_desk, a_ticket()) == "We will look at your request shortly."


def test_a_day_is_said_as_the_pages_say_it():
    assert said(datetime(2026, 11, 30, 11, 5, tzinfo=UTC), "Europe/Berlin", "en") == "Mon 30 Nov, 12:05 (Berlin)"
    assert said(MONDAY_MORNING, "UTC", "de") == "Mo., 2. März, 09:00 Uhr (UTC)"
