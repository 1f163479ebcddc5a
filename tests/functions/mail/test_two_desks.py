"""Two desks that write to each other, each with acknowledgements, have said all after at most one round."""

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import pytest
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.memory import memory_desk
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.notices.actions import notification
from helpdesk.channels.notices.services import SesMailer
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.mail import a_mailbox, delivered, with_mailboxes
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

ADA = an_agent()
Strip = Callable[[bytes], bytes]


class House:
    """A desk with its own domain, key and numbers, and what the mail service takes from it."""

    def __init__(self, domain: str, first: int) -> None:
        desk, numbers = memory_desk(), count(first)
        self.address, self.out = f"help@{domain}", list[tuple[str, bytes]]()
        mailer = SesMailer(lambda: self, self.address, domain, "rules")
        self.desk: Desk = replace(
            desk,
            reply_domain=domain,
            new_ticket_id=lambda: TicketId(f"HD-{next(numbers):08d}"),
            notices=replace(desk.notices, mailer=mailer),
        )
        staff(self.desk, ADA)
        with_mailboxes(self.desk, a_mailbox(self.address))
        self._told: set[str] = set()
        self._sent = count(1)

    def send_email(self, Destination: Any, Content: Any, **_: Any) -> dict[str, str]:  # noqa: N803 - as boto calls it
        message_id = f"{next(self._sent)}.{self.address}"
        data = Content["Raw"]["Data"]
        raw = data if isinstance(data, bytes) else data.encode()
        self.out.append((Destination["ToAddresses"][0], f"Message-ID: <{message_id}>\r\n".encode() + raw))
        return {"MessageId": message_id}

    def entries(self) -> Sequence[Entry]:
        return [entry for ticket in self.desk.tickets.ids() for entry in self.desk.tickets.entries(ticket)]

    def tells(self) -> list[tuple[str, bytes]]:
        """What leaves the house for what happened since."""
        for entry in [entry for entry in self.entries() if entry.id not in self._told]:
            self._told.add(entry.id)
            notification.notify(self.desk, LETTERS, (), entry.ticket_id, entry.version, entry.id)
        sent, self.out[:] = [*self.out], []
        return [(to, raw) for to, raw in sent if to.endswith(".example") and to != ADA.email]


def whole(raw: bytes) -> bytes:
    return raw


def without_signs(raw: bytes) -> bytes:
    """As a gateway passes it on that keeps no header it does not know."""
    return without(rb"(?:X-[^:]*|Auto-Submitted|Precedence|List-[^:]*)", raw)


def without_thread(raw: bytes) -> bytes:
    """And none that leads back to where it came from."""
    bare = without(rb"(?:References|In-Reply-To|Reply-To)", without_signs(raw))
    return re.sub(rb"\bHD-[0-9A-Z]{8}\b", b"a ticket", bare)


def without(names: bytes, raw: bytes) -> bytes:
    head, gap, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    kept = re.sub(rb"(?im)^" + names + rb":.*\n(?:[ \t].*\n)*", b"", head + b"\n")
    return kept.rstrip(b"\n") + gap + body


def rounds(here: House, there: House, strips: tuple[Strip, Strip]) -> list[int]:
    """How many mails go from one to the other and back, until there is silence."""
    went = []
    for _ in range(200):
        crossing = 0
        for one, other, strip in ((here, there, strips[0]), (there, here, strips[1])):
            mails = [mail for mail in one.tells() if mail[0].rpartition("@")[2] == other.address.rpartition("@")[2]]
            for to, raw in mails:
                outcome, _ = delivered(other.desk, strip(raw), sender=one.address, recipients=(to,))
                assert outcome in {Outcome.MESSAGE, Outcome.IGNORED}
            crossing += len(mails)
        if not crossing:
            return went
        went.append(crossing)
    raise AssertionError("They write to each other for ever.")


@pytest.fixture
def houses():
    return House("one.example", 1), House("two.example", 50_000_000)


def asks(here: House, there: House) -> TicketId:
    """Somebody in one desk opens a ticket for the address of the other."""
    return open_ticket(here.desk, by=a_requester("Help", email=there.address)).id


SIGNED = [(whole, whole), (whole, without_signs), (without_signs, whole), (without_signs, without_signs)]


@pytest.mark.parametrize("strips", SIGNED, ids=lambda strips: "-".join(strip.__name__ for strip in strips))
def test_acknowledgements_cross_once(houses, strips):
    here, there = houses
    asks(here, there)
    went = rounds(here, there, strips)
    assert len(went) <= 1
    assert sum(went) <= 2


@pytest.mark.parametrize("strips", SIGNED, ids=lambda strips: "-".join(strip.__name__ for strip in strips))
def test_what_a_person_says_crosses_once_and_arrives(houses, strips):
    here, there = houses
    ticket = asks(here, there)
    rounds(here, there, strips)
    tickets.write(here.desk, Wish(ticket_id=ticket, by=ADA.as_actor()), a_message("Did you try water?"))
    assert len(rounds(here, there, strips)) <= 1
    said = [
        entry for entry in there.entries() if entry.personal and "Did you try water?" in (entry.personal.body or "")
    ]
    assert len(said) == 1


@pytest.mark.parametrize("strips", [(without_thread, without_thread), (whole, without_thread)])
def test_where_nothing_tells_that_it_is_a_machine_the_number_in_an_hour_ends_it(houses, strips):
    here, there = houses
    asks(here, there)
    most = here.desk.settings.of(MAIL).automatic_an_hour
    went = sum(rounds(here, there, strips))
    assert went <= 2 * most
    if strips == (without_thread, without_thread):
        assert went >= most  # it is this bound that ends it, and nothing else
