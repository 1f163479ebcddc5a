"""Settings with anything at all in any place: they are read or refused with a place, and nothing else happens."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from helpdesk.capabilities.sla.settings.document import revise
from helpdesk.foundation.kernel.reading import SettingError
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.sla import BERLIN, LONDON, a_document
from tests.builders.tickets import FIRST

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LADDER = {
    "id": "page",
    "when": {"clock": "resolution", "step": "75%"},
    "conditions": {"tag": ["vip"]},
    "steps": [{"after_seconds": 60, "calendar": "berlin", "actions": [{"notify": "on_call"}]}],
    "repeat": True,
}
SURVEY = {"on": True, "delay_seconds": 60, "calendar": "berlin", "automatic": False}
RICH = {
    "name": "Berlin",
    "holidays": ["2026-12-24", {"date": "2026-12-31", "name": "New year's eve"}],
    "recurring_holidays": ["06-17"],
    "half_days": {"2026-12-23": [["08:00", "12:00"]], "02-29": {"name": "Leap", "hours": []}},
    "moved_holidays": {"2026-12-26": "2026-12-28"},
    "workdays": ["2026-12-27"],
}
BOTH = {"id": "both", "joined": ["berlin", "london"]}
WHOLE = a_document(calendars=[{**BERLIN, **RICH}, LONDON, BOTH], ladders=[LADDER], survey=SURVEY)
Place = tuple[str | int, ...]


def places(node: Any, at: Place = ()) -> Iterator[Place]:
    yield at
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in pairs:
        yield from places(inner, (*at, key))


def put(node: Any, at: Place, value: Any) -> Any:
    if not at:
        return value
    key, *rest = at
    if isinstance(node, list):
        return [put(each, tuple(rest), value) if index == key else each for index, each in enumerate(node)]
    return {**node, key: put(node.get(key), tuple(rest), value)}


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["24x7", "9999-12-31", "0001-01-01", "02-29", "24:00", "DE-BE", "DE-", "*", "Europe", "../x", "99999999%"]
    )
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)


def revised(wanted: Any) -> None:
    revise(wanted, FIRST.now("sla"), NOW, "alex")


@given(st.sampled_from(list(places(WHOLE))), anything)
def test_a_document_is_read_or_refused_with_a_place(at: Place, value: Any):
    with suppress(SettingError):
        revised(put(WHOLE, at, value))


@pytest.mark.parametrize(
    ("at", "value", "place"),
    [
        (("calendars", 0, "name"), "x" * 2001, "calendars[0].name"),
        (("calendars", 0, "holidays"), ["2026-01-01"] * 2001, "calendars[0].holidays"),
        (("policies", 0, "targets", "resolution", "*", "seconds"), 10**400, "policies[0].targets.resolution.*.seconds"),
        (("ladders", 0, "steps", 0, "actions"), [{"notify": "on_call"}] * 51, "ladders[0].steps[0].actions"),
        (("ladders", 0, "when", "step"), f"{'9' * 5000}%", "ladders[0].when.step"),
        (("survey", "delay_seconds"), 10**30, "survey.delay_seconds"),
    ],
)
def test_what_is_larger_than_people_write(at: Place, value: Any, place: str):
    with pytest.raises(SettingError) as refused:
        revised(put(WHOLE, at, value))
    assert refused.value.place == place
