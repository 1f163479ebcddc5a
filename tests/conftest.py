"""Desks to work at: one in memory, one on AWS as moto plays it."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import publicsuffixlist
import pytest
from helpdesk.assembly.memory import REGION
from helpdesk.assembly.memory import memory_desk as new_memory_desk
from helpdesk.channels.intake.services import FastTextLanguage
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.platform.memory.clock import SettableClock
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.aws_calls import AwsCalls

# How long an example takes says something of the machine, not of the code. Where a failure cannot be looked into at
# once, everybody sees the same examples; on a developer's machine they are new every time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# The usual walk over all objects after every 700 new ones is a twentieth of the processor time of tests.
gc.set_threshold(50_000)

# Reading the model of languages takes longer than most tests: the desks of a process share it.
_model = cache(lambda read=FastTextLanguage.__dict__["_model"].func: read(None))
FastTextLanguage._model = property(lambda _: _model())

# So does the list of the endings of domains, for each that is checked.
publicsuffixlist.PublicSuffixList = cache(publicsuffixlist.PublicSuffixList)

# Metrics ask for it when they are imported; the templates give it to every function.
os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "Helpdesk")


@pytest.fixture
def memory_desk() -> Desk:
    return new_memory_desk()


@pytest.fixture
def aws() -> "Iterator[AwsCalls]":
    from tests import infrastructure  # noqa: PLC0415 - unit tests need no moto

    with infrastructure.aws() as calls:
        yield calls


@pytest.fixture
def aws_desk(aws: "AwsCalls") -> Desk:
    """What functions get from `runtime.desk()` in this test too. Its product time stands, real time goes on."""
    from tests import infrastructure  # noqa: PLC0415

    return infrastructure.aws_desk(SettableClock(wall=lambda: datetime.now(UTC)))


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Desk], None]]:
    """Let the functions of this test work at a given desk."""
    from helpdesk.assembly import desk as runtime  # noqa: PLC0415 - unit tests need no AWS
    from helpdesk.foundation.platform.environment import environment  # noqa: PLC0415

    def use(desk: Desk) -> None:
        monkeypatch.setenv("AWS_REGION", REGION)
        monkeypatch.setenv("ORIGIN_TOKEN", "from-the-edge")
        monkeypatch.setattr(runtime, "Desk", lambda **_: desk)
        environment.cache_clear()
        runtime.desk.cache_clear()

    yield use
    environment.cache_clear()
    runtime.desk.cache_clear()
