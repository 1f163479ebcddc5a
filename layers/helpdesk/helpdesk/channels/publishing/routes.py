"""The table's stream: entries as they were inserted, on their way to the bus."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from aws_lambda_powertools.metrics import Metrics, MetricUnit

from helpdesk.channels.publishing import actions as publication
from helpdesk.core.record import stored_entries
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.platform.dynamodb import keys

Image = dict[str, Any]

ARTICLE: Final = "A#"
"""With which the keys of articles begin."""

metrics = Metrics()


def publish(desk: Desk, records: Sequence[dict[str, Any]]) -> None:
    """Publish every entry among the records, and tell of every article; what cannot be read or is refused goes to the
    queue.
    """
    written = [record["dynamodb"].get("NewImage", record["dynamodb"]["Keys"]) for record in records]
    _tell_of_articles(desk, [image for image in written if _article_of(image)])
    images = [image for image in written if not _article_of(image)]
    if not images:
        return
    readable: list[tuple[Image, Entry]] = []
    for image in images:
        try:
            readable.append((image, _entry_of(image)))
        except Exception:  # noqa: BLE001 - whatever is wrong with one record must not hold up the shard
            _queue(desk, image, "entry cannot be read")
    refused = publication.publish(desk, [entry for _, entry in readable])
    for position in refused:
        _queue(desk, readable[position][0], "entry could not be published")
    _count(entry for position, (_, entry) in enumerate(readable) if position not in refused)
    logger.info("published", extra={"count": len(readable) - len(refused)})


def _article_of(image: Image) -> str | None:
    """Which article it is, where it is one."""
    key = image["sk"]["S"]
    return key.removeprefix(ARTICLE) if key.startswith(ARTICLE) else None


def _tell_of_articles(desk: Desk, images: Sequence[Image]) -> None:
    for image in {image["sk"]["S"]: image for image in images}.values():
        try:
            desk.answers.news.tell(str(_article_of(image)))
        except Exception:  # noqa: BLE001 - whatever is wrong with one record must not hold up the shard
            _queue(desk, {name: image[name] for name in ("pk", "sk")}, "article could not be told of")


def _entry_of(image: Image) -> Entry:
    words = image["personal"]["S"] if "personal" in image else None
    return stored_entries.decode(keys.unpacked(image["entry"]), words)


def _count(entries: Iterable[Entry]) -> None:
    """One metric per kind of fact: tickets created, breaches, escalations are counted where each passes once."""
    counts = Counter(entry.type for entry in entries)
    for name, count in counts.items():
        metrics.add_metric(name=name, unit=MetricUnit.Count, value=count)
    if counts:
        metrics.flush_metrics()


def _queue(desk: Desk, image: Image, why: str) -> None:
    """The words of people are left out: publishing does not need them, and a queue is no place for them."""
    logger.error(why, extra={"pk": image.get("pk"), "sk": image.get("sk")})
    desk.publishing.queue.send(json.dumps({name: value for name, value in image.items() if name != "personal"}))


def republish(desk: Desk, body: str) -> str:
    """Publish one entry from the queue; raises when the bus refuses it again: it is retried and then kept apart."""
    image = json.loads(body)
    article = _article_of(image)
    if article:
        desk.answers.news.tell(article)
        return article
    entry = _entry_of(image)
    if publication.publish(desk, [entry]):
        raise RuntimeError(f"{entry.id} was not taken.")
    return entry.id
