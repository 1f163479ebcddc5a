"""Search on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.search.ports import Copies, Manifests, SearchPorts
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.ports import Packs


def wired(aws: Aws) -> SearchPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> SearchPorts:
    from helpdesk.capabilities.search.ports import SearchPorts

    packs = later(lambda: _packs(aws))
    return SearchPorts(manifests=later(lambda: _manifests(aws)), packs=packs, copies=later(lambda: _copies(packs)))


def _manifests(aws: Aws) -> Manifests:
    from helpdesk.capabilities.search.dynamodb import DynamoManifests

    return DynamoManifests(aws.tables)


def _packs(aws: Aws) -> Packs:
    from helpdesk.foundation.platform.s3_packs import S3Packs

    return S3Packs(aws.client("s3"), aws.env.needed("bucket"), "search")


def _copies(packs: Packs) -> Copies:
    from helpdesk.capabilities.search.services.copies import DiskCopies
    from helpdesk.capabilities.search.services.engine import TantivyEngine

    return DiskCopies(packs, TantivyEngine())
