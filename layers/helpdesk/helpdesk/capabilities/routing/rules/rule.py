"""Intake rules: what a company wants done with a new ticket, by what is known of it when it comes in."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from msgspec import Struct, field
from msgspec.structs import fields, replace

from helpdesk.core.calendars.rules.hours import is_open
from helpdesk.core.record.affected import AffectedAsset
from helpdesk.core.staffing.rules.availability import shift_calendar
from helpdesk.foundation.kernel import addresses
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Proof, Scale, TeamId

DEPTH: Final = 3

MOST_RULES: Final = 200


class Conditions(Struct, frozen=True, kw_only=True):
    """All that are set must hold, each by any of its values. `senders` are addresses or `@domain`, `assets` are ids;
    `spf`, `dkim` and `dmarc` are what these checks found of a mail, `mailboxes` the ids of those it came to, and hold
    for nothing else: rules that name a mailbox are its own.

    `hours` is a calendar file; the condition holds while it is open, or with `outside` while it is closed.
    """

    channels: tuple[Channel, ...] = ()
    kinds: tuple[Kind, ...] = ()
    senders: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    asset_types: tuple[str, ...] = ()
    spf: tuple[Proof, ...] = ()
    dkim: tuple[Proof, ...] = ()
    dmarc: tuple[Proof, ...] = ()
    mailboxes: tuple[str, ...] = ()
    hours: Mapping[str, Any] | None = None
    outside: bool = False


class Actions(Struct, frozen=True, kw_only=True):
    """What a rule sets. What an earlier rule has set stands; tags and skills add up."""

    kind: Kind | None = None
    category: str | None = None
    impact: Scale | None = None
    urgency: Scale | None = None
    level: Level | None = None
    team: TeamId | None = None
    policy: str | None = None
    tags: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


class Rule(Struct, frozen=True, kw_only=True):
    """With `last`, no rule after it is tried."""

    name: str
    when: Conditions = field(default_factory=Conditions)
    then: Actions = field(default_factory=Actions)
    active: bool = True
    last: bool = False


class Incoming(Struct, frozen=True, kw_only=True):
    """What is known of a ticket that is about to be made."""

    text: str
    channel: Channel = Channel.WEB
    kind: Kind = Kind.INCIDENT
    sender: str = ""
    organization: str | None = None
    plan: str | None = None
    category: str | None = None
    language: str | None = None
    assets: tuple[AffectedAsset, ...] = ()
    spf: Proof | None = None
    dkim: Proof | None = None
    dmarc: Proof | None = None
    mailbox: str | None = None
    at: datetime | None = None


class Verdict(Struct, frozen=True, kw_only=True):
    """What all rules together set, and the names of those that did."""

    then: Actions = field(default_factory=Actions)
    fired: tuple[str, ...] = ()


def judge(incoming: Incoming, rules: tuple[Rule, ...]) -> Verdict:
    """Try the rules in order. What one sets can make another hold, also an earlier one, but each fires once, and
    after three rounds no more: rules cannot chase each other.
    """
    verdict, incoming = Verdict(), _comparable(incoming)
    for _ in range(DEPTH):
        before = verdict
        verdict = _round(incoming, rules, verdict)
        if verdict == before:
            break
    return verdict


def _comparable(incoming: Incoming) -> Incoming:
    """With text and sender in the forms in which they are compared: once, not for every rule."""
    return replace(incoming, text=folded(incoming.text), sender=addresses.folded(incoming.sender))


def _round(incoming: Incoming, rules: tuple[Rule, ...], verdict: Verdict) -> Verdict:
    for rule in rules:
        if rule.active and rule.name not in verdict.fired and _holds(rule.when, _seen(incoming, verdict.then)):
            verdict = Verdict(then=_added(verdict.then, rule.then), fired=(*verdict.fired, rule.name))
        if rule.last and rule.name in verdict.fired:
            break
    return verdict


def _seen(incoming: Incoming, then: Actions) -> Incoming:
    return replace(incoming, kind=then.kind or incoming.kind, category=then.category or incoming.category)


def with_levels(rules: Sequence[Rule], levels: Mapping[TeamId, Level]) -> tuple[Rule, ...]:
    """A rule that names a team and no level means the level at which the team works."""
    return tuple(
        replace(rule, then=replace(rule.then, level=rule.then.level or levels.get(rule.then.team)))
        if rule.then.team
        else rule
        for rule in rules
    )


def _added(first: Actions, then: Actions) -> Actions:
    """Both together: the word of the first stands. A team at another level than the one that stands is none for it."""
    if first.level and then.level and first.level is not then.level:
        then = replace(then, team=None)
    both: dict[str, Any] = {}
    for each in fields(Actions):
        mine, other = getattr(first, each.name), getattr(then, each.name)
        both[each.name] = tuple(dict.fromkeys((*mine, *other))) if isinstance(mine, tuple) else mine or other
    return Actions(**both)


def _holds(when: Conditions, incoming: Incoming) -> bool:
    """Whether every condition that is set holds."""
    pairs = (
        (when.channels, incoming.channel),
        (when.kinds, incoming.kind),
        (when.organizations, incoming.organization),
        (when.plans, incoming.plan),
        (when.categories, incoming.category),
        (when.languages, incoming.language),
        (when.spf, incoming.spf),
        (when.dkim, incoming.dkim),
        (when.dmarc, incoming.dmarc),
        (when.mailboxes, incoming.mailbox),
    )
    if not all(not wanted or value in wanted for wanted, value in pairs):
        return False
    others = (_by_sender, _by_words, _by_assets, _by_hours)
    return all(held(when, incoming) for held in others)


def _by_sender(when: Conditions, incoming: Incoming) -> bool:
    its = {incoming.sender, f"@{incoming.sender.rpartition('@')[2]}"}
    return not when.senders or any(addresses.folded(wanted) in its for wanted in when.senders)


def _by_words(when: Conditions, incoming: Incoming) -> bool:
    return not when.words or any(folded(word) in incoming.text for word in when.words)


def _by_assets(when: Conditions, incoming: Incoming) -> bool:
    pairs = (
        (when.assets, {folded(asset.id) for asset in incoming.assets}),
        (when.asset_types, {folded(asset.type) for asset in incoming.assets}),
    )
    return all(not wanted or not of.isdisjoint(map(folded, wanted)) for wanted, of in pairs)


def _by_hours(when: Conditions, incoming: Incoming) -> bool:
    if when.hours is None or incoming.at is None:
        return when.hours is None
    calendar = shift_calendar(json.dumps(when.hours, sort_keys=True))
    return is_open(calendar, incoming.at) != when.outside
