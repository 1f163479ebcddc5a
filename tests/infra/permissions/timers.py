from tests.infra.vocabulary import SEND, TRANSACT

ALLOWED = {
    "ArmTimer": {"TicketTimerMachine": {"states:StartExecution"}, "${Prefix}-failed-events": SEND},
    "RingTimer": {"table/${Prefix}-helpdesk": TRANSACT},
    "SweepTimers": {
        "table/${Prefix}-helpdesk/index/by_wake": {"dynamodb:Query"},
        "TicketTimerMachine": {"states:StartExecution"},
    },
    "RecomputeClocks": {
        "table/${Prefix}-helpdesk": {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"},
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
    },
}
OTHERS = {
    "TicketTimerMachine": {"RingTimer": {"lambda:InvokeFunction"}},
    "SweepTimersMachine": {
        "SweepTimers": {"lambda:InvokeFunction"},
        "*": {
            f"logs:{verb}"
            for verb in (
                "CreateLogDelivery",
                "GetLogDelivery",
                "UpdateLogDelivery",
                "DeleteLogDelivery",
                "ListLogDeliveries",
                "PutResourcePolicy",
                "DescribeResourcePolicies",
                "DescribeLogGroups",
            )
        },
    },
    "SweepTimersMachineSchedule": {
        "SweepTimersMachine": {"states:StartExecution"},
        "${Prefix}-failed-events": SEND,
    },
    "RecomputeClocksMachine": {"RecomputeClocks": {"lambda:InvokeFunction"}},
}
STARS = {"*": "log delivery has no resources"}
TOLD = {
    "ArmTimer": {"TIMER_ARN"},
    "RingTimer": {"TABLE"},
    "SweepTimers": {"TABLE", "TIMER_ARN"},
    "RecomputeClocks": {"TABLE"},
}
