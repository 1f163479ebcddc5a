"""Raw mails in S3, and the line of those that wait to be read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from botocore.exceptions import ClientError

from helpdesk.channels.mail.rules.arrival import Arrival, lane
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import NotFoundError


class S3RawMails:
    """See ports.RawMails."""

    def __init__(self, client: Callable[[], Any], bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def read(self, key: str) -> bytes:
        with _looked_for(key):
            return bytes(self._client().get_object(Bucket=self._bucket, Key=key)["Body"].read())

    def link(self, key: str, name: str, lifetime: timedelta) -> str:
        with _looked_for(key):
            self._client().head_object(Bucket=self._bucket, Key=key)
        wanted = {
            "Bucket": self._bucket,
            "Key": key,
            "ResponseContentType": "message/rfc822",
            "ResponseContentDisposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        }
        seconds = int(lifetime.total_seconds())
        return str(self._client().generate_presigned_url("get_object", Params=wanted, ExpiresIn=seconds))


@contextmanager
def _looked_for(key: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] != HTTPStatus.NOT_FOUND:
            raise
        raise NotFoundError("mail", key) from error


class SqsArrivals:
    """See ports.Arrivals."""

    def __init__(self, client: Callable[[], Any], url: str) -> None:
        self._client = client
        self._url = url

    def send(self, arrival: Arrival) -> None:
        again = f"-{arrival.again}-{arrival.seen}" if arrival.again else ""
        self._client().send_message(
            QueueUrl=self._url,
            MessageBody=encoding.encode(arrival),
            MessageGroupId=lane(arrival),
            MessageDeduplicationId=f"{arrival.id}{again}"[:128],
        )
