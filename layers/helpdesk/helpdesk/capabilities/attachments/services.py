"""Attachments in S3: posted by the browser to `incoming/`, kept under `clean/` as what they really are."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

from botocore.exceptions import ClientError

from helpdesk.capabilities.attachments.ports import Upload
from helpdesk.capabilities.attachments.rules.real_type import real_type
from helpdesk.capabilities.attachments.rules.refusals import AttachmentPendingError

UPLOAD_LIFETIME: Final = timedelta(hours=1)

SNIFFED_BYTES: Final = 8192


class S3FileStore:
    """See ports.FileStore."""

    def __init__(self, client: Callable[[], Any], bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def offer_upload(self, session: str, upload_id: str, size: int) -> Upload:
        post = self._client().generate_presigned_post(
            self._bucket,
            f"incoming/{session}-{upload_id}",
            Conditions=[["content-length-range", 1, size]],
            ExpiresIn=int(UPLOAD_LIFETIME.total_seconds()),
        )
        return Upload(id=upload_id, url=post["url"], fields=post["fields"])

    def keep(self, upload_id: str) -> bool:
        incoming, clean = f"incoming/{upload_id}", f"clean/{upload_id}"
        beginning = self._beginning(incoming)
        if beginning is None:
            return self._exists(clean)
        self._client().copy_object(
            Bucket=self._bucket,
            Key=clean,
            CopySource={"Bucket": self._bucket, "Key": incoming},
            ContentType=real_type(beginning),
            MetadataDirective="REPLACE",
        )
        self._client().delete_object(Bucket=self._bucket, Key=incoming)
        return True

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

    def _beginning(self, key: str) -> bytes | None:
        try:
            answer = self._client().get_object(Bucket=self._bucket, Key=key, Range=f"bytes=0-{SNIFFED_BYTES - 1}")
        except ClientError as error:
            if not _is_missing(error):
                raise
            return None
        return bytes(answer["Body"].read())

    def _exists(self, key: str) -> bool:
        try:
            self._client().head_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if not _is_missing(error):
                raise
            return False
        return True


def _is_missing(error: ClientError) -> bool:
    """Without the right to list a bucket, S3 says forbidden where it means missing."""
    return error.response["ResponseMetadata"]["HTTPStatusCode"] in {403, 404}
