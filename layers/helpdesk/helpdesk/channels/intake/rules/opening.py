from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from helpdesk.capabilities.routing.rules.route import route
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Incoming, Rule
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.affected import AffectedAsset, raised
from helpdesk.core.record.answers import Answers
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated
from helpdesk.core.staffing.rules.teams import can_work
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.text import is_visible
from helpdesk.foundation.kernel.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Proof,
    Role,
    Scale,
    TeamId,
    TicketId,
    Via,
    Visibility,
)

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.tickets.rules.writing import Invited

SOLVED: Final = "solved"

NAMELESS: Final = reason("nameless", "please say who it is: by name or by mail address")


class Sender(Struct, frozen=True, kw_only=True):
    """Who a ticket is for: a `person` who is known, else by their address. Somebody unknown comes into the directory
    together with the ticket, and so does who has no address.
    """

    email: str
    name: str
    language: str = "en"
    phone: str | None = None
    person: PersonId | None = None


class Draft(Struct, frozen=True, kw_only=True):
    """A ticket as somebody asks for it, before anything is decided. `assets` are names, and those `affected` by it the
    assets that were found by them. A `team` that is named has it at its `level`, whatever the rules say beside. What
    it knows of a mail is as in TicketCreated. `given` are answers to questions of a `topic`, by their ids, and
    `answers` what of them is kept. Those in `cc` of a mail take part; `note` is what who passed it on says to staff.
    """

    subject: str
    description: str
    channel: Channel
    kind: Kind = Kind.INCIDENT
    category: str | None = None
    impact: Scale = Scale.LOW
    urgency: Scale = Scale.MEDIUM
    language: str = "en"
    text_language: str | None = None
    organization: str | None = None
    plan: str | None = None
    assets: tuple[str, ...] = ()
    affected: tuple[AffectedAsset, ...] = ()
    unknown_asset: str | None = None
    attachments: tuple[Attachment, ...] = ()
    html: str | None = None
    team: TeamId | None = None
    level: Level | None = None
    follows: TicketId | None = None
    mailbox: str | None = None
    mail: str | None = None
    related: TicketId | None = None
    unacknowledged: bool | None = None
    topic: str | None = None
    doubted: bool | None = None
    spf: Proof | None = None
    dkim: Proof | None = None
    dmarc: Proof | None = None
    given: Mapping[str, str | bool | int | float] = field(default_factory=dict)
    answers: Answers | None = None
    cc: "tuple[Invited, ...]" = ()
    note: str = ""

    @property
    def written(self) -> str:
        """All that is in words of their own."""
        return "\n".join((self.subject, self.description, *(self.answers.written if self.answers else ())))

    @property
    def text(self) -> str:
        """All that was written and chosen, for rules that look for words."""
        return f"{self.subject}\n{self.description}{self.answers.text if self.answers else ''}"


class Conversation(Struct, frozen=True, kw_only=True):
    """How somebody of the staff took a ticket in."""

    noted_by: Actor | None = None
    """Who wrote down what the requester said or sent elsewhere."""
    phone: str | None = None
    """The number to call them at."""
    solved_by: Person | None = None
    """Who solved it while they were there."""


IN_WRITING: Final = Conversation()

_AS_ASKED: Final = (
    "subject", "plan", "channel", "language", "attachments", "text_language", "unknown_asset", "follows", "mailbox",
    "mail", "related", "unacknowledged", "topic", "doubted", "spf", "dkim", "dmarc",
)  # fmt: skip


def create(
    draft: Draft,
    requester: Person,
    terms: TicketTerms,
    rules: tuple[Rule, ...],
    policy: str | None,
    at: datetime | None = None,
    taken: Conversation = IN_WRITING,
) -> list[Fact]:
    """`policy` is the SLA policy the ticket begins with unless a rule sets one; `at` is when rules with hours are
    asked. What somebody noted is the requester's own all the same.
    """
    routed = route(incoming(draft, requester, terms, at), (*_to_team(draft), *rules), terms)
    wanted, urgency = routed.then.impact or draft.impact, routed.then.urgency or draft.urgency
    impact = raised(wanted, draft.affected)
    state = terms.state(terms.initial_state)
    created = TicketCreated(
        kind=routed.then.kind or draft.kind,
        state=state.name,
        phase=state.phase,
        impact=impact,
        urgency=urgency,
        priority=terms.priority(impact, urgency),
        level=routed.level,
        team=routed.team,
        requester=requester.id,
        organization=draft.organization or requester.organization,
        category=terms.check_category(routed.then.category or draft.category),
        policy=routed.then.policy or policy,
        assets=draft.affected,
        impact_before=None if impact == wanted else wanted,
        noted_by=PersonId(taken.noted_by.id) if taken.noted_by else None,
        unaddressed=None if requester.email else True,
        **{name: getattr(draft, name) for name in _AS_ASKED},
        **routed.named,
    )
    return [_begun(created, draft, requester, taken), *_solved(created, taken.solved_by, terms)]


def is_noted(draft: Draft, requester: PersonId, by: Actor | None) -> bool:
    """Whether somebody of the staff writes down what another said or sent to them."""
    return by is not None and by.is_staff and by.id != requester and not draft.channel.is_ours


def noted_beside(draft: Draft, requester: PersonId, by: Actor) -> list[Fact]:
    """The note to staff, if there is one."""
    if not is_visible(draft.note):
        return []
    added = MessageAdded(
        visibility=Visibility.INTERNAL,
        by=Role.REQUESTER if by.id == requester else by.role,
        channel=draft.channel,
        via=Via.MAIL,
    )
    return [Fact(event=added, personal=Personal(body=draft.note))]


def _to_team(draft: Draft) -> list[Rule]:
    """What an earlier rule set stands: so it is with the team, and the rules say the rest."""
    if draft.team is None:
        return []
    then = Actions(team=draft.team, level=draft.level)
    return [Rule(name=draft.mailbox or draft.team, when=Conditions(), then=then)]


def _begun(created: TicketCreated, draft: Draft, requester: Person, taken: Conversation) -> Fact:
    """The first fact, with the words of whose it is."""
    words = Personal(
        body=draft.description,
        html=draft.html,
        name=requester.name,
        email=requester.email or None,
        phone=taken.phone or requester.phone,
        noted_by=taken.noted_by.name if taken.noted_by else None,
        answers=draft.answers,
    )
    whose = Actor(id=requester.id, role=Role.REQUESTER, name=requester.name) if taken.noted_by else None
    return Fact(event=created, personal=words, by=whose)


def _solved(created: TicketCreated, by: Person | None, terms: TicketTerms) -> list[Fact]:
    """That it was solved while its requester was there, by who took it in. It is theirs if they are of its team."""
    if by is None:
        return []
    state = terms.move(created.state, SOLVED)
    moved = StateChanged(
        state=state.name,
        phase=state.phase,
        previous=created.state,
        told=None if created.channel.is_ours else created.channel,
    )
    own = (
        [Fact(event=TicketAssigned(assignee=by.id), personal=Personal(name=by.name))]
        if can_work(by, created.team)
        else []
    )
    return [*own, Fact(event=moved)]


def incoming(draft: Draft, requester: Person, terms: TicketTerms, at: datetime | None) -> Incoming:
    """What the intake rules may look at."""
    return Incoming(
        text=draft.text,
        channel=draft.channel,
        kind=draft.kind,
        sender=requester.email,
        organization=draft.organization or requester.organization,
        plan=draft.plan,
        category=terms.check_category(draft.category),
        language=draft.text_language or draft.language,
        assets=draft.affected,
        spf=draft.spf,
        dkim=draft.dkim,
        dmarc=draft.dmarc,
        mailbox=draft.mailbox,
        at=at,
    )
