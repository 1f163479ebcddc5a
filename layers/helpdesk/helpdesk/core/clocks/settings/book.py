"""The book of promises: every version of calendars and policies that tickets name, and what holds for new ones."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from msgspec import Struct, field

from helpdesk.capabilities.ladders.rules.ladder import Ladders
from helpdesk.capabilities.surveys.settings import SurveyTerms
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.clocks.rules.policy import Policy, choose_policy

PolicyFacts = Mapping[str, str | Collection[str] | None]


def id_of(ref: str) -> str:
    return ref.partition("@")[0]


class SlaBook(Struct, frozen=True, kw_only=True):
    """`order` are the policies that new tickets are tried with; the mappings also know those of older tickets.

    `close_solved_after` is calendar time: a ticket nobody came back to is closed then.
    """

    policies: Mapping[str, Policy]
    calendars: Mapping[str, Calendar]
    order: tuple[str, ...]
    close_solved_after: timedelta = timedelta(days=7)
    ladders: Ladders = field(default_factory=Ladders)
    survey: SurveyTerms = SurveyTerms()

    def current(self, policy: str) -> str | None:
        """The version that new tickets get of a policy, named by its id or by any of its versions."""
        return next((ref for ref in self.order if id_of(ref) == id_of(policy)), None)

    def choose(self, facts: PolicyFacts) -> str | None:
        """The reference of the first policy whose conditions hold; None where no promise is made."""
        chosen = choose_policy([self.policies[ref] for ref in self.order], facts)
        return chosen.ref if chosen else None
