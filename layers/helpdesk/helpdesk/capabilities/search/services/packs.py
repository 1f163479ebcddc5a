"""Packs in S3: `projections/search/<month>/<name>`. None is ever changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from botocore.exceptions import ClientError

from helpdesk.capabilities.search.ports import StoredPack

PREFIX: Final = "projections/search/"


class S3Packs:
    """See ports.Packs."""

    def __init__(self, client: Callable[[], Any], bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def get(self, month: str, name: str) -> bytes:
        try:
            answer = self._client().get_object(Bucket=self._bucket, Key=_key(month, name))
        except ClientError as error:
            if error.response["Error"]["Code"] != "NoSuchKey":
                raise
            raise LookupError(f"There is no pack {name} of {month}.") from error
        return bytes(answer["Body"].read())

    def put(self, month: str, name: str, content: bytes) -> None:
        self._client().put_object(Bucket=self._bucket, Key=_key(month, name), Body=content)

    def older_than(self, before: datetime) -> Iterator[StoredPack]:
        pages = self._client().get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=PREFIX)
        for found in (found for page in pages for found in page.get("Contents", ())):
            if found["LastModified"] < before:
                month, _, name = found["Key"].removeprefix(PREFIX).partition("/")
                yield StoredPack(month=month, name=name)

    def delete(self, pack: StoredPack) -> None:
        self._client().delete_object(Bucket=self._bucket, Key=_key(pack.month, pack.name))


def _key(month: str, name: str) -> str:
    return f"{PREFIX}{month}/{name}"
