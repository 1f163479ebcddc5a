"""Each test of a port's promises runs twice: in memory and on AWS as moto plays it."""

import pytest
from helpdesk.foundation.desk import Desk


@pytest.fixture(params=["memory_desk", "aws_desk"])
def desk(request: pytest.FixtureRequest) -> Desk:
    found: Desk = request.getfixturevalue(request.param)
    return found
