"""Calls as the emulator logged them."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HTTP_FUNCTIONS = {"tickets_api", "portal_api", "directory_api", "search_api", "reports_api", "service_api"}
PREFIX = "helpdesk-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request a function made to a service, or (service `lambda`) a function that ran."""

    service: str
    operation: str
    function: str
    request: dict[str, Any] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)
    at: float = 0.0
    """When it had ended."""
    cause: str = ""
    ms: float = 0.0
    cpu_ms: float = 0.0
    log_bytes: int = 0

    @property
    def is_invocation(self) -> bool:
        return self.operation == "Invoke"

    @property
    def is_synchronous(self) -> bool:
        """Whether somebody waits for it at their browser."""
        return self.function in HTTP_FUNCTIONS


def read(path: Path) -> list[Call]:
    """What functions did; calls of the deployer and of the bench itself are left out."""
    found: list[Call] = []
    causes: dict[str, list[str]] = {}
    for line in map(json.loads, path.read_text().splitlines()):
        if not (line["function"] or "").startswith(PREFIX):
            continue
        begun = causes.setdefault(line["function"], [])
        if line["operation"] == "Begin":
            begun.append(line["cause"])
        else:
            ends = line["operation"] == "Invoke" and begun
            found.append(_call(line | {"cause": begun.pop(0) if ends else ""}))
    return found


def running(path: Path) -> bool:
    """Whether a function has begun and not ended."""
    text = path.read_text()
    return text.count('"operation": "Begin"') > text.count('"operation": "Invoke"')


def _call(line: dict[str, Any]) -> Call:
    return Call(
        service=line["service"],
        operation=line["operation"],
        function=line["function"].removeprefix(PREFIX),
        request=json.loads(line.get("request") or "{}"),
        response=json.loads(line.get("response") or "{}"),
        at=line["at"],
        cause=line["cause"],
        ms=line.get("ms", 0.0),
        cpu_ms=line.get("cpu_ms", 0.0),
        log_bytes=line.get("log_bytes", 0),
    )


def by_service(calls: Iterable[Call]) -> dict[str, int]:
    return dict(Counter(call.service for call in calls if not call.is_invocation))


def bus_events(calls: Iterable[Call]) -> int:
    return sum(len(call.request["Entries"]) for call in calls if call.operation == "PutEvents")
