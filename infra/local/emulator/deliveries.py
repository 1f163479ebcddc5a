"""Asynchronous calls of functions: Lambda answers for what it took, until it is done or put where failures go.

Stock behaviour: what a rule of the bus hands to a function is called once and forgotten, whatever becomes of it; other
asynchronous calls are tried three times, by threads that end with the process. Here both stand in one list until they
are done, and the list is part of every snapshot: what waited or ran when the process ended is called after the next
start. It may be called twice for that, as on AWS. Only the pauses between tries are shorter: not one and two minutes.
"""

import itertools
import logging
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from typing import Any, Final

from infra.local.emulator.workers import MOST_PER_FUNCTION

SAVED: Final = "asynchronous_calls"
RETRIES: Final = 2
PAUSE_SECONDS: Final = 0.2  # before the second try, and twice that before the third
EACH: Final = MOST_PER_FUNCTION  # one that hangs holds up nobody else

logger: Final = logging.getLogger(__name__)


class Deliveries:
    """What functions are still to be given. Nothing is begun before `begin`, so that it may be restored first."""

    def __init__(self, deliver: Callable[[str, Any], None]) -> None:
        self._deliver = deliver
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._pending: dict[int, tuple[str, Any]] = {}
        self._waiting: dict[str, deque[int]] = defaultdict(deque)
        self._at_work: Counter[str] = Counter()
        self._goes_on = False

    def take(self, function: str, event: Any) -> None:
        with self._lock:
            number = next(self._numbers)
            self._pending[number] = (function, event)
            self._waiting[function].append(number)
            self._help(function)

    def begin(self) -> None:
        with self._lock:
            self._goes_on = True
            for function in list(self._waiting):
                for _ in range(EACH):
                    self._help(function)

    def pause(self) -> None:
        """Begin nothing more; what is not done stays pending."""
        self._goes_on = False

    @property
    def pending(self) -> list[tuple[str, Any]]:
        """Asked by the writer of snapshots too, in a process where nobody would release the lock."""
        return list(self._pending.values())

    def _help(self, function: str) -> None:
        if self._goes_on and self._waiting[function] and self._at_work[function] < EACH:
            self._at_work[function] += 1
            threading.Thread(target=self._work, args=(function,), daemon=True, name=f"deliver-{function}").start()

    def _work(self, function: str) -> None:
        while (number := self._next(function)) is not None:
            try:
                self._deliver(function, self._pending[number][1])
            except Exception:
                logger.exception("%s was not called; the next start does", function)
            else:
                del self._pending[number]

    def _next(self, function: str) -> int | None:
        with self._lock:
            if self._goes_on and self._waiting[function]:
                return self._waiting[function].popleft()
            self._at_work[function] -= 1
            return None


def correct() -> Deliveries:
    from ministack.services import eventbridge, lambda_svc  # noqa: PLC0415 - after the environment is set

    deliveries = Deliveries(_call)
    lambda_svc.invoke_async_with_retry = lambda function, event: deliveries.take(_arn(function), event)
    eventbridge._dispatch_to_lambda = lambda arn, payload: deliveries.take(arn, eventbridge.json.loads(payload))
    _keep(lambda_svc, deliveries)
    return deliveries


def _keep(lambda_svc: Any, deliveries: Deliveries) -> None:
    stock_get, stock_load = lambda_svc.get_state, lambda_svc.load_persisted_state

    def get_state() -> Any:
        return {**stock_get(), SAVED: deliveries.pending}

    def load_persisted_state(data: Any) -> None:
        stock_load(data)
        for function, event in (data or {}).get(SAVED, []):
            deliveries.take(function, event)

    lambda_svc.get_state, lambda_svc.load_persisted_state = get_state, load_persisted_state


def _arn(function: dict[str, Any]) -> str:
    return str(function.get("config", function)["FunctionArn"])


def _call(arn: str, event: Any) -> None:
    """As often as the function says; then its destination for failures gets the event."""
    from ministack.services import lambda_svc  # noqa: PLC0415

    function, config, name = lambda_svc._get_func_record_for_ref(arn)
    if function is None:
        logger.warning("%s is no more; what it was to be given is dropped, as on AWS", arn)
        return
    settings = (function.get("event_invoke_configs") or {}).get("$LATEST", {})
    record = lambda_svc._execution_record_for_config(function, config)
    for retry in range(settings.get("MaximumRetryAttempts", RETRIES) + 1):
        time.sleep(retry * PAUSE_SECONDS)
        result = lambda_svc._execute_function_with_config_scope(record, event)
        if not result.get("error"):
            return
    if destination := settings.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination"):
        lambda_svc._route_async_failure(destination, name, event, result)
