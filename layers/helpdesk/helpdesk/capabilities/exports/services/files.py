"""Tables in S3: `exports/<person>/<export>`, sent part by part; a rule of the bucket deletes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import chain
from typing import Any, Final
from urllib.parse import quote

from helpdesk.capabilities.exports.rules.export import Errand, Format

PART: Final = 5 * 1024 * 1024
"""Bytes that a part has at least, but for the last."""

TYPES: Final = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class S3Files:
    """See ports.Files."""

    def __init__(self, client: Callable[[], Any], bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def put(self, errand: Errand, content: Iterable[bytes], kind: Format) -> None:
        where = {"Bucket": self._bucket, "Key": _key(errand)}
        parts = _parts(content)
        first = next(parts, b"")
        second = next(parts, None)
        if second is None:
            self._client().put_object(**where, Body=first, ContentType=TYPES[kind])
            return
        begun = self._client().create_multipart_upload(**where, ContentType=TYPES[kind])
        upload = where | {"UploadId": begun["UploadId"]}
        try:
            sent = [self._sent(upload, at, part) for at, part in enumerate(chain((first, second), parts), start=1)]
            self._client().complete_multipart_upload(**upload, MultipartUpload={"Parts": sent})
        except BaseException:
            self._client().abort_multipart_upload(**upload)
            raise

    def _sent(self, upload: dict[str, str], number: int, part: bytes) -> dict[str, Any]:
        answer = self._client().upload_part(**upload, PartNumber=number, Body=part)
        return {"PartNumber": number, "ETag": answer["ETag"]}

    def link(self, errand: Errand, name: str, lifetime: timedelta) -> str:
        return str(
            self._client().generate_presigned_url(
                "get_object",
                Params={
                    "Bucket": self._bucket,
                    "Key": _key(errand),
                    "ResponseContentDisposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
                },
                ExpiresIn=int(lifetime.total_seconds()),
            )
        )


def _key(errand: Errand) -> str:
    return f"exports/{errand.by}/{errand.export}"


def _parts(content: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of any size, as parts that S3 takes."""
    held = bytearray()
    for piece in content:
        held += piece
        if len(held) >= PART:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
