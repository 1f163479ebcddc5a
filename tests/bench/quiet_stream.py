"""The table without its stream for a while, so that loading does not set off mail and assignment."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

COPIED = ("BatchSize", "FilterCriteria", "MaximumRecordAgeInSeconds", "FunctionResponseTypes")


@contextmanager
def quiet_stream(dynamodb: Any, functions: Any, table: str) -> Iterator[None]:
    """A stream that is turned on again is a new one, so its reader is made anew."""
    (reader,) = _readers(functions, table)
    dynamodb.update_table(TableName=table, StreamSpecification={"StreamEnabled": False})
    yield
    wanted = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
    dynamodb.update_table(TableName=table, StreamSpecification=wanted)
    functions.delete_event_source_mapping(UUID=reader["UUID"])
    functions.create_event_source_mapping(
        EventSourceArn=dynamodb.describe_table(TableName=table)["Table"]["LatestStreamArn"],
        FunctionName=reader["FunctionArn"].rpartition(":")[2],
        StartingPosition="TRIM_HORIZON",
        **{name: reader[name] for name in COPIED if reader.get(name)},
    )
    time.sleep(1)


def _readers(functions: Any, table: str) -> list[dict[str, Any]]:
    mappings = functions.list_event_source_mappings()["EventSourceMappings"]
    return [mapping for mapping in mappings if f":table/{table}/stream/" in mapping["EventSourceArn"]]
