"""Attachments on AWS."""

from helpdesk.capabilities.attachments.ports import FileStore
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> FileStore:
    return later(lambda: _files(aws))


def _files(aws: Aws) -> FileStore:
    from helpdesk.capabilities.attachments.services import S3FileStore

    return S3FileStore(aws.client("s3"), aws.env.needed("bucket"))
