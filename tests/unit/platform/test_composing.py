"""Views and requests that are composed of what others declare as structs."""

import pytest
from helpdesk.foundation.edge.composing import showing, taking
from helpdesk.foundation.edge.inputs import Request
from helpdesk.foundation.edge.outputs import View
from msgspec import Struct
from pydantic import ValidationError


class Colour(Struct):
    """What it looks like."""

    name: str
    shade: str | None


class Looks(Struct):
    colour: Colour
    size: int = 3


@showing(Looks)
class Thing(View):
    """A thing."""

    id: str


@taking(Looks)
class ThingRequest(Request):
    id: str


def test_a_view_shows_its_own_fields_and_then_those_of_its_parts():
    thing = Thing(id="a", colour={"name": "red", "shade": None})
    assert thing.model_dump_json() == '{"id":"a","colour":{"name":"red","shade":null},"size":3}'


def test_a_view_is_described_as_if_it_had_the_fields_itself():
    schema = Thing.model_json_schema()
    assert (schema["title"], schema["description"], schema["required"]) == ("Thing", "A thing.", ["id", "colour"])
    assert schema["properties"]["colour"] == {"$ref": "#/$defs/Colour"}
    assert schema["$defs"]["Colour"]["description"] == "What it looks like."
    assert schema["$defs"]["Colour"]["required"] == ["name", "shade"]


def test_a_request_may_leave_out_what_parts_add():
    assert ThingRequest.model_validate({"id": "a"}).model_dump(exclude_none=True) == {"id": "a"}


def test_a_request_takes_objects_as_they_are():
    sent = {"id": "a", "colour": {"hue": 7}, "size": 1}
    assert ThingRequest.model_validate(sent).model_dump() == sent


@pytest.mark.parametrize("wrong", [{"colour": "red"}, {"size": "big"}, {"weight": 1}])
def test_a_request_refuses_what_no_part_declares(wrong: dict[str, object]):
    with pytest.raises(ValidationError):
        ThingRequest.model_validate({"id": "a"} | wrong)
