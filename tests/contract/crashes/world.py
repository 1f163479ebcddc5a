"""A desk with an agent at both levels, the platform around it, and people who do not give up."""

from collections import Counter
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from email import message_from_string
from email.message import EmailMessage
from email.policy import default
from typing import Any, Final, Protocol

from helpdesk.foundation.kernel.vocabulary import Level, Role, TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING, SettableClock

from tests import infrastructure
from tests.aws_calls import AwsCalls
from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.contract.crashes.forking import Fault, survived
from tests.gateway import Gateway, Reply
from tests.platform import Platform, subscribe

ADA, OLIVIA = an_agent(), an_agent("Olivia", teams=("it-operations",))
LEA = an_agent("Lea", role=Role.LEAD)
RITA: Final = "rita@people.example"
SEND: Final = "sesv2:SendEmail"
HTTP: Final = "http"


class World:
    def __init__(self, calls: AwsCalls) -> None:
        self.clock = SettableClock(MONDAY_MORNING, wall=lambda: datetime.now(UTC))
        self.desk = infrastructure.aws_desk(self.clock)
        subscribe()
        self.platform = Platform(calls)
        self.http = Gateway()
        staff(self.desk, ADA)
        staff(self.desk, OLIVIA, team="it-operations", level=Level.L2)

    def insist(self, send: Callable[[], Reply]) -> Reply:
        """Send a request again until it is answered."""
        for _ in range(4):
            self.platform.at_work = HTTP
            reply: Reply = self.platform.run(send)
            if reply.status < 500:
                return reply
        raise AssertionError(reply.text)

    def opened(self) -> TicketId:
        """A ticket that Ada works on."""
        draft = {"subject": "Printer", "description": "It smokes.", "requester": RITA}
        ticket_id = self.http.post("/api/tickets", draft, by=ADA).body["id"]
        self.platform.settle()
        return TicketId(ticket_id)

    def facts(self, ticket_id: TicketId) -> Counter[str]:
        return Counter(entry.type for entry in self.desk.tickets.entries(ticket_id))

    def mails(self) -> Counter[tuple[str, str]]:
        """How often each mail was sent to whom; a blind copy says it of nobody."""
        named = [(mail["To"].addresses, words(mail)) for mail in self.sent()]
        return Counter((addresses[0].addr_spec if addresses else "", text) for addresses, text in named)

    def sent(self) -> list[EmailMessage]:
        return [message_from_string(mail.raw_data, policy=default) for mail in infrastructure.mails_sent()]


def words(mail: EmailMessage) -> str:
    """Its text but for the links, which are signed anew for every mail."""
    text = mail.get_body(["plain"]).get_content()  # type: ignore[union-attr]
    return "\n".join(line for line in text.splitlines() if "://" not in line)


class Path(Protocol):
    """One way of a ticket: what is there before it, what happens, and what must be so in the end. Faults strike the
    functions that are named, all where none is: those of others are the same as on another way.
    """

    strikes: Collection[str]

    def prepare(self, world: World) -> Any: ...

    def act(self, world: World, prepared: Any) -> Any: ...

    def check(self, world: World, made: Any) -> None: ...


def survives(calls: AwsCalls, path: Path) -> list[str]:
    """How it does not, by every fault."""
    world = World(calls)
    prepared = path.prepare(world)
    assert world.platform.failed == []

    def go(fault: Fault) -> None:
        world.platform.fault = fault
        made = path.act(world, prepared)
        world.platform.fault = lambda _: None
        path.check(world, made)
        assert world.platform.failed == []
        # Two of one mail only when it struck after SES took the mail and before that was written down.
        mails = sorted(world.mails().values())
        assert mails[:-1] == [1] * (len(mails) - 1)
        assert not mails or mails[-1] <= (2 if fault.struck_after(SEND) else 1)

    fault = survived(go, lambda: not path.strikes or world.platform.at_work in path.strikes)
    assert len(fault.seen) >= 3
    return fault.told
