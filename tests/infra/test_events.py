"""Nothing asynchronous is lost silently: failure destinations, dead letters, few queue readers."""

import json
import re
from typing import Any

from tests.infra.rendering import rendered
from tests.infrastructure import ROOT

Resources = dict[str, dict[str, Any]]

MOST_QUEUE_MAPPINGS = 4  # each costs $0.26 a month when idle
PROJECTIONS = {"PushToBrowsers", "ProjectionQueue", "FollowArticles"}
FAILED = "${Prefix}-failed-events"


def of_type(resources: Resources, kind: str) -> dict[str, dict[str, Any]]:
    return {name: it["Properties"] for name, it in resources.items() if it["Type"] == kind}


def rule_targets(resources: Resources) -> dict[str, list[dict[str, Any]]]:
    return {name: it["Targets"] for name, it in of_type(resources, "AWS::Events::Rule").items()}


def test_every_rule_has_a_target_with_a_dead_letter_queue(resources: Resources):
    for name, targets in rule_targets(resources).items():
        assert targets, name
        for target in targets:
            assert rendered(target["DeadLetterConfig"]["Arn"]) == FAILED, name


def test_rules_are_on_our_bus_and_for_our_events(resources: Resources):
    rules = of_type(resources, "AWS::Events::Rule")
    assert rules
    for rule in rules.values():
        pattern = rule["EventPattern"]
        if "EventBusName" in rule:
            assert rendered(rule["EventBusName"]) == "Prefix"
            assert pattern["source"] in (["helpdesk"], ["helpdesk.articles"])
        else:  # SES knows the default bus alone, which other stacks have too: it tells of whose mail
            assert pattern["source"] == ["aws.ses"]
            assert pattern["detail"]["mail"]["tags"]["ses:configuration-set"] == [{"Ref": "MailConfiguration"}]


def test_effects_act_in_their_own_region_and_projections_in_all(resources: Resources):
    regions: dict[str, list[Any]] = {}
    for rule in of_type(resources, "AWS::Events::Rule").values():
        if "EventBusName" not in rule:
            continue
        pattern = rule["EventPattern"]
        ways = pattern.get("$or", [pattern])
        regions[rendered(rule["Targets"][0]["Arn"])] = [
            way.get("detail", {}).get("metadata", {}).get("region") for way in ways
        ]
    assert {function for function, found in regions.items() if None in found} == PROJECTIONS
    here = [{"Ref": "AWS::Region"}]
    assert all(found == [here] * len(found) for function, found in regions.items() if function not in PROJECTIONS)


def test_every_consumer_of_the_bus_or_a_topic_has_a_failure_destination(resources: Resources):
    targets = [rendered(target["Arn"]) for targets in rule_targets(resources).values() for target in targets]
    consumers = {name for name in targets if resources[name]["Type"] == "AWS::Lambda::Function"}
    told = [it for it in of_type(resources, "AWS::SNS::Subscription").values() if it["Protocol"] == "lambda"]
    consumers |= {rendered(it["Endpoint"]) for it in told}
    scheduled = [it["Target"]["Arn"] for it in of_type(resources, "AWS::Scheduler::Schedule").values()]
    consumers |= {rendered(arn) for arn in scheduled if resources[rendered(arn)]["Type"] == "AWS::Lambda::Function"}
    workflows = (ROOT / "infra" / "workflows").glob("*.asl.yaml")
    handed_on = re.compile(r"FunctionName: \$\{(\w+)\}\n +InvocationType: Event")
    consumers |= {name for path in workflows for name in handed_on.findall(path.read_text())}
    configured = {}
    for config in of_type(resources, "AWS::Lambda::EventInvokeConfig").values():
        assert config["MaximumRetryAttempts"] == 2
        destination = config["DestinationConfig"]["OnFailure"]["Destination"]
        configured[rendered(config["FunctionName"])] = rendered(destination)
    assert configured == dict.fromkeys(consumers, FAILED)


def test_the_schedule_has_a_dead_letter_queue(resources: Resources):
    schedules = of_type(resources, "AWS::Scheduler::Schedule")
    assert schedules
    for schedule in schedules.values():
        assert rendered(schedule["Target"]["DeadLetterConfig"]["Arn"]) == FAILED


def test_rules_may_write_to_the_queues_they_feed_and_where_failures_go(resources: Resources):
    fed = {rendered(target["Arn"]) for targets in rule_targets(resources).values() for target in targets}
    open_to_rules = set()
    for policy in of_type(resources, "AWS::SQS::QueuePolicy").values():
        (statement,), (queue,) = policy["PolicyDocument"]["Statement"], policy["Queues"]
        assert statement["Principal"] == {"Service": "events.amazonaws.com"}
        assert rendered(statement["Resource"]) == rendered(queue)
        assert rendered(statement["Condition"]["ArnLike"]["aws:SourceArn"]) == "rule/${Prefix}/*"
        open_to_rules.add(rendered(queue))
    queues = {name for name in fed if resources[name]["Type"] == "AWS::SQS::Queue"}
    assert open_to_rules == queues | {"FailedEventsQueue"}


def test_few_queues_are_read(resources: Resources):
    mappings = of_type(resources, "AWS::Lambda::EventSourceMapping").values()
    queues = [it for it in mappings if rendered(it["EventSourceArn"]) != "StreamArn"]
    assert 0 < len(queues) <= MOST_QUEUE_MAPPINGS
    for mapping in queues:
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_a_queue_is_read_and_gives_up_or_is_what_others_give_up_to(resources: Resources):
    queues = of_type(resources, "AWS::SQS::Queue")
    mappings = of_type(resources, "AWS::Lambda::EventSourceMapping").values()
    read = {rendered(it["EventSourceArn"]) for it in mappings} - {"StreamArn"}
    for name in read:
        assert queues[name]["RedrivePolicy"]["maxReceiveCount"] == 5
        assert rendered(queues[name]["RedrivePolicy"]["deadLetterTargetArn"]) in set(queues) - read
    letters = {rendered(queues[name]["RedrivePolicy"]["deadLetterTargetArn"]) for name in read}
    assert set(queues) - read == letters | {"FailedEventsQueue"}


def test_the_stream_is_read_for_new_entries_and_articles_and_gives_up_visibly(resources: Resources):
    mapping = of_type(resources, "AWS::Lambda::EventSourceMapping")["EntriesToPublish"]
    assert rendered(mapping["FunctionName"]) == "PublishEvents"
    assert rendered(mapping["DestinationConfig"]["OnFailure"]["Destination"]) == "UnpublishedQueue"
    entries, articles = (json.loads(each["Pattern"]) for each in mapping["FilterCriteria"]["Filters"])
    assert entries == {"eventName": ["INSERT"], "dynamodb": {"Keys": {"sk": {"S": [{"prefix": "E#"}]}}}}
    assert articles == {"eventName": ["INSERT", "MODIFY"], "dynamodb": {"Keys": {"pk": {"S": ["ARTICLES"]}}}}


def test_queues_are_encrypted_and_dead_letters_wait_two_weeks(resources: Resources):
    for queue in of_type(resources, "AWS::SQS::Queue").values():
        assert queue["SqsManagedSseEnabled"] is True
        assert queue["MessageRetentionPeriod"] == 14 * 24 * 3600
