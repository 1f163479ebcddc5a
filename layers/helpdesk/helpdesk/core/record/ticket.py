"""A ticket as its entries leave it: the core of its head, and the parts of all chapters."""

from datetime import datetime

from helpdesk.core.record.affected import AffectedAsset
from helpdesk.core.record.calls import Caller
from helpdesk.core.record.head import Head
from helpdesk.core.record.ladders import Climb
from helpdesk.core.record.latest import Latest
from helpdesk.core.record.levels import Escalation
from helpdesk.core.record.mails import Mailed
from helpdesk.core.record.participants import Circle, Participant
from helpdesk.core.record.pins import Pin
from helpdesk.core.record.promise import Promise
from helpdesk.core.record.sequels import Sequel
from helpdesk.core.record.sides import Side, Sides
from helpdesk.core.record.surveys import Survey
from helpdesk.core.record.tape import FactKind, TapeFact
from helpdesk.foundation.kernel.vocabulary import PersonId


class Ticket(Head, frozen=True, kw_only=True):
    """Its fields are stored in this order. A new chapter adds one: a struct of its own."""

    assets: tuple[AffectedAsset, ...] = ()
    unknown_asset: str | None = None
    passed: tuple[PersonId, ...] = ()
    queue_reason: str | None = None
    again_at: datetime | None = None
    alert_at: datetime | None = None
    respond_by: datetime | None = None
    requester_name: str = ""
    requester_email: str = ""
    tape: tuple[TapeFact, ...] = ()
    """The clock facts."""
    fired: frozenset[str] = frozenset()
    """The clock steps that have had their effect."""
    climbs: tuple[Climb, ...] = ()
    survey: Survey | None = None
    escalations: tuple[Escalation, ...] = ()
    """Those that were not handed back."""
    promise: Promise = Promise()
    pin: Pin | None = None
    sequel: Sequel | None = None
    caller: Caller | None = None
    mailed: Mailed | None = None
    circle: Circle | None = None
    beside: Sides | None = None
    latest: Latest | None = None

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Those who take part beside its requester."""
        return self.circle.people if self.circle else ()

    @property
    def answered(self) -> bool:
        """Somebody of us has written to its requester."""
        return any(fact.kind == FactKind.AGENT_REPLY for fact in self.tape)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The conversations beside the one with its requester, which they never learn of."""
        return self.beside.sides if self.beside else ()
