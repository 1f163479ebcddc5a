"""Whether the emulator deployed what the templates say, and keeps what fails: CREATE_COMPLETE proves nothing here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from botocore.exceptions import ClientError

from infra.deployed import Deployed
from infra.local.aws import Aws
from infra.local.failing_consumer import FailingConsumer
from infra.templates import Template

Problems = Iterator[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One deployed stack and how to ask about it. `names` has what a `Ref` in its template means."""

    aws: Aws
    deployed: Deployed
    names: dict[str, str]
    _listed: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)

    def client(self, service: str) -> Any:
        return self.aws.client(service)

    def of_api(self, kind: str, api_id: str) -> list[dict[str, Any]]:
        """The API's routes, integrations or authorizers, asked for once: there are many routes to look at."""
        if (kind, api_id) not in self._listed:
            answer = getattr(self.client("apigatewayv2"), f"get_{kind}")(ApiId=api_id, MaxResults="500")
            self._listed[kind, api_id] = answer["Items"]
        return self._listed[kind, api_id]


Check = Callable[[Place, str, dict[str, Any]], Problems]


class IncompleteError(Exception):
    """Something the templates declare is not there; the message names it."""


def verify(aws: Aws, deployed: Deployed, templates: dict[str, Template]) -> None:
    *_, root = templates.values()
    problems: list[str] = []
    with FailingConsumer(aws, deployed) as consumer:  # what takes longest is begun first
        for stack, template in _stacks(deployed, templates, deployed.stack_id, root):
            names = _parameters(aws, stack) | {it.logical_id: it.physical_id for it in deployed.of(stack)}
            problems += _stack(Place(aws=aws, deployed=deployed, names=names), template)
        problems += consumer.problems()
    if problems:
        raise IncompleteError("The emulator does not do what the templates say:\n  " + "\n  ".join(problems))


def _stacks(
    deployed: Deployed, templates: dict[str, Template], stack: str, template: Template
) -> Iterator[tuple[str, Template]]:
    """A deployed stack and those nested in it, each with its template."""
    yield stack, template
    for nested in deployed.of(stack):
        if nested.type == "AWS::CloudFormation::Stack":
            url = template["Resources"][nested.logical_id]["Properties"]["TemplateURL"]
            yield from _stacks(deployed, templates, nested.physical_id, templates[url])


def _parameters(aws: Aws, stack: str) -> dict[str, str]:
    found = aws.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    return {it["ParameterKey"]: it["ParameterValue"] for it in found.get("Parameters", [])}


def _stack(place: Place, template: Template) -> Problems:
    for name, resource in template["Resources"].items():
        if "Condition" in resource and name not in place.names:
            continue
        if not place.names.get(name):
            yield f"{name} ({resource['Type']})"
        elif check := CHECKS.get(resource["Type"]):
            try:
                yield from (f"{name}: {problem}" for problem in check(place, place.names[name], resource["Properties"]))
            except ClientError as error:
                yield f"{name}: {error}"


def _route(place: Place, _: str, properties: dict[str, Any]) -> Problems:
    api_id = place.names[properties["ApiId"]["Ref"]]
    route = {it["RouteKey"]: it for it in place.of_api("routes", api_id)}.get(properties["RouteKey"])
    if route is None:
        yield f"no route {properties['RouteKey']}"
        return
    if route.get("AuthorizationType", "NONE") != properties.get("AuthorizationType", "NONE"):
        yield f"route {properties['RouteKey']} has authorization {route.get('AuthorizationType')}"
    integrations = {f"integrations/{it['IntegrationId']}" for it in place.of_api("integrations", api_id)}
    if route.get("Target") not in integrations:
        yield f"route {properties['RouteKey']} leads nowhere"


def _authorizer(place: Place, authorizer_id: str, properties: dict[str, Any]) -> Problems:
    api_id = place.names[properties["ApiId"]["Ref"]]
    known = {it["AuthorizerId"]: it for it in place.of_api("authorizers", api_id)}
    settings = known.get(authorizer_id, {}).get("JwtConfiguration", {})
    if not settings.get("Issuer") or not settings.get("Audience"):
        yield "no issuer or audience"


def _mapping(place: Place, mapping_id: str, _: dict[str, Any]) -> Problems:
    mapping = place.client("lambda").get_event_source_mapping(UUID=mapping_id)
    if mapping["State"] != "Enabled":
        yield f"event source is {mapping['State']}"


def _rule(place: Place, rule_id: str, properties: dict[str, Any]) -> Problems:
    where = {"EventBusName": place.deployed.id_of("AWS::Events::EventBus")} if "EventBusName" in properties else {}
    name = rule_id.rpartition("|")[2]  # on AWS the id of a rule on its own bus is `bus|rule`
    rule = place.client("events").describe_rule(Name=name, **where)
    targets = place.client("events").list_targets_by_rule(Rule=name, **where)["Targets"]
    if rule["State"] != "ENABLED" or not rule.get("EventPattern"):
        yield f"rule is {rule['State']} with pattern {rule.get('EventPattern')}"
    if len(targets) != len(properties["Targets"]):
        yield f"{len(targets)} targets instead of {len(properties['Targets'])}"


def _schedule(place: Place, name: str, _: dict[str, Any]) -> Problems:
    if place.client("scheduler").get_schedule(Name=name.rpartition("|")[2])["State"] != "ENABLED":
        yield "schedule is off"


def _machine(place: Place, arn: str, _: dict[str, Any]) -> Problems:
    if "${" in place.client("stepfunctions").describe_state_machine(stateMachineArn=arn)["definition"]:
        yield "placeholders are left in the definition"


def _table(place: Place, name: str, properties: dict[str, Any]) -> Problems:
    table = place.client("dynamodb").describe_table(TableName=name)["Table"]
    indexes = {it["IndexName"]: it["KeySchema"] for it in table.get("GlobalSecondaryIndexes", [])}
    for index in properties.get("GlobalSecondaryIndexes", []):
        if indexes.get(index["IndexName"]) != index["KeySchema"]:
            yield f"index {index['IndexName']} has keys {indexes.get(index['IndexName'])}"
    if "StreamSpecification" in properties and not table.get("LatestStreamArn"):
        yield "no stream"


def _invoke_config(place: Place, _: str, properties: dict[str, Any]) -> Problems:
    function = place.names[properties["FunctionName"]["Ref"]]
    config = place.client("lambda").get_function_event_invoke_config(
        FunctionName=function, Qualifier=properties["Qualifier"]
    )
    destination = config.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
    if not destination:
        yield "no destination for failures"
    else:
        place.client("sqs").get_queue_url(QueueName=destination.rpartition(":")[2])


def _queue(place: Place, url: str, properties: dict[str, Any]) -> Problems:
    attributes = place.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    if "RedrivePolicy" in properties and not attributes.get("RedrivePolicy"):
        yield "no dead-letter queue"


CHECKS: Final[dict[str, Check]] = {
    "AWS::ApiGatewayV2::Route": _route,
    "AWS::ApiGatewayV2::Authorizer": _authorizer,
    "AWS::DynamoDB::GlobalTable": _table,
    "AWS::Events::Rule": _rule,
    "AWS::Lambda::EventInvokeConfig": _invoke_config,
    "AWS::Lambda::EventSourceMapping": _mapping,
    "AWS::Scheduler::Schedule": _schedule,
    "AWS::SQS::Queue": _queue,
    "AWS::StepFunctions::StateMachine": _machine,
}
