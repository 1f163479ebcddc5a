"""DynamoDB streams that survive a restart and do not hold up the queues.

Stock behaviour: stream positions are saved but the records are not, so after a restart a mapping waits at
position 10 002 of a stream of length 1 and is deaf; and a stream's function runs inside the only polling
thread, so no queue is polled meanwhile.
"""

import threading
from typing import Any

SAVED = "unread_stream_records"


def correct() -> None:
    from ministack.services import dynamodb, lambda_svc  # noqa: PLC0415 - after the environment is set

    _save_unread_records(dynamodb, lambda_svc)
    _poll_in_own_thread(lambda_svc)


def _save_unread_records(dynamodb: Any, lambda_svc: Any) -> None:
    stock_get, stock_load = dynamodb.get_state, dynamodb.load_persisted_state

    def get_state() -> Any:
        return {**stock_get(), SAVED: _unread(dynamodb, lambda_svc)}

    def load_persisted_state(data: Any) -> None:
        stock_load(data)
        for account, region, table, start, records in (data or {}).get(SAVED, []):
            dynamodb._stream_trimmed.set_scoped(account, region, table, start)
            dynamodb._stream_records.set_scoped(account, region, table, records)

    dynamodb.get_state, dynamodb.load_persisted_state = get_state, load_persisted_state


def _unread(dynamodb: Any, lambda_svc: Any) -> list[list[Any]]:
    """Per table the position of the slowest reader, and the records from there on."""
    slowest: dict[tuple[str, str, str], int] = {}
    for account, region, mapping in lambda_svc._iter_all_esms():
        source = mapping.get("EventSourceArn", "")
        if ":dynamodb:" not in source:
            continue
        key = (account, region, source.split("/")[1])
        position = lambda_svc._dynamodb_stream_positions.get_scoped(account, region, mapping["UUID"], 0)
        slowest[key] = min(position, slowest.get(key, position))
    saved = []
    for (account, region, table), records in list(dynamodb._stream_records._data.items()):
        start = dynamodb._stream_trimmed.get_scoped(account, region, table, 0)
        read = max(0, slowest.get((account, region, table), start + len(records)) - start)
        saved.append([account, region, table, start + read, records[read:]])
    return saved


def _poll_in_own_thread(lambda_svc: Any) -> None:
    """Take streams out of the shared loop; one more thread polls them, woken by the same signal."""
    poll = lambda_svc._poll_dynamodb_streams
    wake = threading.Event()
    shared_set = lambda_svc._esm_wake.set

    def set_both() -> None:
        shared_set()
        wake.set()

    def loop() -> None:
        while True:
            wake.clear()
            try:
                more = poll()
            except Exception:
                lambda_svc.logger.exception("stream poll failed")
                more = False
            if not more:
                wake.wait(1)

    lambda_svc._esm_wake.set = set_both
    lambda_svc._poll_dynamodb_streams = lambda: False
    threading.Thread(target=loop, daemon=True, name="stream-poll").start()
