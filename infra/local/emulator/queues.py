"""Messages that were being worked on when the process ended.

Stock behaviour: they stay invisible for the rest of their time, two or three minutes, and hold up the rest of a FIFO
group for as long. On AWS whoever took them is still there; here nobody is, so they are visible again at once.
"""

from typing import Any


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
