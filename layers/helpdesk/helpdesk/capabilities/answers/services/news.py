"""News of articles on the bus, for what follows them and for nobody else: they are no facts of tickets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

SOURCE: Final = "helpdesk.articles"


class BusNews:
    """See ports.News."""

    def __init__(self, client: Callable[[], Any], bus: str) -> None:
        self._client = client
        self._bus = bus

    def tell(self, article: str) -> None:
        news = {"Source": SOURCE, "DetailType": "ArticleChanged", "Detail": json.dumps({"article": article})}
        answer = self._client().put_events(Entries=[{"EventBusName": self._bus, **news}])
        if answer["FailedEntryCount"]:
            raise RuntimeError(f"The bus did not take what changed of {article}.")
