"""What each role may do. This table is the promise; a function can do nothing that is not in it."""

from typing import Any

import pytest

from tests.infra.rendering import as_list, rendered

READ = {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"}
WRITE = {"dynamodb:PutItem", "dynamodb:UpdateItem"}
TRANSACT = READ | WRITE | {"dynamodb:ConditionCheckItem"}
CONSUME = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
SEND = {"sqs:SendMessage"}
SECRET = {"secretsmanager:GetSecretValue"}
PUSH = {"execute-api:ManageConnections"}
STREAM = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"}

ALLOWED: dict[str, dict[str, set[str]]] = {
    "TicketsApi": {
        "TableArn": TRANSACT,
        "${TableArn}/index/by_team": {"dynamodb:Query"},
        "${TableArn}/index/by_assignee": {"dynamodb:Query"},
        "${TableArn}/index/by_requester": {"dynamodb:Query"},
        "${TableArn}/index/by_organization": {"dynamodb:Query"},
        "EphemeralTableArn": (READ | WRITE) - {"dynamodb:Query"},
        "${BucketName}/clean/*": {"s3:GetObject"},
        "${BucketName}/incoming/*": {"s3:PutObject"},
        "LinkSecretArn": SECRET,
    },
    "PortalApi": {
        "TableArn": TRANSACT,
        "EphemeralTableArn": (READ | WRITE) - {"dynamodb:Query"},
        "${BucketName}/clean/*": {"s3:GetObject"},
        "${BucketName}/incoming/*": {"s3:PutObject"},
        "LinkSecretArn": SECRET,
    },
    "DirectoryApi": {
        "TableArn": READ | WRITE | {"dynamodb:DeleteItem"},
        "AssignmentQueueArn": SEND,
        "EphemeralTableArn": {"dynamodb:PutItem"},
        "LinkSecretArn": SECRET,
    },
    "SettingsApi": {
        "TableArn": READ | WRITE,
        "${TableArn}/index/by_team": {"dynamodb:Query"},
        "LinkSecretArn": SECRET,
        "stateMachine:${Prefix}-recompute_clocks": {"states:StartExecution"},
    },
    "ServiceApi": {},
    "Live": {
        "TableArn": READ | {"dynamodb:UpdateItem"},
        "AssignmentQueueArn": SEND,
        "EphemeralTableArn": {"dynamodb:GetItem", "dynamodb:DeleteItem"} | WRITE,
    },
    "PushToBrowsers": {
        "EphemeralTableArn": {"dynamodb:Query", "dynamodb:DeleteItem"},
        "${LiveApi}/live/POST/@connections/*": PUSH,
        "FailedEventsArn": SEND,
    },
    "PublishEvents": {
        "StreamArn": STREAM,
        "EventBus": {"events:PutEvents"},
        "RepublishQueue": SEND | CONSUME,
        "UnpublishedQueue": SEND,
    },
    "NotifyPeople": {
        "TableArn": READ | WRITE,
        "identity/${MailFrom}": {"ses:SendEmail"},
        "identity/<MailFrom split at @ 1>": {"ses:SendEmail"},
        "configuration-set/${Prefix}": {"ses:SendEmail"},
        "LinkSecretArn": SECRET,
        "FailedEventsArn": SEND,
    },
    "KeepAttachments": {
        "${BucketName}/incoming/*": {"s3:GetObject", "s3:DeleteObject"},
        "${BucketName}/clean/*": {"s3:PutObject", "s3:GetObject"},
        "FailedEventsArn": SEND,
    },
    "ArmTimer": {"TicketTimerMachine": {"states:StartExecution"}, "FailedEventsArn": SEND},
    "RingTimer": {"TableArn": TRANSACT},
    "StartLadder": {"EscalationMachine": {"states:StartExecution"}, "FailedEventsArn": SEND},
    "EndLadders": {
        "TableArn": {"dynamodb:Query"},
        "*": {"states:SendTaskSuccess"},
        "FailedEventsArn": SEND,
    },
    "ClimbLadder": {"TableArn": {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"}},
    "AwaitAnswer": {
        "TableArn": {"dynamodb:GetItem", "dynamodb:PutItem"},
        "*": {"states:SendTaskSuccess"},
    },
    "CallWebhook": {
        "TableArn": READ | WRITE,
        "LinkSecretArn": SECRET,
        "stateMachine:${Prefix}-retry_webhook": {"states:StartExecution"},
        "FailedEventsArn": SEND,
    },
    "RecomputeClocks": {
        "TableArn": {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"},
        "${TableArn}/index/by_team": {"dynamodb:Query"},
    },
    "SweepTimers": {
        "${TableArn}/index/by_wake": {"dynamodb:Query"},
        "TicketTimerMachine": {"states:StartExecution"},
    },
    "QueueTickets": {"AssignmentQueue": SEND, "FailedEventsArn": SEND},
    "AssignTickets": {
        "TableArn": TRANSACT | {"dynamodb:DeleteItem"},
        "${TableArn}/index/by_assignee": {"dynamodb:Query"},
        "AssignmentQueue": CONSUME | SEND,
    },
}
# Not functions: the state machines and the schedule.
ALLOWED_OTHERS: dict[str, dict[str, set[str]]] = {
    "TicketTimerMachine": {"RingTimer": {"lambda:InvokeFunction"}},
    "RecomputeClocksMachine": {"RecomputeClocks": {"lambda:InvokeFunction"}},
    "EscalationMachine": {"ClimbLadder": {"lambda:InvokeFunction"}, "AwaitAnswer": {"lambda:InvokeFunction"}},
    "RetryWebhookMachine": {"CallWebhook": {"lambda:InvokeFunction"}},
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
        "FailedEventsArn": SEND,
    },
}
# A star in a resource, and why AWS or the data leave no other way.
STARS = {
    "${BucketName}/clean/*": "keys are ids",
    "${BucketName}/incoming/*": "keys are ids",
    "${LiveApi}/live/POST/@connections/*": "connection ids",
    "*": "log delivery and task tokens have no resources",
}
# What SAM gives every function: its own logs and traces. X-Ray has no resources.
MANAGED = {"AWSLambdaBasicExecutionRole", "AWSXrayWriteOnlyAccess"}

Resources = dict[str, dict[str, Any]]


def functions(resources: Resources) -> list[str]:
    return sorted(name for name, it in resources.items() if it["Type"] == "AWS::Lambda::Function")


def statements(role: dict[str, Any]) -> list[dict[str, Any]]:
    policies = role["Properties"].get("Policies", [])
    return [it for policy in policies for it in policy["PolicyDocument"]["Statement"]]


def granted(role: dict[str, Any]) -> dict[str, set[str]]:
    result: dict[str, set[str]] = {}
    for statement in statements(role):
        assert statement["Effect"] == "Allow"
        for resource in as_list(statement["Resource"]):
            result.setdefault(rendered(resource), set()).update(as_list(statement["Action"]))
    return result


def test_the_table_names_every_function(resources: Resources):
    assert functions(resources) == sorted(ALLOWED)


@pytest.mark.parametrize("function", sorted(ALLOWED))
def test_a_function_may_do_what_the_table_says_and_no_more(resources: Resources, function: str):
    assert granted(resources[f"{function}Role"]) == ALLOWED[function]


@pytest.mark.parametrize("name", sorted(ALLOWED_OTHERS))
def test_so_may_machines_and_schedules(resources: Resources, name: str):
    assert granted(resources[f"{name}Role"]) == ALLOWED_OTHERS[name]


def test_there_is_no_other_role(resources: Resources):
    roles = {name.removesuffix("Role") for name, it in resources.items() if it["Type"] == "AWS::IAM::Role"}
    assert roles == set(ALLOWED) | set(ALLOWED_OTHERS)
    assert not [name for name, it in resources.items() if it["Type"] == "AWS::IAM::Policy"]


def test_every_function_has_a_role_of_its_own(resources: Resources):
    for function in functions(resources):
        assert resources[function]["Properties"]["Role"] == {"Fn::GetAtt": [f"{function}Role", "Arn"]}


def test_no_action_has_a_star():
    for resource_actions in (*ALLOWED.values(), *ALLOWED_OTHERS.values()):
        assert not [action for actions in resource_actions.values() for action in actions if "*" in action]


def test_every_star_in_a_resource_has_a_reason():
    used = {
        resource for table in (*ALLOWED.values(), *ALLOWED_OTHERS.values()) for resource in table if "*" in resource
    }
    assert used == set(STARS)


def test_managed_policies_are_for_logs_and_traces_only(resources: Resources):
    for function in functions(resources):
        managed = resources[f"{function}Role"]["Properties"]["ManagedPolicyArns"]
        assert {arn.rpartition("/")[2] for arn in managed} <= MANAGED


def test_only_publish_events_puts_events():
    assert [name for name, table in ALLOWED.items() if {"events:PutEvents"} in table.values()] == ["PublishEvents"]
