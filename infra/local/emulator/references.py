"""Answers of the HTTP API name their request as on AWS, by the id under which functions log it. Stock: they do not."""

from contextvars import ContextVar
from typing import Any, Final

_request: Final[ContextVar[str | None]] = ContextVar("request", default=None)


def correct() -> None:
    from ministack.services import apigateway  # noqa: PLC0415 - after the environment is set

    stock_invoke, stock_id = apigateway._invoke_lambda_proxy, apigateway.new_uuid

    async def invoke(*args: Any, **more: Any) -> tuple[int, dict[str, Any], bytes]:
        request_id = stock_id()
        within = _request.set(request_id)
        try:
            status, headers, body = await stock_invoke(*args, **more)
        finally:
            _request.reset(within)
        return status, {**headers, "apigw-requestid": request_id}, body

    apigateway._invoke_lambda_proxy = invoke
    apigateway.new_uuid = lambda: _request.get() or stock_id()
