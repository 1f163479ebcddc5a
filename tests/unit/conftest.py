"""Unit tests reach nothing outside their process."""

import pytest
import pytest_socket


@pytest.fixture(autouse=True)
def _no_network(socket_disabled: None) -> None:
    assert pytest_socket
