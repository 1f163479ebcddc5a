from datetime import timedelta

import pytest
from helpdesk.foundation.desk import Desk

from tests.forms import new_form
from tests.gateway import Gateway


@pytest.fixture
def form(http: Gateway, desk: Desk) -> str:
    """A form that somebody has taken three seconds to fill in."""
    token = new_form(http)
    desk.clock.advance(timedelta(seconds=3))
    return token
