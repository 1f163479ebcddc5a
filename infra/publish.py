"""Build and deploy to AWS: the SAM CLI for the stacks, then the web build and `/config.json` for the site.

The SAM CLI pins its own old versions of what we use, so uvx runs it in an environment of its own.
"""

import json
import mimetypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import boto3
import click
from botocore.exceptions import ClientError

from infra import templates
from infra.web_config import web_config

ROOT: Final = Path(__file__).resolve().parents[1]
WEB: Final = ROOT / "web" / "dist"
BUILT: Final = ROOT / ".aws-sam" / "build" / "template.yaml"
SAM: Final = "aws-sam-cli==1.170.0"
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_FIRST: Final = "no-cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One object of the site."""

    key: str
    body: bytes
    content_type: str
    cache_control: str


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Validate, build and deploy the stack on AWS."""


@main.command()
def validate() -> None:
    """Ask SAM what it thinks of the template."""
    _sam("validate", "--lint", "--template", str(ROOT / "template.yaml"))


@main.command()
def build() -> None:
    """Lay out what is deployed in .aws-sam/: functions, and layers with wheels for the Lambda runtime."""
    _sam("build", "--template", str(ROOT / "template.yaml"), "--build-dir", str(BUILT.parent))


@main.command()
@click.option("--stack", default="helpdesk", show_default=True, help="Name of the stack.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter of template.yaml.")
@click.pass_context
def deploy(context: click.Context, stack: str, settings: tuple[str, ...]) -> None:
    """Build, deploy and publish; AWS_PROFILE and AWS_REGION say where.

    What is not --set stays as it was deployed last. The first deploy without a domain of its own takes two
    rounds: only CloudFront knows the name of the site, and sign-in, mail and upload rules need it.
    """
    if not (WEB / "index.html").is_file():
        raise click.ClickException("web/dist is empty. Build the web first: make build")
    context.invoke(build)
    session = boto3.Session()
    parameters = _parameters(settings)
    rule_set = _rule_set(session, stack, parameters)
    if rule_set:
        make_rule_set(session.client("ses"), rule_set)
    _deploy_stack(stack, parameters)
    if rule_set:
        activate_rule_set(session.client("ses"), rule_set)
    outputs = _outputs(session, stack)
    if _parameter(session, stack, "SiteUrl") != outputs["SiteUrl"]:
        click.echo(f"The site is {outputs['SiteUrl']}; telling the stack.")
        _deploy_stack(stack, {**parameters, "SiteUrl": outputs["SiteUrl"]})
    _publish(session, outputs, _parameter(session, stack, "MailFrom"))
    click.echo(f"Published: {outputs['SiteUrl']}")


def _rule_set(session: boto3.Session, stack: str, parameters: dict[str, str]) -> str | None:
    """The set of mail rules that the stack puts its rule into; None when it takes no mail in."""
    try:
        deployed = {it["ParameterKey"]: it["ParameterValue"] for it in _describe(session, stack)["Parameters"]}
    except click.ClickException:  # there is none yet
        deployed = {}
    declared = templates.read(ROOT / "template.yaml")["Parameters"]
    held = {
        name: deployed.get(name, declared[name]["Default"]) for name in ("MailInDomains", "MailRuleSet")
    } | parameters
    return str(held["MailRuleSet"]) if held["MailInDomains"] else None


def make_rule_set(ses: Any, name: str) -> None:
    """One set is active in an account and region, and all stacks there share it: another one is never put aside."""
    active = ses.describe_active_receipt_rule_set().get("Metadata", {}).get("Name")
    if active not in {None, name}:
        raise click.ClickException(
            f"Mail comes in here by the rule set {active}. Add to it: --set MailRuleSet={active}"
        )
    if name not in {it["Name"] for it in ses.list_receipt_rule_sets()["RuleSets"]}:
        ses.create_receipt_rule_set(RuleSetName=name)


def activate_rule_set(ses: Any, name: str) -> None:
    ses.set_active_receipt_rule_set(RuleSetName=name)


def _publish(session: boto3.Session, outputs: dict[str, str], support_email: str) -> None:
    document = web_config(
        site=outputs["SiteUrl"],
        sign_in=outputs["SignInOrigin"],
        issuer=outputs["Issuer"],
        client_id=outputs["ClientId"],
        support_email=support_email,
    )
    upload(session.client("s3"), outputs["WebBucket"], WEB, document)
    invalidate(session.client("cloudfront"), outputs["DistributionId"])


def invalidate(cloudfront: Any, distribution: str) -> None:
    paths = {"Quantity": 1, "Items": ["/*"]}
    batch = {"Paths": paths, "CallerReference": str(time.time_ns())}
    cloudfront.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)


def upload(s3: Any, bucket: str, folder: Path, document: dict[str, Any]) -> None:
    """Put the site into its bucket. Old assets stay for the browsers that still run the old pages."""
    for file in site_files(folder, document):
        s3.put_object(
            Bucket=bucket,
            Key=file.key,
            Body=file.body,
            ContentType=file.content_type,
            CacheControl=file.cache_control,
        )


def site_files(folder: Path, document: dict[str, Any]) -> Iterator[File]:
    """Assets first, pages last: a page never names a file that is not there yet."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path != folder / "config.json"]
    for path in sorted(paths, key=lambda path: (not _is_asset(path, folder), path)):
        yield File(
            key=path.relative_to(folder).as_posix(),
            body=path.read_bytes(),
            content_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
            cache_control=FOR_EVER if _is_asset(path, folder) else ASK_FIRST,
        )
    body = json.dumps(document, indent=2).encode()
    yield File(key="config.json", body=body, content_type="application/json", cache_control=ASK_FIRST)


def _is_asset(path: Path, folder: Path) -> bool:
    """The build names what is under assets/ by its content."""
    return path.is_relative_to(folder / "assets")


def _parameters(settings: tuple[str, ...]) -> dict[str, str]:
    pairs = [setting.partition("=") for setting in settings]
    if wrong := [name for name, equals, _ in pairs if not equals]:
        raise click.ClickException(f"--set wants NAME=VALUE: {', '.join(wrong)}")
    parameters = {name: value for name, _, value in pairs}
    if domain := parameters.get("DomainName"):
        parameters.setdefault("SiteUrl", f"https://{domain}")
    return parameters


def _deploy_stack(stack: str, parameters: dict[str, str]) -> None:
    overrides = [f"{name}={value}" for name, value in parameters.items()]
    _sam(
        "deploy",
        "--template",
        str(BUILT),
        "--stack-name",
        stack,
        *(["--parameter-overrides", *overrides] if overrides else []),
    )


def _outputs(session: boto3.Session, stack: str) -> dict[str, str]:
    return {it["OutputKey"]: it["OutputValue"] for it in _describe(session, stack)["Outputs"]}


def _parameter(session: boto3.Session, stack: str, name: str) -> str:
    parameters = _describe(session, stack)["Parameters"]
    return next(str(it["ParameterValue"]) for it in parameters if it["ParameterKey"] == name)


def _describe(session: boto3.Session, stack: str) -> Any:
    try:
        return session.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    except ClientError as error:
        raise click.ClickException(str(error)) from None


def _sam(command: str, *arguments: str) -> None:
    """Run the SAM CLI; the makefiles of the layers find our uv first on the path."""
    tools = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "SAM_CLI_TELEMETRY": "0",
    }
    config = ["--config-file", str(ROOT / "infra" / "samconfig.toml")]
    done = subprocess.run(
        [str(tools / "uvx"), "--from", SAM, "sam", command, *config, *arguments],
        cwd=ROOT,
        env=environment,
        check=False,
    )
    if done.returncode:
        raise click.exceptions.Exit(done.returncode)


if __name__ == "__main__":
    main()
