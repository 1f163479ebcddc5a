"""What `make deploy` puts into the site's bucket."""

import json
from pathlib import Path

import boto3
import click
import pytest
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
