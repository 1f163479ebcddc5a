"""Timers, walks and ladders as executions of state machines."""

import json
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError


def started(client: Any, arn: str | None, name: str, what: Mapping[str, Any]) -> bool:
    try:
        client.start_execution(stateMachineArn=arn, name=name, input=json.dumps(what))
    except ClientError as error:
        if error.response["Error"]["Code"] != "ExecutionAlreadyExists":
            raise
        return False
    return True
