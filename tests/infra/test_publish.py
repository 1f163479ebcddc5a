"""What `make deploy` puts into the site's bucket."""

import json
from collections.abc import Iterator
from pathlib import Path

import boto3
import click
import pytest
from click.testing import CliRunner
from moto import mock_aws

from infra import publish
from infra.web_config import web_config

DOCUMENT = web_config(
    site="https://help.example",
    sign_in="https://sign-in.example",
    issuer="https://issuer.example/pool",
    client_id="abc",
    support_email="help@help.example",
)


@pytest.fixture
def build(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "agent.html", "icon.svg", "config.json", "assets/app-1a2b.js"):
        (tmp_path / name).write_text(name)
    return tmp_path


def test_assets_come_first_and_the_config_last(build: Path):
    assert [file.key for file in publish.site_files(build, DOCUMENT)] == [
        "assets/app-1a2b.js",
        "agent.html",
        "icon.svg",
        "index.html",
        "config.json",
    ]


def test_only_assets_are_kept_by_browsers(build: Path):
    kept = {file.key: file.cache_control for file in publish.site_files(build, DOCUMENT)}
    assert kept.pop("assets/app-1a2b.js") == "public, max-age=31536000, immutable"
    assert set(kept.values()) == {"no-cache"}


def test_the_bucket_gets_the_files_and_this_stack_s_config(build: Path):
    with mock_aws():
        s3 = boto3.client("s3", region_name="us-east-1")
        s3.create_bucket(Bucket="site")
        publish.upload(s3, "site", build, DOCUMENT)
        page = s3.get_object(Bucket="site", Key="index.html")
        config = s3.get_object(Bucket="site", Key="config.json")
        assert (page["ContentType"], page["CacheControl"]) == ("text/html", "no-cache")
        assert json.loads(config["Body"].read()) == DOCUMENT


def test_the_live_address_is_on_the_site():
    assert DOCUMENT["live_url"] == "wss://help.example/live"


def test_an_own_domain_is_the_site():
    assert publish._parameters(("DomainName=help.example",)) == {
        "DomainName": "help.example",
        "SiteUrl": "https://help.example",
    }


def test_a_setting_without_a_value_is_refused():
    with pytest.raises(click.ClickException, match="NAME=VALUE: Prefix"):
        publish._parameters(("Prefix",))


OUTPUTS = {
    "SiteUrl": "https://d111.cloudfront.net",
    "SignInOrigin": "https://sign-in.example",
    "Issuer": "https://issuer.example/pool",
    "ClientId": "abc",
    "WebBucket": "site",
    "DistributionId": "E1",
}


class Sam:
    """Stands where the SAM CLI is called, and for the stack it would have deployed."""

    def __init__(self) -> None:
        self.deployments: list[tuple[str, ...]] = []
        self.parameters = {"SiteUrl": "https://helpdesk.invalid", "MailFrom": "help@help.example"}

    def __call__(self, command: str, *arguments: str) -> None:
        if command == "deploy":
            self.deployments.append(arguments)
            pairs = [it.partition("=") for it in arguments if "=" in it]
            self.parameters |= {name: value for name, _, value in pairs}

    def describe(self, *_: object) -> dict[str, list[dict[str, str]]]:
        parameters = [{"ParameterKey": key, "ParameterValue": it} for key, it in self.parameters.items()]
        outputs = [{"OutputKey": key, "OutputValue": it} for key, it in OUTPUTS.items()]
        return {"Parameters": parameters, "Outputs": outputs}


@pytest.fixture
def sam(monkeypatch: pytest.MonkeyPatch, build: Path) -> Iterator[Sam]:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setattr(publish, "WEB", build)
    sam = Sam()
    monkeypatch.setattr(publish, "_sam", sam)
    monkeypatch.setattr(publish, "_describe", sam.describe)
    monkeypatch.setattr(publish, "invalidate", lambda *_: None)
    with mock_aws():
        boto3.client("s3").create_bucket(Bucket="site")
        yield sam


def run(*arguments: str) -> None:
    result = CliRunner().invoke(publish.main, ["deploy", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output


def test_the_first_deployment_tells_the_stack_its_address(sam: Sam):
    run("--set", "AlarmEmail=ops@help.example")
    first, second = sam.deployments
    assert "AlarmEmail=ops@help.example" in first
    assert not [it for it in first if it.startswith("SiteUrl=")]
    assert "SiteUrl=https://d111.cloudfront.net" in second
    config = json.loads(boto3.client("s3").get_object(Bucket="site", Key="config.json")["Body"].read())
    assert config["oidc"]["redirect_uris"]["portal"] == "https://d111.cloudfront.net/signed-in"
    assert config["branding"]["support_email"] == "help@help.example"


def test_with_its_address_known_one_round_is_enough(sam: Sam):
    run("--set", "SiteUrl=https://d111.cloudfront.net")
    assert len(sam.deployments) == 1


def test_where_mail_comes_in_its_rules_are_made_before_and_activated_after(sam: Sam):
    ses = boto3.client("ses")
    run("--set", "SiteUrl=https://d111.cloudfront.net")
    assert ses.list_receipt_rule_sets()["RuleSets"] == []
    run("--set", "MailInDomains=help.example", "--set", "MailRuleSet=ours")
    assert ses.describe_active_receipt_rule_set()["Metadata"]["Name"] == "ours"
    run()  # parameters keep their last value
    assert [it["Name"] for it in ses.list_receipt_rule_sets()["RuleSets"]] == ["ours"]


def test_without_a_web_build_nothing_is_deployed(sam: Sam, build: Path):
    (build / "index.html").unlink()
    result = CliRunner().invoke(publish.main, ["deploy"])
    assert (result.exit_code, sam.deployments) == (1, [])
    assert "Build the web first" in result.output
