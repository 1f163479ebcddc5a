"""Copies of files under a condition on what stands where they go.

Stock behaviour: CopyObject heeds conditions on its source and ignores `If-None-Match`, so that a copy replaces what S3
would keep. Writing an object asks the same question, and its answer serves here.
"""

from typing import Any


def correct() -> None:
    from ministack.services import s3  # noqa: PLC0415 - after the environment is set

    copy = s3._copy_object

    def copy_object(bucket: str, key: str, headers: dict[str, str]) -> Any:
        held = s3._ensure_bucket(bucket)
        refused = s3._check_put_preconditions(headers, held["objects"].get(key)) if held else None
        return refused or copy(bucket, key, headers)

    s3._copy_object = copy_object
