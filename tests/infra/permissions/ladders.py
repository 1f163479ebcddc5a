from tests.infra.vocabulary import SEND

ALLOWED = {
    "StartLadder": {"EscalationMachine": {"states:StartExecution"}, "${Prefix}-failed-events": SEND},
    "EndLadders": {
        "table/${Prefix}-helpdesk": {"dynamodb:Query"},
        "*": {"states:SendTaskSuccess"},
        "${Prefix}-failed-events": SEND,
    },
    "ClimbLadder": {"table/${Prefix}-helpdesk": {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"}},
    "AwaitAnswer": {
        "table/${Prefix}-helpdesk": {"dynamodb:GetItem", "dynamodb:PutItem"},
        "*": {"states:SendTaskSuccess"},
    },
}
OTHERS = {
    "EscalationMachine": {"ClimbLadder": {"lambda:InvokeFunction"}, "AwaitAnswer": {"lambda:InvokeFunction"}},
}
STARS = {"*": "task tokens have no resources"}
TOLD = {
    "StartLadder": {"ESCALATION_ARN"},
    "EndLadders": {"TABLE"},
    "ClimbLadder": {"TABLE"},
    "AwaitAnswer": {"TABLE"},
}
