"""Changes of many tickets, in the ephemeral table: an item for each, below who asked, and one for each of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import msgspec
from botocore.exceptions import ClientError
from msgspec.structs import replace

from helpdesk.capabilities.bulk.rules import KEPT, Counts, Did, Item, Job, Result, Stage
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item as Stored
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write, failed_condition, transact

_COUNTED: Final = ("parts_done", *(did.value for did in Did))


class DynamoJobs:
    """See ports.Jobs. Parts are written before the job that names them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, job: Job, parts: Sequence[Sequence[Item]]) -> Job:
        if known := self.get(job.by, job.id):
            return known
        for number, part in enumerate(parts):
            self._put_new({**part_key(job.by, job.id, number), "tickets": keys.text(encoding.encode(part))})
        item = {**job_key(job.by, job.id), "job": keys.text(encoding.encode(job)), "said": keys.text(job.said)}
        if not self._put_new(item | {name: keys.number(0) for name in _COUNTED}):
            return self.get(job.by, job.id) or job
        return job

    def of(self, person: PersonId, most: int) -> Sequence[Job]:
        answer = self._tables.client.query(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(jobs_pk(person))},
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=most,
        )
        return [_job_of(item) for item in answer["Items"]]

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
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(parts_pk(person, job_id))},
            ConsistentRead=True,
        )
        parts = [item["results"]["S"] for page in pages for item in page["Items"] if "results" in item]
        return [result for part in parts for result in encoding.decode(list[Result], part)]

    def _put_new(self, item: dict[str, Any]) -> bool:
        end = keys.number(int((self._tables.wall() + KEPT).timestamp()))
        try:
            self._tables.client.put_item(
                TableName=self._tables.ephemeral,
                Item=item | {"expires_at": end},
                ConditionExpression="attribute_not_exists(pk)",
            )
        except ClientError as error:
            if not failed_condition(error):
                raise
            return False
        return True


def _job_of(item: Stored) -> Job:
    job = msgspec.json.decode(item["job"]["S"], type=Job)
    counts = Counts(**{did.value: int(item[did.value]["N"]) for did in Did})
    return replace(job, said=Stage(item["said"]["S"]), parts_done=int(item["parts_done"]["N"]), counts=counts)


def job_key(person: str, job_id: str) -> Key:
    return item_key(jobs_pk(person), job_id)


def jobs_pk(person: str) -> str:
    return f"BULK#{person}"


def part_key(person: str, job_id: str, part: int) -> Key:
    return item_key(parts_pk(person, job_id), f"{part:04d}")


def parts_pk(person: str, job_id: str) -> str:
    return f"BULKPARTS#{person}#{job_id}"
