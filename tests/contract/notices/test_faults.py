"""Letters that were sent in the product's words, because their own could not be used."""

from datetime import timedelta

from helpdesk.channels.notices.rules.wording import WordingFault
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

FAULT = WordingFault(
    letter="reply",
    language="de",
    mailbox=None,
    edition="1f",
    field="body",
    code="too_long_letter",
    values={"most": 300_000},
    ticket=TicketId("HD-80000001"),
    at=MONDAY_MORNING,
)


def test_at_first_there_is_none(desk):
    assert list(desk.notices.faults.all()) == []


def test_the_last_one_of_a_letter_a_language_and_a_mailbox_is_known(desk):
    later = replace(FAULT, edition="2f", at=MONDAY_MORNING + timedelta(hours=1))
    others = [replace(FAULT, mailbox="billing"), replace(FAULT, language="en"), replace(FAULT, letter="solved")]
    for fault in (FAULT, *others, later):
        desk.notices.faults.note(fault)
    assert sorted(desk.notices.faults.all(), key=repr) == sorted([later, *others], key=repr)
