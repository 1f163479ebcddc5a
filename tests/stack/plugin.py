"""The session's local stack, for every folder of tests that wants it, and when its tests run among the others."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pytest
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from tests.stack.local_stack import LocalStack

SHARED: Final = "tests with the session's stack"
# Files that take longest, longest first: one that begins last is waited for by everybody. Those of the folder
# `stack` start stacks of their own.
LONGEST: Final = (
    "tests/stack/test_bench.py",
    "tests/stack/test_promises_kept.py",
    "tests/contract/test_crashes.py",
    "tests/stack/test_local_lifecycle.py",
    "tests/stack/test_local_timers.py",
    "tests/infra/test_wiring.py",
)
# With fewer workers, starting the session's stack in a second one costs more than it saves.
WORKERS_FOR_TWO: Final = 4


class LongestFirst(LoadFileScheduling):
    """A worker gets a file at a time; of few workers, one gets all tests with the session's stack."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return SHARED if self.numnodes < WORKERS_FOR_TWO and _place(file) == 0 else file


def _place(file: str) -> int:
    if file in LONGEST:
        return 1 + LONGEST.index(file)
    return 0 if file.startswith(("tests/stack/", "tests/browser/")) else 1 + len(LONGEST)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LongestFirst | None:
    if config.getoption("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False  # by their number of tests
    return LongestFirst(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _place(item.nodeid.partition("::")[0]))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[LocalStack]":
    """A deployed stack in real time, shared by the session: tests make what they need and share nothing."""
    from tests.stack.local_stack import LocalStack  # noqa: PLC0415 - unit tests need not import boto3

    local = LocalStack(tmp_path_factory.mktemp("stack") / "data").start()
    yield local
    assert local.stop() == 0
