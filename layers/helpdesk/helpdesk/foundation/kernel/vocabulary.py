"""The words of the trade: every fixed set of values a ticket or a person can have."""

from enum import StrEnum
from typing import Final, NewType

TicketId = NewType("TicketId", str)

TICKET_ID: Final = "HD-[0-9A-Z]{8}"
"""What an id of a ticket looks like, as a pattern."""

PersonId = NewType("PersonId", str)

TeamId = NewType("TeamId", str)


class Kind(StrEnum):
    """ITIL record types. A question counts as a service request."""

    INCIDENT = "incident"
    SERVICE_REQUEST = "service_request"
    PROBLEM = "problem"
    CHANGE = "change"


class Phase(StrEnum):
    """What a configurable state means to clocks, lists and reports."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on_hold"
    SOLVED = "solved"
    CLOSED = "closed"

    @property
    def is_finished(self) -> bool:
        return self in {Phase.SOLVED, Phase.CLOSED}


class Scale(StrEnum):
    """Impact and urgency, in words a lay person understands."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Priority(StrEnum):
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class Level(StrEnum):
    """Support levels: L1 generalists, L2 people picked by skill, L3 expert teams by topic."""

    L1 = "L1"
    L2 = "L2"
    L3 = "L3"

    @property
    def next(self) -> "Level | None":
        return {Level.L1: Level.L2, Level.L2: Level.L3}.get(self)

    @property
    def previous(self) -> "Level | None":
        return {Level.L2: Level.L1, Level.L3: Level.L2}.get(self)


class Channel(StrEnum):
    WEB = "web"
    PORTAL = "portal"
    API = "api"
    EMAIL = "email"
    CHAT = "chat"
    PHONE = "phone"
    FAX = "fax"
    IN_PERSON = "in_person"
    MESSAGING = "messaging"

    @property
    def is_ours(self) -> bool:
        """Who writes there, writes here. What was said or sent elsewhere, somebody of the staff notes."""
        return self in {Channel.WEB, Channel.PORTAL, Channel.API}


class Via(StrEnum):
    """By which way somebody came to write: what is known of who they are hangs on it."""

    LINK = "link"  # whoever has it, though it was mailed to one person
    FORM = "form"  # anybody
    SIGNED_IN = "signed_in"
    MAIL = "mail"  # whoever can write in its name
    NOTED = "noted"  # somebody of the staff wrote down what they said


class Visibility(StrEnum):
    """Public entries reach the requester; internal ones leave the system by no outward path."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Proof(StrEnum):
    """What a check of a mail found about whether its sender's domain sent it."""

    PASSED = "pass"
    FAILED = "fail"
    NONE = "none"
    """Nothing: the domain does not say, or it could not be checked."""


class Role(StrEnum):
    GUEST = "guest"
    REQUESTER = "requester"
    AGENT = "agent"
    LEAD = "lead"
    ADMIN = "admin"
    SYSTEM = "system"

    @property
    def is_staff(self) -> bool:
        return self in {Role.AGENT, Role.LEAD, Role.ADMIN}
