"""What is known before a ticket is made, from DynamoDB: items of others, read in one request."""

from collections.abc import Sequence

from helpdesk.channels.intake.ports import Prepared
from helpdesk.core.assets.dynamodb import assets_by_name, name_keys
from helpdesk.core.directory.dynamodb import alias_key
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.dynamodb import domain_key, organization_of
from helpdesk.core.organizations.rules import domains_of
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
        domains = [domain_key(domain) for domain in domains_of(email)]
        (alias, *found), answered = self._read([alias_key(email), *domains, *name_keys(assets)], once)
        claims, named = found[: len(domains)], found[len(domains) :]
        nearest = next((claim for claim in claims if claim), None)
        return Prepared(
            person=encoding.decode(Person, alias["person"]["S"]) if alias else None,
            organization=organization_of(nearest) if nearest else None,
            answered=answered,
            assets=assets_by_name(named),
        )

    def _read(self, wanted: Sequence[Key], once: Once | None) -> tuple[list[Item | None], Answered | None]:
        """Items in the order of their keys, and what the key of the request did before."""
        if once is None:
            items, record = self._tables.get_many(wanted), None
        else:
            items, record = self._tables.get_with(wanted, once_key(once.key))
        found = {(item["pk"]["S"], item["sk"]["S"]): item for item in items}
        return [found.get((key["pk"]["S"], key["sk"]["S"])) for key in wanted], answered_of(record)
