from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path

WhichTicket = Annotated[str, Path(max_length=64)]
