"""Few alarms, each paid once and about something that exists."""

import json
import re
from typing import Any

from tests.infra.rendering import rendered

Resources = dict[str, dict[str, Any]]

MOST_ALARMS = 12  # $0.10 a month each; one of them only where mail comes in


def alarms(resources: Resources) -> dict[str, dict[str, Any]]:
    return {name: it["Properties"] for name, it in resources.items() if it["Type"] == "AWS::CloudWatch::Alarm"}


def test_few_alarms_on_one_metric_each(resources: Resources):
    """An alarm on metric math or a query is paid for every metric it looks at."""
    found = alarms(resources)
    assert 0 < len(found) <= MOST_ALARMS
    for alarm in found.values():
        assert "MetricName" in alarm
        assert "Metrics" not in alarm


def test_every_alarm_tells_somebody_and_says_what_is_wrong(resources: Resources):
    for alarm in alarms(resources).values():
        assert alarm["AlarmActions"] == alarm["OKActions"] == [{"Ref": "Alarms"}]
        assert alarm["AlarmDescription"].endswith(".")
        assert alarm["TreatMissingData"] in {"notBreaching", "breaching"}


def test_every_dead_letter_queue_has_an_alarm(resources: Resources):
    watched = {
        rendered(it["Dimensions"][0]["Value"]) for it in alarms(resources).values() if it["Namespace"] == "AWS/SQS"
    }
    queues = {name: it["Properties"] for name, it in resources.items() if it["Type"] == "AWS::SQS::Queue"}
    letters = {rendered(it["QueueName"]) for it in queues.values() if "RedrivePolicy" not in it}
    assert watched == letters


def test_alarms_watch_things_that_exist(resources: Resources):
    names = {
        rendered(it["Properties"][key])
        for it in resources.values()
        for key in ("FunctionName", "QueueName", "StateMachineName")
        if key in it["Properties"]
        and it["Type"].split("::")[1] in {"Lambda", "SQS", "StepFunctions"}
        and it["Type"].split("::")[2] in {"Function", "Queue", "StateMachine"}
    }
    for alarm in alarms(resources).values():
        for dimension in alarm.get("Dimensions", []):
            if dimension["Name"] in {"FunctionName", "QueueName"}:
                assert rendered(dimension["Value"]) in names
            if dimension["Name"] == "StateMachineArn":
                assert rendered(dimension["Value"]).removeprefix("stateMachine:") in names


def test_the_dashboard_is_json(resources: Resources):
    body = resources["Overview"]["Properties"]["DashboardBody"]["Fn::Sub"]
    widgets = json.loads(re.sub(r"\$\{[\w:]+\}", "x", body))["widgets"]
    assert all(it["properties"]["metrics"] for it in widgets)
