"""Changes of many tickets, in the ephemeral table: an item for each, below who asked, and one for each of its parts.

One more is its place in the list of theirs: an id that comes of a caller's key does not say when it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

import msgspec
from msgspec.structs import replace

from helpdesk.capabilities.bulk.rules import KEPT, Counts, Did, Item, Job, Result, Stage
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item as Stored
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write, transact

_COUNTED: Final = ("parts_done", *(did.value for did in Did))


class DynamoJobs:
    """See ports.Jobs. All of one are written at once: its parts are fewer than a transaction may have."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, job: Job, parts: Sequence[Sequence[Item]]) -> Job:
        item = {**job_key(job.by, job.id), "job": keys.text(encoding.encode(job)), "said": keys.text(job.said)}
        items: list[Stored] = [item | {name: keys.number(0) for name in _COUNTED}]
        items.append({**listed_key(job), "id": keys.text(job.id)})
        items += (
            {**part_key(job.by, job.id, number), "tickets": keys.text(encoding.encode(part))}
            for number, part in enumerate(parts)
        )
        try:
            transact(self._tables.client, [self._new(item) for item in items])
        except ConflictError:
            return self.get(job.by, job.id) or job
        return job

    def of(self, person: PersonId, most: int) -> Sequence[Job]:
        answer = self._tables.client.query(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(listed_pk(person))},
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=most,
        )
        wanted = [job_key(person, item["id"]["S"]) for item in answer["Items"]]
        found = map(_job_of, self._tables.get_many(wanted, self._tables.ephemeral))
        return sorted(found, key=lambda job: job.at, reverse=True)

    def get(self, person: PersonId, job_id: str) -> Job | None:
        item = self._tables.get(self._tables.ephemeral, job_key(person, job_id))
        return _job_of(item) if item else None

    def part(self, person: PersonId, job_id: str, part: int) -> tuple[Job, Sequence[Item], bool] | None:
        wanted = [job_key(person, job_id), part_key(person, job_id, part)]
        found = self._tables.get_many(wanted, self._tables.ephemeral)
        head = next((item for item in found if "job" in item), None)
        items = next((item for item in found if "tickets" in item), None)
        if head is None or items is None:
            return None
        return _job_of(head), encoding.decode(tuple[Item, ...], items["tickets"]["S"]), "results" in items

    def done(self, job: Job, part: int, results: Sequence[Result]) -> Job:
        counts = Counts.of(results)
        adds = {"parts_done": 1, **{did.value: getattr(counts, did.value) for did in Did}}
        count = {
            "TableName": self._tables.ephemeral,
            "Key": job_key(job.by, job.id),
            "UpdateExpression": "ADD " + ", ".join(f"{name} :{name}" for name in adds),
            "ExpressionAttributeValues": {f":{name}": keys.number(value) for name, value in adds.items()},
        }
        keep = {
            "TableName": self._tables.ephemeral,
            "Key": part_key(job.by, job.id, part),
            "UpdateExpression": "SET results = :results",
            "ConditionExpression": "attribute_not_exists(results)",
            "ExpressionAttributeValues": {":results": keys.text(encoding.encode(results))},
        }
        before = ConflictError("This part was done meanwhile.")
        with suppress(ConflictError):  # whoever was first counted it
            transact(self._tables.client, [Write({"Update": keep}, before), Write({"Update": count})])
        return self.get(job.by, job.id) or job

    def say(self, job: Job, stage: Stage) -> Job:
        answer = self._tables.client.update_item(
            TableName=self._tables.ephemeral,
            Key=job_key(job.by, job.id),
            UpdateExpression="SET said = :said",
            ExpressionAttributeValues={":said": keys.text(stage)},
            ReturnValues="ALL_NEW",
        )
        return _job_of(answer["Attributes"])

    def results(self, person: PersonId, job_id: str) -> Sequence[Result]:
        parts = (item["results"]["S"] for item in self._parts(person, job_id) if "results" in item)
        return [result for part in parts for result in encoding.decode(list[Result], part)]

    def tickets(self, person: PersonId, job_id: str) -> Sequence[Item]:
        parts = (item["tickets"]["S"] for item in self._parts(person, job_id))
        return [item for part in parts for item in encoding.decode(list[Item], part)]

    def _parts(self, person: PersonId, job_id: str) -> Iterator[Stored]:
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(parts_pk(person, job_id))},
            ConsistentRead=True,
        )
        return (item for page in pages for item in page["Items"])

    def _new(self, item: Stored) -> Write:
        end = keys.number(int((self._tables.wall() + KEPT).timestamp()))
        put = {
            "TableName": self._tables.ephemeral,
            "Item": item | {"expires_at": end},
            "ConditionExpression": "attribute_not_exists(pk)",
        }
        return Write({"Put": put}, ConflictError("There is one of this id already."))


def _job_of(item: Stored) -> Job:
    job = msgspec.json.decode(item["job"]["S"], type=Job)
    counts = Counts(**{did.value: int(item[did.value]["N"]) for did in Did})
    return replace(job, said=Stage(item["said"]["S"]), parts_done=int(item["parts_done"]["N"]), counts=counts)


def job_key(person: str, job_id: str) -> Key:
    return item_key(jobs_pk(person), job_id)


def jobs_pk(person: str) -> str:
    return f"BULK#{person}"


def listed_key(job: Job) -> Key:
    return item_key(listed_pk(job.by), f"{instant(job.at)}#{job.id}")


def listed_pk(person: str) -> str:
    return f"BULKLIST#{person}"


def part_key(person: str, job_id: str, part: int) -> Key:
    return item_key(parts_pk(person, job_id), f"{part:04d}")


def parts_pk(person: str, job_id: str) -> str:
    return f"BULKPARTS#{person}#{job_id}"
