"""What holds data keeps it, forgets what it should, and shows it to nobody."""

from typing import Any

from helpdesk.channels.drafts.rules import KEPT

from infra.templates import Template

Resources = dict[str, dict[str, Any]]

KEEPS = {
    "AWS::DynamoDB::GlobalTable",
    "AWS::S3::Bucket",
    "AWS::Cognito::UserPool",
    "AWS::SecretsManager::Secret",
}


def keys(index: dict[str, Any]) -> dict[str, list[str]]:
    return {
        kind: [it["AttributeName"] for it in index["KeySchema"] if it["KeyType"] == kind] for kind in ("HASH", "RANGE")
    }


def test_the_table_can_be_restored_expires_claims_and_streams(resources: Resources):
    table = resources["HelpdeskTable"]["Properties"]
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}
    replica, other = table["Replicas"]
    for place in (replica, other["Fn::If"][1]):
        assert place["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
        assert place["DeletionProtectionEnabled"] == {"Fn::If": ["Protected", True, False]}
    assert (replica["Region"], other["Fn::If"][2]) == ({"Ref": "AWS::Region"}, {"Ref": "AWS::NoValue"})


def test_the_regional_table_forgets(resources: Resources):
    table = resources["EphemeralTable"]["Properties"]
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert "StreamSpecification" not in table


def test_indexes_answer_the_questions_lists_ask(resources: Resources):
    indexes = resources["HelpdeskTable"]["Properties"]["GlobalSecondaryIndexes"]
    assert {it["IndexName"]: keys(it) for it in indexes} == {
        "by_team": {"HASH": ["queue", "shelf"], "RANGE": ["due_at", "id"]},
        "by_assignee": {"HASH": ["owner", "shelf"], "RANGE": ["due_at", "id"]},
        "by_requester": {"HASH": ["requester"], "RANGE": ["created_at", "id"]},
        "by_organization": {"HASH": ["organization"], "RANGE": ["created_at", "id"]},
        "by_wake": {"HASH": ["home_region", "timer_shard"], "RANGE": ["wake_at"]},
    }
    for index in indexes:
        assert index["Projection"] == {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["card"]}


def test_buckets_are_private_and_want_tls(resources: Resources):
    buckets = {name: it for name, it in resources.items() if it["Type"] == "AWS::S3::Bucket"}
    assert set(buckets) == {"AttachmentsBucket", "MailBucket", "WebBucket"}
    for name, bucket in buckets.items():
        properties = bucket["Properties"]
        block = properties["PublicAccessBlockConfiguration"]
        assert len(block) == 4
        assert all(block.values())
        assert properties["OwnershipControls"]["Rules"] == [{"ObjectOwnership": "BucketOwnerEnforced"}]
        assert "ServerSideEncryptionConfiguration" in properties["BucketEncryption"]
        statements = resources[f"{name}Policy"]["Properties"]["PolicyDocument"]["Statement"]
        assert {"aws:SecureTransport": "false"} in [it["Condition"].get("Bool") for it in statements]
        public = [it for it in statements if it["Effect"] == "Allow" and it["Principal"] == "*"]
        assert not public


def test_uploads_nobody_claimed_are_gone_after_a_day(resources: Resources):
    rules = resources["AttachmentsBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    assert {"Id": "unclaimed", "Status": "Enabled", "Prefix": "incoming/", "ExpirationInDays": 1} in rules
    assert not [it for it in rules if it.get("Prefix") == "clean/"]


def test_the_files_of_a_draft_stay_as_long_as_it_does(resources: Resources):
    """A draft is kept on from each change, so a file of it may be older than its last one."""
    rules = resources["AttachmentsBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    (days,) = [it["ExpirationInDays"] for it in rules if it.get("Prefix") == "begun/"]
    assert days > 2 * KEPT.days


def test_only_the_site_may_upload_from_a_browser(resources: Resources):
    (rule,) = resources["AttachmentsBucket"]["Properties"]["CorsConfiguration"]["CorsRules"]
    assert rule["AllowedOrigins"] == [{"Ref": "SiteUrl"}]
    assert rule["AllowedMethods"] == ["GET", "POST"]


def test_what_cannot_be_made_again_survives_its_stack(resources: Resources):
    for name, resource in resources.items():
        if resource["Type"] in KEEPS:
            assert resource["DeletionPolicy"] == "RetainExceptOnCreate", name
            assert resource["UpdateReplacePolicy"] == "Retain", name


def test_sign_in_is_by_code_without_a_secret(resources: Resources):
    client = resources["Client"]["Properties"]
    assert client["GenerateSecret"] is False
    assert client["AllowedOAuthFlows"] == ["code"]
    assert client["PreventUserExistenceErrors"] == "ENABLED"
    always = [it for it in client["ExplicitAuthFlows"] if isinstance(it, str)]
    assert always == ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
    groups = {it["Properties"]["GroupName"] for it in resources.values() if it["Type"] == "AWS::Cognito::UserPoolGroup"}
    assert groups == {"agent", "lead", "admin"}


def test_nobody_makes_an_account_of_their_own_by_default(root: Template, resources: Resources):
    """Each would take one of the fifty mails a day that Cognito sends, and a stranger could take them all."""
    assert root["Parameters"]["AllowSignUp"]["Default"] == "false"
    by_staff_only = resources["UserPool"]["Properties"]["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"]
    assert by_staff_only == {"Fn::If": ["SignUp", False, True]}


def test_nobody_makes_themselves_somebody_else(resources: Resources):
    """Rights hang on the address: it is proven before it counts, and no other claim can be written."""
    assert resources["Client"]["Properties"]["WriteAttributes"] == ["email", "name", "locale", "zoneinfo"]
    pool = resources["UserPool"]["Properties"]
    assert pool["AutoVerifiedAttributes"] == ["email"]
    assert pool["UserAttributeUpdateSettings"] == {"AttributesRequireVerificationBeforeUpdate": ["email"]}
