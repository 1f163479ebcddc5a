"""Escalations in DynamoDB: a partition for each day, one item for each, written again when it is answered."""

from collections.abc import Sequence
from datetime import date

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables
from helpdesk.domain.tickets import Escalation


class DynamoEscalations:
    """See ports.Escalations."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of_day(self, day: date) -> Sequence[Escalation]:
        items = self._tables.query_all(keys.escalations_pk(day), "X#", "X#~")
        return [codec.decode(Escalation, item["escalation"]["S"]) for item in items]


def escalation_item(escalation: Escalation) -> Item:
    return keys.escalation(escalation) | {"escalation": keys.text(codec.encode(escalation))}
