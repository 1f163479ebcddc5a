"""Numbers on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.numbers.ports import Counter, Files, NumbersPorts
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.ports import Packs


def wired(aws: Aws) -> NumbersPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> NumbersPorts:
    from helpdesk.capabilities.numbers.ports import FORMAT
    from helpdesk.foundation.platform.s3_packs import S3Packs

    packs: Packs = S3Packs(aws.client("s3"), aws.env.needed("bucket"), f"numbers/{FORMAT}")
    return over(packs)


def over(packs: Packs) -> NumbersPorts:
    from helpdesk.capabilities.numbers.ports import NumbersPorts

    return NumbersPorts(packs=packs, files=later(_files), counter=later(lambda: _counter(packs)))


def _files() -> Files:
    from helpdesk.capabilities.numbers.services.files import ParquetFiles

    return ParquetFiles()


def _counter(packs: Packs) -> Counter:
    from helpdesk.capabilities.numbers.services.counter import TableCounter

    return TableCounter(packs)
