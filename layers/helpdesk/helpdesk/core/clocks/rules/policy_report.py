"""What an administrator should know of a list of policies: who takes whose tickets, and who gets none."""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from typing import Final

from msgspec import Struct

from helpdesk.core.clocks.rules.policy import ANY, Policy
from helpdesk.foundation.kernel.vocabulary import Priority

OTHER: Final = "(any other)"

MANY_VALUED: Final = frozenset({"tag"})


class Overlap(Struct, frozen=True, kw_only=True):
    """Tickets that both would take go to the first; `hidden` when that leaves none for the second."""

    first: str
    second: str
    hidden: bool


class Gap(Struct, frozen=True, kw_only=True):
    """A clock that a policy promises for some priorities and not for these."""

    policy: str
    clock: str
    priorities: tuple[str, ...]


class PolicyReport(Struct, frozen=True, kw_only=True):
    """`unmatched` is an example of a ticket that no policy takes; None when there is none."""

    overlaps: tuple[Overlap, ...]
    gaps: tuple[Gap, ...]
    unmatched: Mapping[str, str] | None


def report_policies(policies: Sequence[Policy], known: Mapping[str, Collection[str]]) -> PolicyReport:
    """`known` are the conditions with a closed list of values, such as the kinds."""
    keys = sorted({key for policy in policies for key in policy.conditions})
    return PolicyReport(
        overlaps=tuple(
            Overlap(first=first.ref, second=second.ref, hidden=_hides(first, second))
            for first, second in combinations(policies, 2)
            if _can_meet(first, second)
        ),
        gaps=tuple(
            Gap(policy=policy.ref, clock=clock, priorities=missing)
            for policy in policies
            for clock, targets in policy.targets.items()
            if (missing := _missing(targets))
        ),
        unmatched=_unmatched(keys, policies, known),
    )


def _can_meet(first: Policy, second: Policy) -> bool:
    shared = first.conditions.keys() & second.conditions.keys() - MANY_VALUED
    return all(not first.conditions[key].isdisjoint(second.conditions[key]) for key in shared)


def _hides(first: Policy, second: Policy) -> bool:
    return all(second.conditions.get(key, {OTHER}) <= wanted for key, wanted in first.conditions.items())


def _missing(targets: Mapping[str, object]) -> tuple[str, ...]:
    return () if ANY in targets else tuple(priority for priority in Priority if priority not in targets)


def _unmatched(
    keys: Sequence[str], policies: Sequence[Policy], known: Mapping[str, Collection[str]]
) -> dict[str, str] | None:
    """Values for these conditions with which no policy is left, tried value by value."""
    if any(policy.conditions.keys().isdisjoint(keys) for policy in policies):
        return None
    if not keys:
        return {}
    key, *others = keys
    mentioned = sorted({value for policy in policies for value in policy.conditions.get(key, ())})
    for value in known.get(key, [OTHER, *mentioned]):
        left = [policy for policy in policies if value in policy.conditions.get(key, {value})]
        found = _unmatched(others, left, known)
        if found is not None:
            return {key: value, **found}
    return None
