"""publish_events: what changed of an article is told on the bus, and tried again where that failed."""

import json
from typing import Any

import pytest
from helpdesk.foundation.desk import Desk

from tests.facts import inserted, queued
from tests.gateway import Gateway
from tests.lambdas import invoke


def changed(article: str) -> dict[str, Any]:
    key = {"pk": {"S": "ARTICLES"}, "sk": {"S": f"A#{article}"}}
    return {"eventName": "MODIFY", "eventSource": "aws:dynamodb", "dynamodb": {"Keys": key, "NewImage": key}}


def stream(*records: dict[str, Any]) -> dict[str, Any]:
    return {"Records": list(records)}


def test_an_article_is_told_of_once_and_entries_beside_it(http: Gateway, desk: Desk, ticket: str):
    entries = [inserted(entry) for entry in desk.tickets.entries(ticket)]
    invoke("publish_events", stream(changed("ONE"), *entries, changed("TWO"), changed("ONE")))
    assert desk.answers.news.told == ["ONE", "TWO"]
    assert len(desk.publishing.bus.published) == len(entries)


def test_what_the_bus_does_not_take_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def refuse(_article: str) -> None:
        raise RuntimeError("No.")

    with monkeypatch.context() as now:
        now.setattr(desk.answers.news, "tell", refuse)
        invoke("publish_events", stream(changed("ONE"), changed("TWO")))
    (first, second) = desk.publishing.queue.take()
    assert json.loads(first)["sk"] == {"S": "A#ONE"}
    assert invoke("publish_events", queued(first, second)) == {"batchItemFailures": []}
    assert desk.answers.news.told == ["ONE", "TWO"]
