"""Packs in S3: `projections/<what>/<month>/<name>`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from botocore.exceptions import ClientError

from helpdesk.foundation.platform.ports import StoredPack


class S3Packs:
    """See ports.Packs."""

    def __init__(self, client: Callable[[], Any], bucket: str, what: str) -> None:
        self._client = client
        self._bucket = bucket
        self._prefix = f"projections/{what}/"

    def get(self, month: str, name: str) -> bytes:
        try:
            answer = self._client().get_object(Bucket=self._bucket, Key=self._key(month, name))
        except ClientError as error:
            if error.response["Error"]["Code"] != "NoSuchKey":
                raise
            raise LookupError(f"There is no pack {name} of {month}.") from error
        return bytes(answer["Body"].read())

    def put(self, month: str, name: str, content: bytes) -> None:
        self._client().put_object(Bucket=self._bucket, Key=self._key(month, name), Body=content)

    def stored(self, month: str = "") -> Iterator[StoredPack]:
        prefix = self._key(month, "") if month else self._prefix
        pages = self._client().get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=prefix)
        for found in (found for page in pages for found in page.get("Contents", ())):
            of, _, name = found["Key"].removeprefix(self._prefix).partition("/")
            yield StoredPack(month=of, name=name, at=found["LastModified"])

    def delete(self, month: str, name: str) -> None:
        self._client().delete_object(Bucket=self._bucket, Key=self._key(month, name))

    def _key(self, month: str, name: str) -> str:
        return f"{self._prefix}{month}/{name}"
