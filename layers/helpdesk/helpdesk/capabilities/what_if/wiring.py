"""Policies that people try on the past, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.what_if.ports import Players, WhatIfPorts, WhatIfs
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> WhatIfPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> WhatIfPorts:
    from helpdesk.capabilities.what_if.ports import WhatIfPorts

    return WhatIfPorts(what_ifs=later(lambda: _what_ifs(aws)), players=later(lambda: _players(aws)))


def _what_ifs(aws: Aws) -> WhatIfs:
    from helpdesk.capabilities.what_if.dynamodb import DynamoWhatIfs

    return DynamoWhatIfs(aws.tables)


def _players(aws: Aws) -> Players:
    from helpdesk.capabilities.what_if.services import StepFunctionsPlayers

    return StepFunctionsPlayers(aws.client("stepfunctions"), aws.env.needed("replay_tickets_arn"))
