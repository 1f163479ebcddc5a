"""Step Functions executions after a restart.

An execution that was running comes back FAILED (`States.ServiceRestart`) and its name stays taken, so the
sweep that re-arms a ticket's timer under the same name would be refused. On AWS nothing restarts, so here
such executions are forgotten. Finished ones are kept for a day, not for ever: their history is large.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

KEPT = timedelta(days=1)


def correct() -> None:
    from ministack.services import stepfunctions  # noqa: PLC0415 - after the environment is set

    stock_load = stepfunctions.load_persisted_state

    def load_persisted_state(data: Any) -> None:
        stock_load(data)
        for key, execution in list(stepfunctions._executions._data.items()):
            if _is_over(execution):
                del stepfunctions._executions._data[key]

    stepfunctions.load_persisted_state = load_persisted_state


def _is_over(execution: dict[str, Any]) -> bool:
    if execution.get("error") == "States.ServiceRestart":
        return True
    stopped = execution.get("stopDate")
    if not isinstance(stopped, str):
        return False
    return datetime.now(UTC) - datetime.fromisoformat(stopped) > KEPT
