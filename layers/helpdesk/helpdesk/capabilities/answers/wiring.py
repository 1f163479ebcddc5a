"""Answers on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.answers.ports import AnswerPorts, Encoder, News, Shelf
    from helpdesk.capabilities.search.ports import Manifests
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.ports import Packs


def wired(aws: Aws) -> AnswerPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> AnswerPorts:
    return over(later(lambda: _manifests(aws)), later(lambda: _packs(aws)), later(lambda: _news(aws)))


def over(manifests: Manifests, packs: Packs, news: News) -> AnswerPorts:
    from helpdesk.capabilities.answers.ports import AnswerPorts

    shelf, encoder = later(lambda: _shelf(packs)), later(_encoder)
    return AnswerPorts(manifests=manifests, packs=packs, shelf=shelf, encoder=encoder, news=news)


def _manifests(aws: Aws) -> Manifests:
    from helpdesk.capabilities.answers.rules.index import FORMAT
    from helpdesk.capabilities.search.dynamodb import DynamoManifests

    return DynamoManifests(aws.tables, f"ANSWERS#{FORMAT}")


def _packs(aws: Aws) -> Packs:
    from helpdesk.foundation.platform.s3_packs import S3Packs

    return S3Packs(aws.client("s3"), aws.env.needed("bucket"), "answers")


def _shelf(packs: Packs) -> Shelf:
    from helpdesk.capabilities.answers.services.library import PackShelf

    return PackShelf(packs)


def _encoder() -> Encoder:
    from helpdesk.capabilities.answers.services.encoder import SentenceEncoder

    return SentenceEncoder()


def _news(aws: Aws) -> News:
    from helpdesk.capabilities.answers.services.news import BusNews

    return BusNews(aws.client("events"), aws.env.needed("bus"))
