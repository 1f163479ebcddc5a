"""The session's local stacks, for every folder of tests that wants them, and when their tests run among the others."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pytest
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from tests.stack.local_stack import LocalStack

# Files in the order in which they begin, by their names, or by the folder of those that have no line below. Files of a
# line share a worker and what the session has there. Whatever else there is comes after, because what begins last and
# takes long is waited for by everybody.
FIRST: Final = (
    ("tests/browser/",),
    ("tests/stack/",),
    ("test_breach_journey", "test_promises_kept"),
    ("test_bench",),
    ("test_local_lifecycle", "test_local_timers"),
    ("test_crashes",),
)


class LongestFirst(LoadFileScheduling):
    """A worker gets a file at a time, or the files of a line of `FIRST`."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        place = _place(file)
        return " ".join(FIRST[place]) if place < len(FIRST) else file


def _place(file: str) -> int:
    name = file.rpartition("/")[2].removesuffix(".py")
    return max((place for place, line in enumerate(FIRST) if name in line or file.startswith(line)), default=len(FIRST))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LongestFirst | None:
    if config.getoption("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False  # by their number of tests
    return LongestFirst(config, log)


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests of stacks wait more than they work."""
    return 1 + (os.cpu_count() or 1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _place(item.nodeid.partition("::")[0]))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[LocalStack]":
    """A deployed stack in real time, shared by the session: tests make what they need and share nothing but its people,
    who have room for what all of them bring.
    """
    from tests.stack.people import make_room  # noqa: PLC0415 - unit tests need not import httpx

    for local in _running(tmp_path_factory, None):
        make_room(local)
        yield local


@pytest.fixture(scope="session")
def fast(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[LocalStack]":
    """A stack 240 times as fast, on a Monday morning: half an hour lasts seven seconds, four hours last a minute."""
    yield from _running(tmp_path_factory, "2026-11-23T09:00:00Z,240")


@pytest.fixture(scope="session")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[LocalStack]":
    """A stack that tests may stop and kill, if they start it again; half an hour lasts a quarter of a minute."""
    yield from _running(tmp_path_factory, "2026-11-23T09:00:00Z,120")


def _running(tmp_path_factory: pytest.TempPathFactory, clock: str | None) -> "Iterator[LocalStack]":
    from tests.stack.local_stack import LocalStack  # noqa: PLC0415 - unit tests need not import boto3

    local = LocalStack(tmp_path_factory.mktemp("stack") / "data", clock=clock).start()
    yield local
    assert local.stop() == 0
