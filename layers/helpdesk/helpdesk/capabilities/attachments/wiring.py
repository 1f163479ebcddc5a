"""Attachments on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.attachments.ports import FileStore
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> FileStore:
    return later(lambda: _files(aws))


def _files(aws: Aws) -> FileStore:
    from helpdesk.capabilities.attachments.services import S3FileStore

    return S3FileStore(aws.client("s3"), aws.env.needed("bucket"))
