"""Clients of the emulator, as its root user."""

from typing import Any

import boto3
from botocore.config import Config

from infra.local.settings import REGION


class Aws:
    def __init__(self, gateway_url: str) -> None:
        self._url = gateway_url
        self._session = boto3.Session("test", "test", region_name=REGION)
        self._clients: dict[str, Any] = {}

    def client(self, service: str) -> Any:
        if service not in self._clients:
            options = Config(retries={"max_attempts": 2}, read_timeout=120)
            create: Any = self._session.client
            self._clients[service] = create(service, endpoint_url=self._url, config=options)
        return self._clients[service]
