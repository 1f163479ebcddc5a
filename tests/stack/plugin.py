"""The session's local stack, for every folder of tests that wants it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stack.local_stack import LocalStack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[LocalStack]":
    """A deployed stack in real time, shared by the session: tests make what they need and share nothing."""
    from tests.stack.local_stack import LocalStack  # noqa: PLC0415 - unit tests need not import boto3

    local = LocalStack(tmp_path_factory.mktemp("stack") / "data").start()
    yield local
    assert local.stop() == 0
