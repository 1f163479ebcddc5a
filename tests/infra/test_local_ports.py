"""A local stack whose ports are taken says so before it begins, and leaves nothing behind."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.local import stack
from infra.local.settings import HOST, SettingError, Settings

IN_A_ROW = 3


@pytest.fixture
def free() -> int:
    """The first of three that nobody has."""
    while True:
        with socket.socket() as first:
            first.bind((HOST, 0))
            port: int = first.getsockname()[1]
        try:
            for each in range(port, port + IN_A_ROW):
                with socket.socket() as probe:
                    probe.bind((HOST, each))
        except (OSError, OverflowError):
            continue
        return port


@pytest.fixture(params=range(IN_A_ROW))
def taken(request: pytest.FixtureRequest, free: int) -> Iterator[int]:
    with socket.socket() as other:
        other.bind((HOST, free + request.param))
        other.listen()
        yield free + request.param


def test_a_taken_port_is_named_and_nothing_is_left_behind(tmp_path: Path, free: int, taken: int) -> None:
    settings = Settings.from_environment({"HELPDESK_DATA": str(tmp_path / "data"), "HELPDESK_PORT": str(free)})
    with pytest.raises(SettingError, match=rf"^Port {taken} is taken: [^.]*{free} to {free + 2}\.$"):
        stack.up(settings)
    assert list(tmp_path.iterdir()) == []
