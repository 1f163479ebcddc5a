"""Mail in, as the templates say it: only the mail service writes, nothing is lost on the way, and it is optional."""

from typing import Any

import boto3
import click
import pytest
from moto import mock_aws

from infra import publish
from infra.templates import Template
from tests.infra.rendering import rendered

Resources = dict[str, dict[str, Any]]


def test_nothing_of_it_is_made_without_a_domain(nested: dict[str, Template], root: Template):
    assert root["Parameters"]["MailInDomains"]["Default"] == ""
    assert nested["capabilities"]["Resources"]["Mail"]["Condition"] == "TakesMail"
    assert nested["observability"]["Resources"]["WaitingMail"]["Condition"] == "TakesMail"
    for template in ("capabilities", "observability"):
        condition = nested[template]["Conditions"]["TakesMail"]
        assert condition == {"Fn::Not": [{"Fn::Equals": [{"Ref": "MailInDomains"}, ""]}]}


def test_the_rule_scans_keeps_and_then_tells(resources: Resources):
    rule = resources["MailRule"]["Properties"]["Rule"]
    assert rule["Enabled"] is True
    assert rule["ScanEnabled"] is True
    assert rule["Recipients"] == {"Ref": "MailInDomains"}
    (action,) = rule["Actions"]
    assert action["S3Action"] == {
        "BucketName": {"Ref": "MailBucket"},
        "ObjectKeyPrefix": "raw/",
        "TopicArn": {"Ref": "MailTopic"},
    }
    assert set(resources["MailRule"]["DependsOn"]) == {"MailBucketPolicy", "MailTopicPolicy"}


@pytest.mark.parametrize("policy", ["MailBucketPolicy", "MailTopicPolicy"])
def test_only_our_rule_puts_mail_there(resources: Resources, policy: str):
    statements = resources[policy]["Properties"]["PolicyDocument"]["Statement"]
    (allowed,) = [it for it in statements if it["Effect"] == "Allow"]
    assert allowed["Principal"] == {"Service": "ses.amazonaws.com"}
    condition = allowed["Condition"]["StringEquals"]
    assert condition["aws:SourceAccount"] == {"Ref": "AWS::AccountId"}
    assert rendered(condition["aws:SourceArn"]).endswith("receipt-rule-set/${MailRuleSet}:receipt-rule/${Prefix}")


def test_mail_is_kept_for_ever_unless_somebody_says_how_long(root: Template, resources: Resources):
    assert root["Parameters"]["MailKeptDays"]["Default"] == 0
    bucket = resources["MailBucket"]
    forgotten = bucket["Properties"]["LifecycleConfiguration"]["Rules"][1]["Fn::If"]
    assert (forgotten[0], forgotten[1]["Prefix"]) == ("Forgets", "raw/")
    assert bucket["DeletionPolicy"] == "RetainExceptOnCreate"
    assert set(bucket["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}


def test_senders_wait_in_lines_of_their_own_and_what_fails_is_kept(resources: Resources):
    queue, function = (resources[name]["Properties"] for name in ("MailQueue", "ReceiveEmail"))
    assert (queue["FifoQueue"], queue["FifoThroughputLimit"]) == (True, "perMessageGroupId")
    assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]
    assert rendered(queue["RedrivePolicy"]["deadLetterTargetArn"]) == "MailFailedQueue"
    mapping = resources["MailsToRead"]["Properties"]
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


# ---- the set of rules, which the stacks of an account share


@pytest.fixture
def ses():
    with mock_aws():
        yield boto3.client("ses", region_name="eu-central-1")


def active(ses: Any) -> str | None:
    return ses.describe_active_receipt_rule_set().get("Metadata", {}).get("Name")


def test_a_deployment_makes_the_set_and_activates_it(ses: Any):
    publish.make_rule_set(ses, "mail-in")
    publish.activate_rule_set(ses, "mail-in")
    assert active(ses) == "mail-in"
    publish.make_rule_set(ses, "mail-in")
    publish.activate_rule_set(ses, "mail-in")
    assert [it["Name"] for it in ses.list_receipt_rule_sets()["RuleSets"]] == ["mail-in"]


def test_another_set_that_is_active_is_never_replaced(ses: Any):
    ses.create_receipt_rule_set(RuleSetName="theirs")
    ses.set_active_receipt_rule_set(RuleSetName="theirs")
    with pytest.raises(click.ClickException, match="--set MailRuleSet=theirs"):
        publish.make_rule_set(ses, "mail-in")
    assert active(ses) == "theirs"
