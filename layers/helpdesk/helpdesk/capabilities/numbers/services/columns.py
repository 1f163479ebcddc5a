"""The columns of rows, as their struct has them."""

from datetime import datetime
from typing import Any, Final, get_args, get_origin

import msgspec
from msgspec import Struct

from helpdesk.capabilities.numbers.rules.row import Row

PLAIN: Final = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", datetime: "TIMESTAMP"}
"""Instants are in UTC: a time zone beside them would need one when they are read."""


def _type(of: Any) -> Any:
    """As DuckDB writes the structure of JSON."""
    if of in PLAIN:
        return PLAIN[of]
    if isinstance(of, type) and issubclass(of, Struct):
        return {field.name: _type(field.type) for field in msgspec.structs.fields(of)}
    if get_origin(of) is tuple:
        return [_type(get_args(of)[0])]
    return next(_type(each) for each in get_args(of) if each is not type(None))


TYPE: Final = msgspec.json.encode(_type(Row)).decode()
