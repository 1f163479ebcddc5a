"""What is known before a ticket is made, from DynamoDB: items of others, read in one request."""

from collections.abc import Sequence

from helpdesk.channels.intake.ports import Prepared
from helpdesk.core.assets.dynamodb import ASSETS
from helpdesk.core.directory.dynamodb import alias_keys
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.dynamodb import ORGANIZATIONS
from helpdesk.core.organizations.rules import domains_of, organization_of
from helpdesk.core.tickets.dynamodb.items import answered_of
from helpdesk.core.tickets.dynamodb.keys import once_key
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.platform.dynamodb.keys import Key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables


class DynamoPreparation:
    """See ports.Preparation."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def prepare(self, email: str, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        domains, names = ORGANIZATIONS.claimed_by(domains_of(email)), ASSETS.claimed_by(assets)
        aliases = alias_keys(email)
        items, answered = self._read([*aliases, *domains, *names], once)
        alias = next((item for key in aliases for item in items if item["pk"] == key["pk"]), None)
        return Prepared(
            person=encoding.decode(Person, alias["person"]["S"]) if alias else None,
            organization=organization_of(email, ORGANIZATIONS.by_name(items)),
            answered=answered,
            assets=ASSETS.by_name(items),
        )

    def _read(self, wanted: Sequence[Key], once: Once | None) -> tuple[list[Item], Answered | None]:
        """Items in any order, and what the key of the request did before."""
        if once is None:
            return self._tables.get_many(wanted), None
        items, record = self._tables.get_with(wanted, once_key(once.key))
        return items, answered_of(record)
