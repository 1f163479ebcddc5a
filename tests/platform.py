"""Everything that calls functions, played in this process: stream, bus, queues and timers, with their retries.

Rules and filters are those of the templates.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from helpdesk.core.tickets.rules.listing import SHARDS
from helpdesk.foundation.platform.aws import client as aws_client
from moto.core import DEFAULT_ACCOUNT_ID
from moto.events.models import EventPattern

from infra import templates
from tests.aws_calls import AwsCalls, Fault
from tests.infrastructure import PREFIX, REGION, ROOT, taken_from, timers_started, written
from tests.lambdas import Event, invoke

ATTEMPTS: Final = {"stream": 10, "bus": 3, "topic": 3, "queue": 5, "task": 6}
CONSUMERS: Final = ("arm_timer", "notify_people")


@cache
def _patterns() -> dict[str, str]:
    """What each consumer of the bus wants to hear, as this region deploys it."""
    return {
        Path(resource["Properties"]["CodeUri"]).name: _here(event["Properties"]["Pattern"])
        for path in (ROOT / "infra").glob("*.yaml")
        for resource in templates.read(path)["Resources"].values()
        if isinstance(resource, dict) and resource["Type"] == "AWS::Serverless::Function"
        for event in resource["Properties"].get("Events", {}).values()
        if event["Type"] == "EventBridgeRule"
    }


def _here(pattern: Any) -> str:
    return json.dumps(pattern).replace('{"Ref": "AWS::Region"}', f'"{REGION}"')


@cache
def _stream_filter() -> EventPattern:
    mapping = templates.read(ROOT / "infra" / "bus.yaml")["Resources"]["EntriesToPublish"]["Properties"]
    return EventPattern.load(mapping["FilterCriteria"]["Filters"][0]["Pattern"])


def subscribe() -> None:
    """Give every consumer its rule, with a queue in which this process finds what the bus has for it."""
    for name in CONSUMERS:
        aws_client("sqs").create_queue(QueueName=f"to-{name}")
        arn = f"arn:aws:sqs:{REGION}:{DEFAULT_ACCOUNT_ID}:to-{name}"
        events = aws_client("events")
        events.put_rule(Name=name, EventBusName=PREFIX, EventPattern=_patterns()[name])
        events.put_targets(Rule=name, EventBusName=PREFIX, Targets=[{"Id": "1", "Arn": arn}])


@dataclass
class Platform:
    """`fault` breaks calls that functions make. What nobody could take in the end is in `failed`.

    With `twice`, everything is delivered once more after it was taken: no delivery is promised to be the only one.
    """

    calls: AwsCalls
    fault: Fault = lambda _: None
    twice: bool = False
    failed: list[tuple[str, Any]] = field(default_factory=list)
    at_work: str = ""
    """The function that runs, or ran last."""
    _read: int = field(default_factory=lambda: len(written()))
    _rung: int = field(default_factory=lambda: len(timers_started()))

    def run(self, act: Callable[[], Any]) -> Any:
        """Something of the product, under the fault."""
        with self.calls.failing(self.fault):
            return act()

    def settle(self) -> None:
        """Let everything happen that follows from what was written, but for timers."""
        steps = (self._receive, self._publish, self._hear, self._republish, self._assign)
        while any(step() for step in steps):
            pass

    def sweep(self, shards: range = range(SHARDS)) -> None:
        for shard in shards:
            self._deliver("task", "sweep_timers", {"shard": shard})

    def publish(self, function: str, message: Any) -> None:
        """A topic has something for a function."""
        self._deliver("topic", function, {"Records": [{"Sns": {"Message": json.dumps(message)}}]})

    def tell(self, function: str, event: Event) -> None:
        """A bus that is not the product's has something for a function."""
        self._deliver("bus", function, event)

    def ring(self) -> int:
        """Ring every timer that was started; how many there were."""
        started = timers_started()
        new, self._rung = started[self._rung :], len(started)
        for told in new:
            self._deliver("task", "ring_timer", told)
        return len(new)

    def _invoke(self, function: str, event: Event) -> Any:
        self.at_work = function
        return self.run(lambda: invoke(function, event))

    def _deliver(self, way: str, function: str, event: Event) -> None:
        for _ in range(ATTEMPTS[way]):
            try:
                for _ in range(1 + self.twice):
                    self._invoke(function, event)
            except Exception:  # noqa: BLE001, S112 - whatever a function raises, it is called again
                continue
            return
        self.failed.append((function, event))

    def _publish(self) -> bool:
        records = written()
        new, self._read = records[self._read :], len(records)
        wanted = [record | {"eventSource": "aws:dynamodb"} for record in new if _is_wanted(record)]
        if wanted:
            self._deliver("stream", "publish_events", {"Records": wanted})
        return bool(wanted)

    def _hear(self) -> bool:
        told = [(name, json.loads(message.body)) for name in CONSUMERS for message in taken_from(f"to-{name}")]
        for name, event in told:
            self._deliver("bus", name, event)
        return bool(told)

    def _republish(self) -> bool:
        return self._queue("publish_events", f"{PREFIX}-republish")

    def _receive(self) -> bool:
        return self._queue("receive_email", f"{PREFIX}-mail.fifo")

    def _assign(self) -> bool:
        return self._queue("assign_tickets", f"{PREFIX}-assignment.fifo")

    def _queue(self, function: str, queue: str) -> bool:
        """Messages in batches; those that failed come again, in their order, before those that wait."""
        waiting = [
            {
                "eventSource": "aws:sqs",
                "messageId": message.id,
                "body": message.body,
                "attributes": {"MessageGroupId": message.group_id or message.id},
            }
            for message in taken_from(queue)
        ]
        found, tries = bool(waiting), {message["messageId"]: 0 for message in waiting}
        while waiting:
            batch = waiting[:10]
            for _ in range(1 + self.twice):
                answer = self._invoke(function, {"Records": batch})
            again = {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
            for message in batch:
                tries[message["messageId"]] += 1
                if message["messageId"] not in again:
                    waiting.remove(message)
                elif tries[message["messageId"]] == ATTEMPTS["queue"]:
                    waiting.remove(message)
                    self.failed.append((function, message))
        return found


def _is_wanted(record: dict[str, Any]) -> bool:
    plain: dict[str, Any] = json.loads(json.dumps(record, default=str))
    return bool(_stream_filter().matches_event(plain))
