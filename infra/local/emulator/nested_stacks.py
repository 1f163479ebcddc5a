"""Updates of nested stacks.

Stock behaviour: a resource of a nested stack that did not change loses its attributes in an update, and the
next `Fn::GetAtt` on it fails the stack (`Requested attribute Arn does not exist in schema`).
"""

from typing import Any, Final

WITH_ATTRIBUTES: Final = 7


def correct() -> None:
    from ministack.services import cloudformation  # noqa: PLC0415 - after the environment is set
    from ministack.services.cloudformation import provisioners  # noqa: PLC0415

    stock_update = provisioners._update_resource

    def update(*args: Any) -> Any:
        """The stock function's arguments end with stack name, logical id and, of a root stack, attributes."""
        if len(args) < WITH_ATTRIBUTES:
            stack, logical_id = args[4:6]
            known = cloudformation._stacks.get(stack, {}).get("_resources", {})
            args = (*args, known.get(logical_id, {}).get("Attributes"))
        return stock_update(*args)

    provisioners._update_resource = update
