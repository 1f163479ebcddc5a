"""Routing settings: the intake rules, and what they would make of a text."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import to_builtins
from msgspec.structs import replace

from helpdesk.capabilities.routing.rules import route
from helpdesk.capabilities.routing.rules.refusals import NAME_TAKEN
from helpdesk.capabilities.routing.rules.route import Route
from helpdesk.capabilities.routing.rules.rule import MOST_RULES, Incoming, Rule, with_levels
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.core.assets.rules import NO_ASSET, all_of
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.clocks.rules.refusals import NO_POLICY
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.staffing.rules.refusals import NO_TEAM, TEAM_LEVEL
from helpdesk.core.tickets.rules.refusals import NO_CATEGORY
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import addresses, roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.refusals import TOO_MANY
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import Level, TeamId
from helpdesk.foundation.settings.edition import Edition
from helpdesk.foundation.settings.versions import id_of

_AT_ONCE = 100


def read(desk: Desk, by: Actor) -> Edition:
    roles.staff_only(by)
    return desk.settings.now(RULES.bundle)


def save(desk: Desk, by: Actor, rules: Sequence[Rule], revision: int | None) -> Edition:
    """The settings with these rules; refused with the place of what cannot be used.

    Raises SettingsMovedError for an old `revision`, and when they are saved by somebody else at the same moment.
    """
    roles.admin_only(by)
    now = desk.settings.now(RULES.bundle)
    following(revision, now.revision)
    levels = _levels(desk)
    check(rules, now.of(TERMS), levels, desk.settings.of(POLICIES).order)
    _check_assets(desk, rules)
    written = to_builtins(with_levels(rules, levels))
    after = now.with_fields({"rules": written}, desk.clock.now(), by.id)
    desk.settings.save(now, after)
    return after


def _levels(desk: Desk) -> dict[TeamId, Level]:
    from helpdesk.core.staffing.rules.teams import levels_of  # noqa: PLC0415 - only who saves or tries rules pays for it

    return levels_of(desk.staffing.teams())


def check(rules: Sequence[Rule], terms: TicketTerms, teams: Mapping[TeamId, Level], policies: Collection[str]) -> None:
    if len(rules) > MOST_RULES:
        raise InvalidError.at("rules", TOO_MANY(most=MOST_RULES))
    names = [folded(rule.name) for rule in rules]
    for index, rule in enumerate(rules):
        place = f"rules[{index}]"
        if names.index(folded(rule.name)) != index:
            raise SettingError(f"{place}.name", NAME_TAKEN())
        _check_rule(place, rule, terms, teams, policies)


def _check_rule(
    place: str, rule: Rule, terms: TicketTerms, teams: Mapping[TeamId, Level], policies: Collection[str]
) -> None:
    known = {category.id for category in terms.categories}
    for category in (*rule.when.categories, *((rule.then.category,) if rule.then.category else ())):
        if category not in known:
            raise SettingError(f"{place}.category", NO_CATEGORY(name=category))
    if rule.then.team and rule.then.team not in teams:
        raise SettingError(f"{place}.then.team", NO_TEAM(name=rule.then.team))
    if rule.then.team and rule.then.level and teams[rule.then.team] is not rule.then.level:
        level = teams[rule.then.team]
        reason = TEAM_LEVEL(team=rule.then.team, level=level, wanted=rule.then.level)
        raise SettingError(f"{place}.then.team", reason)
    if rule.then.policy and rule.then.policy not in {id_of(ref) for ref in policies}:
        raise SettingError(f"{place}.then.policy", NO_POLICY(name=rule.then.policy))
    if rule.when.hours is not None:
        parse_calendar(rule.when.hours, place=f"{place}.when.hours")
    _check_senders(f"{place}.when.senders", rule.when.senders)


def _check_senders(place: str, senders: Sequence[str]) -> None:
    for index, sender in enumerate(senders):
        try:
            addresses.check_sender(sender)
        except addresses.AddressError as error:
            raise SettingError(f"{place}[{index}]", error.why) from error


def _check_assets(desk: Desk, rules: Sequence[Rule]) -> None:
    """A rule may ask for a retired asset: its old tickets are tried on it."""
    wanted = list(dict.fromkeys(asset for rule in rules for asset in rule.when.assets))
    known: set[str] = set()
    for first in range(0, len(wanted), _AT_ONCE):
        known |= {asset.id for asset in desk.assets.named(wanted[first : first + _AT_ONCE]).values()}
    for index, rule in enumerate(rules):
        if unknown := next((asset for asset in rule.when.assets if asset not in known), None):
            raise SettingError(f"rules[{index}].when.assets", NO_ASSET(name=unknown))


def try_out(
    desk: Desk, by: Actor, incoming: Incoming, rules: Sequence[Rule] | None, assets: Sequence[str] = ()
) -> Route:
    """What these rules, or those that hold, would make of a ticket that names some `assets`. Nothing is written."""
    roles.staff_only(by)
    affected = all_of(assets, desk.assets.named(assets)) if assets else ()
    known = replace(incoming, assets=affected, at=incoming.at or desk.clock.now())
    return route.route(known, wanted_rules(desk, rules), desk.settings.of(TERMS))


def wanted_rules(desk: Desk, rules: Sequence[Rule] | None) -> tuple[Rule, ...]:
    """These rules, to be tried out, or else those that hold."""
    return desk.settings.of(RULES) if rules is None else with_levels(rules, _levels(desk))
