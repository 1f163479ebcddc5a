from typing import Annotated

from pydantic import Field

from helpdesk.capabilities.routing.rules.rule import MOST_RULES, Actions, Conditions, Rule
from helpdesk.capabilities.routing.rules.rule_trials import MOST_TRIED
from helpdesk.core.assets.requests import Assets
from helpdesk.foundation.edge.inputs import File, Flag, Identifier, Instant, Language, Line, Request, Whole
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Proof, Scale

Values = Annotated[tuple[Line, ...], Field(max_length=100)]

Proofs = Annotated[tuple[Proof, ...], Field(max_length=3)]


class RuleConditions(Request):
    """All that are set must hold, each by any of its values. `assets` are ids; `hours` is a calendar file. `spf`,
    `dkim` and `dmarc` are what these checks found of a mail, `mailboxes` the ids of those it came to, and hold for
    nothing else.
    """

    channels: Annotated[tuple[Channel, ...], Field(max_length=20)] = ()
    kinds: Annotated[tuple[Kind, ...], Field(max_length=20)] = ()
    senders: Values = ()
    organizations: Values = ()
    plans: Values = ()
    words: Values = ()
    categories: Values = ()
    languages: Annotated[tuple[Language, ...], Field(max_length=100)] = ()
    assets: Values = ()
    asset_types: Values = ()
    spf: Proofs = ()
    dkim: Proofs = ()
    dmarc: Proofs = ()
    mailboxes: Values = ()
    hours: File | None = None
    outside: Flag = False


class RuleActions(Request):
    kind: Kind | None = None
    category: Identifier | None = None
    impact: Scale | None = None
    urgency: Scale | None = None
    level: Level | None = None
    team: Identifier | None = None
    policy: Identifier | None = None
    tags: Values = ()
    skills: Values = ()


class IntakeRule(Request):
    """Rules are tried in order; what an earlier one set stands. With `last` no rule after it is tried."""

    name: Line
    when: RuleConditions = RuleConditions()
    then: RuleActions = RuleActions()
    active: Flag = True
    last: Flag = False

    def meant(self) -> Rule:
        when, then = self.when.model_dump(), self.then.model_dump()
        return Rule(name=self.name, when=Conditions(**when), then=Actions(**then), active=self.active, last=self.last)


Rules = Annotated[list[IntakeRule], Field(max_length=MOST_RULES)]


class RoutingRules(Request):
    rules: Rules


class DryRun(Request):
    """A pasted text, and what else would be known of the ticket. Without `rules`, those that hold are tried."""

    text: Annotated[str, Field(max_length=60_000)]
    channel: Channel = Channel.WEB
    kind: Kind = Kind.INCIDENT
    sender: Annotated[str, Field(max_length=254)] = ""
    organization: Identifier | None = None
    plan: Identifier | None = None
    category: Identifier | None = None
    language: Language | None = None
    assets: Assets = ()
    spf: Proof | None = None
    dkim: Proof | None = None
    dmarc: Proof | None = None
    mailbox: Identifier | None = None
    at: Instant | None = None
    rules: Rules | None = None


class PastDryRun(Request):
    """The newest `last` tickets, created from `start` on and before `end` where these are given. Without `rules`, those
    that hold are tried.
    """

    last: Annotated[Whole, Field(ge=1, le=MOST_TRIED)] = MOST_TRIED
    start: Instant | None = None
    end: Instant | None = None
    rules: Rules | None = None
