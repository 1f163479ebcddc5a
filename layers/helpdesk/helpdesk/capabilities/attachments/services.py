"""Attachments in S3: posted by the browser to `incoming/`, or `begun/` where a draft may name them for long, and kept
under `clean/` as what they really are.
"""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote

from botocore.exceptions import ClientError
from msgspec import Struct

from helpdesk.capabilities.attachments.ports import Upload
from helpdesk.capabilities.attachments.rules.real_type import real_type
from helpdesk.capabilities.attachments.rules.refusals import AttachmentPendingError
from helpdesk.foundation.kernel.errors import BusyError

UPLOAD_LIFETIME: Final = timedelta(hours=1)

SNIFFED_BYTES: Final = 8192

LOOKED_AT_MOST: Final = 3

BEGUN: Final = "begun"

INCOMING: Final = "incoming"


class Arrived(Struct, frozen=True, kw_only=True):
    """A file as it was posted: where it is, which one it is, and its first bytes."""

    key: str
    etag: str
    beginning: bytes


class S3FileStore:
    """See ports.FileStore."""

    def __init__(self, client: Callable[[], Any], bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def offer_upload(self, session: str, upload_id: str, size: int, *, begun: bool = False) -> Upload:
        post = self._client().generate_presigned_post(
            self._bucket,
            f"{BEGUN if begun else INCOMING}/{session}-{upload_id}",
            Conditions=[["content-length-range", 1, size]],
            ExpiresIn=int(UPLOAD_LIFETIME.total_seconds()),
        )
        return Upload(id=upload_id, url=post["url"], fields=post["fields"])

    def bring(self, upload_id: str, content: bytes) -> None:
        self._client().put_object(Bucket=self._bucket, Key=f"{INCOMING}/{upload_id}", Body=content)

    def keep(self, upload_id: str) -> bool:
        clean = f"clean/{upload_id}"
        for _ in range(LOOKED_AT_MOST):
            found = self._arrived(upload_id)
            if found is None:
                return self._exists(clean)
            if self._copied(found, clean) or self._exists(clean):
                self._client().delete_object(Bucket=self._bucket, Key=found.key)
                return True
        raise BusyError("This file is posted again and again while it is looked at.")

    def _copied(self, found: Arrived, clean: str) -> bool:
        """Copy what was looked at; False when it is another meanwhile, or one is kept already."""
        try:
            self._client().copy_object(
                Bucket=self._bucket,
                Key=clean,
                CopySource={"Bucket": self._bucket, "Key": found.key},
                CopySourceIfMatch=found.etag,
                IfNoneMatch="*",
                ContentType=real_type(found.beginning),
                MetadataDirective="REPLACE",
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "PreconditionFailed":
                raise
            return False
        return True

    def pass_on(self, upload_id: str, new_id: str) -> bool:
        source = {"Bucket": self._bucket, "Key": f"{BEGUN}/{upload_id}"}
        try:
            self._client().copy_object(Bucket=self._bucket, Key=f"{BEGUN}/{new_id}", CopySource=source)
        except ClientError as error:
            if not _is_missing(error):
                raise
            return False
        return True

    def content(self, upload_id: str) -> tuple[bytes, str] | None:
        try:
            answer = self._client().get_object(Bucket=self._bucket, Key=f"clean/{upload_id}")
        except ClientError as error:
            if not _is_missing(error):
                raise
            return None
        return bytes(answer["Body"].read()), str(answer["ContentType"])

    def link(self, upload_id: str, name: str, lifetime: timedelta) -> str:
        if not self._exists(f"clean/{upload_id}"):
            raise AttachmentPendingError("This file is still being checked. Please try again in a moment.")
        return str(
            self._client().generate_presigned_url(
                "get_object",
                Params={
                    "Bucket": self._bucket,
                    "Key": f"clean/{upload_id}",
                    "ResponseContentDisposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
                },
                ExpiresIn=int(lifetime.total_seconds()),
            )
        )

    def _arrived(self, upload_id: str) -> Arrived | None:
        """The file of this upload, wherever it was to be posted."""
        keys = (f"{place}/{upload_id}" for place in (BEGUN, INCOMING))
        return next((found for key in keys if (found := self._beginning(key))), None)

    def _beginning(self, key: str) -> Arrived | None:
        try:
            answer = self._client().get_object(Bucket=self._bucket, Key=key, Range=f"bytes=0-{SNIFFED_BYTES - 1}")
        except ClientError as error:
            if not _is_missing(error):
                raise
            return None
        return Arrived(key=key, etag=answer["ETag"], beginning=bytes(answer["Body"].read()))

    def _exists(self, key: str) -> bool:
        try:
            self._client().head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if not _is_missing(error):
                raise
            return False
        return True


def _is_missing(error: ClientError) -> bool:
    """S3 says so only to who may list the bucket; to others it says forbidden, as of a file that is there."""
    return error.response["ResponseMetadata"]["HTTPStatusCode"] == HTTPStatus.NOT_FOUND
