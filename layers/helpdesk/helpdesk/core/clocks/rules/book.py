"""The book of promises: the policies that new tickets are tried with, and every version that tickets name."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.clocks.rules.policy import Policy, choose_policy
from helpdesk.foundation.settings.versions import Versions

PolicyFacts = Mapping[str, str | Collection[str] | None]


class Book(Struct, frozen=True, kw_only=True):
    policies: Versions[Policy]
    calendars: Mapping[str, Calendar]

    def current(self, policy: str) -> str | None:
        """The version that new tickets get of a policy, named by its id or by any of its versions."""
        return self.policies.named(policy)

    def choose(self, facts: PolicyFacts) -> str | None:
        """The reference of the first policy whose conditions hold; None where no promise is made."""
        chosen = choose_policy(self.policies.current(), facts)
        return chosen.ref if chosen else None

    def calendar_of(self, policy: str | None) -> Calendar | None:
        """By which a promise counts open time; None where it counts none."""
        found = self.policies.get(policy or "")
        return self.calendars.get(found.calendar) if found else None
