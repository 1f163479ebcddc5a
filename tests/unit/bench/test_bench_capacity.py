"""Capacity units by DynamoDB's rules: what the bench turns into dollars."""

import pytest

from tests.bench.calls import Call
from tests.bench.capacity import Index, Meter, Units, item_size

BY_TEAM = Index(key=("queue", "due_at"), projected=("card",))
HEAD = {"pk": {"S": "T#1"}, "sk": {"S": "H"}, "queue": {"S": "desk"}, "due_at": {"S": "1"}, "card": {"S": "c"}}


def units(operation: str, request: dict, response: dict | None = None, *, known: tuple = ()) -> Units:
    call = Call(service="dynamodb", operation=operation, function="f", request=request, response=response or {})
    return Meter({"t": [BY_TEAM]}, [("t", item) for item in known]).units([call])


def put(item: dict) -> dict:
    return {"TransactItems": [{"Put": {"TableName": "t", "Item": item}}]}


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ({"S": "ä"}, 2),
        ({"N": "-12.5"}, 4),
        ({"BOOL": True}, 1),
        ({"SS": ["ab", "c"]}, 3),
        ({"L": [{"S": "ab"}]}, 6),
        ({"M": {"k": {"S": "v"}}}, 6),
    ],
)
def test_sizes_of_values(value, size):
    assert item_size({"a": value}) == 1 + size


def test_a_write_takes_two_in_a_transaction_and_one_for_each_index_that_holds_it():
    assert units("TransactWriteItems", put(HEAD)).write == 3
    assert units("PutItem", {"TableName": "t", "Item": HEAD}).write == 2
    assert units("PutItem", {"TableName": "t", "Item": {k: v for k, v in HEAD.items() if k != "queue"}}).write == 1


def test_an_index_is_written_when_what_it_shows_changes_and_twice_when_its_key_moves():
    other = {"text": {"S": "x"}}
    assert units("TransactWriteItems", put(HEAD | other), known=(HEAD,)).write == 2
    assert units("TransactWriteItems", put(HEAD | {"card": {"S": "d"}}), known=(HEAD,)).write == 3
    assert units("TransactWriteItems", put(HEAD | {"due_at": {"S": "2"}}), known=(HEAD,)).write == 4


def test_large_items_take_a_unit_for_each_kilobyte_begun_before_and_after():
    large = HEAD | {"text": {"S": "x" * 2000}}
    assert units("PutItem", {"TableName": "t", "Item": large}).write == 3
    assert units("PutItem", {"TableName": "t", "Item": HEAD}, known=(large,)).write == 2


def test_reads_take_a_unit_for_each_four_kilobytes_and_half_when_they_may_be_old():
    found = {"Items": [{"a": {"S": "x" * 3000}}] * 2}
    assert units("Query", {"TableName": "t"}, found).read == 1
    assert units("Query", {"TableName": "t", "ConsistentRead": True}, found).read == 2
    assert units("GetItem", {"TableName": "t", "ConsistentRead": True}).read == 1


def test_items_of_a_batch_are_rounded_one_by_one_and_missing_ones_are_paid_too():
    wanted = {"RequestItems": {"t": {"Keys": [{}, {}, {}], "ConsistentRead": True}}}
    found = {"Responses": {"t": [{"a": {"S": "x" * 5000}}, {"a": {"S": "x"}}]}}
    assert units("BatchGetItem", wanted, found).read == 4
