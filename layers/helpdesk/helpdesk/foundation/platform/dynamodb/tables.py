"""The two tables: reads by key and range, and transactions whose refusals are told apart."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from botocore.exceptions import ClientError
from msgspec import Struct

from helpdesk.foundation.kernel.errors import BusyError, HelpdeskError, RateLimitedError
from helpdesk.foundation.platform.dynamodb import keys

Item = dict[str, Any]

ATTEMPTS: Final = 6

MOST_READ: Final = 100  # items in one batch

PASSING: Final = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}


class Write(Struct, frozen=True):
    """One write of a transaction, and what its failed condition means."""

    request: dict[str, Any]
    refusal: HelpdeskError | None = None


def transact(client: Any, writes: Sequence[Write]) -> None:
    """Write all or nothing. A failed condition raises its write's refusal, a conflict before a used-up limit.

    Contention and throttling are waited out with jitter; they say nothing about the conditions. A try whose
    outcome is not known is repeated under its token, so that it is not made twice.
    """
    token = str(uuid4())
    for attempt in range(ATTEMPTS):
        try:
            client.transact_write_items(TransactItems=[write.request for write in writes], ClientRequestToken=token)
        except ClientError as error:
            refusals = _refusals(error, writes)
            if refusals:
                raise min(refusals, key=lambda refusal: isinstance(refusal, RateLimitedError)) from error
            if not _is_passing(error):
                raise
            if attempt == ATTEMPTS - 1:
                raise BusyError("The tables are busy. Please try again.") from error
            if _codes(error):  # cancelled for certain; its token would be answered with that outcome again
                token = str(uuid4())
            time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - jitter
        else:
            return


def failed_condition(error: ClientError) -> bool:
    """Whether a single write was not made because its condition did not hold."""
    return bool(error.response["Error"]["Code"] == "ConditionalCheckFailedException")


def _codes(error: ClientError) -> list[str]:
    return [reason.get("Code", "None") for reason in error.response.get("CancellationReasons", [])]


def _refusals(error: ClientError, writes: Sequence[Write]) -> list[HelpdeskError]:
    pairs = zip(_codes(error), writes, strict=False)
    return [write.refusal for code, write in pairs if code == "ConditionalCheckFailed" and write.refusal]


def _is_passing(error: ClientError) -> bool:
    name = error.response["Error"]["Code"]
    return bool(PASSING & set(_codes(error))) or name in {
        "TransactionInProgressException",
        "ThrottlingException",
    }


class Tables:
    """The main and the ephemeral table behind one client. Reads see every write that was accepted before them."""

    def __init__(self, client: Any, main: str, ephemeral: str, wall: Callable[[], datetime]) -> None:
        self.client = client
        self.main = main
        self.ephemeral = ephemeral
        self.wall = wall

    def get(self, table: str, key: keys.Key) -> Item | None:
        answer = self.client.get_item(TableName=table, Key=key, ConsistentRead=True)
        found: Item | None = answer.get("Item")
        return found

    def get_with(self, wanted: Sequence[keys.Key], ephemeral_key: keys.Key) -> tuple[list[Item], Item | None]:
        """Items of the main table, in any order, and one of the ephemeral table in one request."""
        main = {self.main: list(wanted)} if wanted else {}
        found = self._batch(main | {self.ephemeral: [ephemeral_key]})
        return found.get(self.main, []), next(iter(found[self.ephemeral]), None)

    def get_many(self, wanted: Sequence[keys.Key], table: str | None = None) -> list[Item]:
        """Items of a table, the main one if none is named, in any order, a hundred in one request."""
        name = table or self.main
        batches = (list(wanted[start : start + MOST_READ]) for start in range(0, len(wanted), MOST_READ))
        return [item for batch in batches for item in self._batch({name: batch})[name]]

    def _batch(self, by_table: dict[str, list[keys.Key]]) -> dict[str, list[Item]]:
        wanted: dict[str, Any] = {
            table: {"Keys": keys_of_table, "ConsistentRead": True} for table, keys_of_table in by_table.items()
        }
        found: dict[str, list[Item]] = {table: [] for table in by_table}
        for _ in range(ATTEMPTS):
            answer = self.client.batch_get_item(RequestItems=wanted)
            for table, items in answer["Responses"].items():
                found[table] += items
            wanted = answer.get("UnprocessedKeys") or {}
            if not wanted:
                return found
        raise BusyError("The tables are busy. Please try again.")

    def query(
        self, pk: str, first: str, last: str, values: keys.Key | None = None, **options: Any
    ) -> tuple[list[Item], bool]:
        """One answer: its items, and whether there are more. `values` are those that the options name."""
        wanted = self._range(pk, first, last)
        wanted["ExpressionAttributeValues"] |= values or {}
        answer = self.client.query(**wanted, **options)
        return answer["Items"], "LastEvaluatedKey" in answer

    def count(self, pk: str, first: str, last: str, most: int) -> int:
        """How many items there are, but no more are looked at: one request."""
        return int(self.client.query(**self._range(pk, first, last), Select="COUNT", Limit=most)["Count"])

    def query_all(self, pk: str, first: str, last: str, **options: Any) -> Iterator[Item]:
        for page in self.client.get_paginator("query").paginate(**self._range(pk, first, last), **options):
            yield from page["Items"]

    def _range(self, pk: str, first: str, last: str) -> dict[str, Any]:
        return {
            "TableName": self.main,
            "KeyConditionExpression": "pk = :pk AND sk BETWEEN :first AND :last",
            "ExpressionAttributeValues": {
                ":pk": keys.text(pk),
                ":first": keys.text(first),
                ":last": keys.text(last),
            },
            "ConsistentRead": True,
        }
