"""`Fn::ForEach` written out. The emulator's CloudFormation does not do it in nested stacks."""

from typing import Any

PREFIX = "Fn::ForEach::"


def expanded(node: Any) -> Any:
    """The same template part with every loop over a literal list replaced by what it makes."""
    if isinstance(node, list):
        return [expanded(item) for item in node]
    if not isinstance(node, dict):
        return node
    result: dict[str, Any] = {}
    for key, value in node.items():
        if not key.startswith(PREFIX):
            result[key] = expanded(value)
            continue
        variable, items, body = value
        if not isinstance(items, list):
            raise TypeError(f"{key} loops over {items}; only a written-out list is translated.")
        for item in items:
            result |= expanded(_filled(body, variable, item))
    return result


def _filled(node: Any, variable: str, item: str) -> Any:
    if isinstance(node, dict):
        if node == {"Ref": variable}:
            return item
        return {_replaced(key, variable, item): _filled(value, variable, item) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, variable, item) for value in node]
    return _replaced(node, variable, item) if isinstance(node, str) else node


def _replaced(text: str, variable: str, item: str) -> str:
    """`&{x}` leaves out what is not alphanumeric, as a logical id needs it."""
    plain = "".join(character for character in item if character.isalnum())
    return text.replace(f"&{{{variable}}}", plain).replace(f"${{{variable}}}", item)
