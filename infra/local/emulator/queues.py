"""Messages that were being worked on when the process ended, and those that wait for company.

Stock behaviour: the first stay invisible for the rest of their time, two or three minutes, and hold up the rest of a
FIFO group for as long. On AWS whoever took them is still there; here nobody is, so they are visible again at once.
And a batching window is kept, but not heeded: each message is a batch, and a function runs for each.
"""

import time
from typing import Any, Final

MOST_RECEIVED: Final = 10  # the emulator takes no more with one request


def correct() -> None:
    from ministack.services import sqs  # noqa: PLC0415 - after the environment is set

    stock_load = sqs.load_persisted_state

    def load_persisted_state(data: Any) -> None:
        stock_load(data)
        for queue in sqs._queues._data.values():
            for message in queue["messages"]:
                if message.get("receipt_handle"):
                    message["visible_at"] = message["sent_at"]

    sqs.load_persisted_state = load_persisted_state
    _heed_windows(sqs)


def _heed_windows(sqs: Any) -> None:
    from ministack.services import lambda_svc  # noqa: PLC0415 - as above

    stock_receive = sqs._receive_messages_for_esm

    def receive(queue_url: str, most: int) -> Any:
        queue = sqs._queues.get(queue_url)
        window = _window(lambda_svc, queue)
        now = time.time()
        waiting = (
            [message["sent_at"] for message in queue["messages"] if message["visible_at"] <= now] if window else ()
        )
        if waiting and len(waiting) < min(most, MOST_RECEIVED) and min(waiting) + window > now:
            return []
        return stock_receive(queue_url, most)

    sqs._receive_messages_for_esm = receive


def _window(lambda_svc: Any, queue: Any) -> float:
    arn = queue["attributes"]["QueueArn"]
    mappings = (esm for _, _, esm in lambda_svc._iter_all_esms() if esm["EventSourceArn"] == arn)
    return max((esm.get("MaximumBatchingWindowInSeconds") or 0 for esm in mappings), default=0)
