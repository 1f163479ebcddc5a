"""What is known before a ticket is made, from DynamoDB: items of others, read in one request."""

from collections.abc import Sequence

from helpdesk.channels.intake.ports import Prepared
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.assets.dynamodb import ASSETS
from helpdesk.core.directory.dynamodb import alias_keys, person_key, person_of
from helpdesk.core.organizations.dynamodb import ORGANIZATIONS
from helpdesk.core.organizations.rules import domains_of_any, organization_of, organization_of_any
from helpdesk.core.tickets.dynamodb.items import answered_of
from helpdesk.core.tickets.dynamodb.keys import once_key
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.platform.dynamodb.keys import Key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables


class DynamoPreparation:
    """See ports.Preparation."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def prepare(self, sender: Sender, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        whose = [person_key(sender.person)] if sender.person else alias_keys(sender.email)
        domains, names = _claimed(sender.email), ASSETS.claimed_by(assets)
        items, answered = self._read([*whose, *domains, *names], once)
        found = next((item for key in whose for item in items if item["pk"] == key["pk"]), None)
        person = person_of(found) if found else None
        organization = organization_of(sender.email, ORGANIZATIONS.by_name(items))
        further = person.beside(sender.email) if person and not (person.organization or organization) else ()
        if further:
            claims = ORGANIZATIONS.by_name(self._tables.get_many(_claimed(*further)))
            organization = organization_of_any(further, claims)
        return Prepared(
            person=person,
            organization=organization,
            answered=answered,
            assets=ASSETS.by_name(items),
        )

    def _read(self, wanted: Sequence[Key], once: Once | None) -> tuple[list[Item], Answered | None]:
        """Items in any order, and what the key of the request did before."""
        if once is None:
            return self._tables.get_many(wanted), None
        items, record = self._tables.get_with(wanted, once_key(once.key))
        return items, answered_of(record)


def _claimed(*addresses: str) -> list[Key]:
    return ORGANIZATIONS.claimed_by(domains_of_any(addresses))
