"""A function's view of the table, from this process: its processor time and its calls are then its own."""

from typing import Any

import boto3
from botocore.config import Config

from infra.local.settings import REGION
from tests.bench.calls import Call
from tests.bench.stand import Stand


class Watched:
    """A DynamoDB client as functions have it, whose calls are kept."""

    def __init__(self, stand: Stand) -> None:
        address = stand.aws("dynamodb").meta.endpoint_url
        session = boto3.Session("test", "test", region_name=REGION)
        self._client: Any = session.client("dynamodb", endpoint_url=address, config=Config(parameter_validation=False))
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Any:
        made = getattr(self._client, name)
        operation = self._client.meta.method_to_api_mapping.get(name)
        if operation is None:
            return made

        def call(**asked: Any) -> Any:
            told = made(**asked)
            self.calls.append(Call(service="dynamodb", operation=operation, function="", request=asked, response=told))
            return told

        return call
