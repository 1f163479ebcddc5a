"""The frozen samples of what is on the bus, and events as AWS hands them to functions."""

import json
from pathlib import Path
from typing import Any

EVENTS = Path(__file__).parents[1] / "events"

Sample = dict[str, Any]


def samples() -> dict[str, Sample]:
    """Every sample by its name: `<Event>.v<version>`, and a variant behind another dot."""
    return {path.stem: json.loads(path.read_text()) for path in sorted((EVENTS / "samples").glob("*.json"))}


def sample(name: str) -> Sample:
    return json.loads((EVENTS / "samples" / f"{name}.json").read_text())


def invocation(function: str, case: str) -> dict[str, Any]:
    """An event as AWS invokes this function with it."""
    return json.loads((EVENTS / "invocations" / function / f"{case}.json").read_text())


def workflow(case: str) -> dict[str, Any]:
    """What a state machine is started with: `<machine>.<case>`."""
    return json.loads((EVENTS / "workflows" / f"{case}.json").read_text())
