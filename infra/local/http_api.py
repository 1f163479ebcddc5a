"""An HTTP API defined by a document, as the resources the emulator understands.

SAM writes all routes, authorizers and integrations into `Body` of AWS::ApiGatewayV2::Api. The emulator
deploys that to CREATE_COMPLETE, and the API is empty; CORS settings are read in camelCase only.
"""

import json
import re
from typing import Any

Resources = dict[str, Any]


def with_native_routes(resources: Resources) -> Resources:
    """The same resources, each API document taken apart."""
    result: Resources = {}
    for name, resource in resources.items():
        if resource["Type"] == "AWS::ApiGatewayV2::Api":
            result |= _api(name, resource)
        else:
            result[name] = resource
    return result


def _api(name: str, resource: dict[str, Any]) -> Resources:
    properties = dict(resource["Properties"])
    body = properties.pop("Body", {})
    properties.pop("FailOnWarnings", None)
    cors = body.get("x-amazon-apigateway-cors") or properties.pop("CorsConfiguration", None)
    if cors:
        properties["CorsConfiguration"] = {key[0].lower() + key[1:]: value for key, value in cors.items()}
    properties.setdefault("ProtocolType", "HTTP")
    properties.setdefault("Name", {"Fn::Sub": f"${{AWS::StackName}}-{name}"})
    result: Resources = {name: {**resource, "Properties": properties}}
    schemes = body.get("components", {}).get("securitySchemes", {})
    result |= {_id(name, "Authorizer", title): _authorizer(name, title, it) for title, it in schemes.items()}
    for path, methods in body.get("paths", {}).items():
        for method, operation in methods.items():
            if "x-amazon-apigateway-integration" in operation:
                result |= _route(name, path, method, operation, set(schemes))
    return result


def _authorizer(api: str, title: str, scheme: dict[str, Any]) -> dict[str, Any]:
    definition = scheme["x-amazon-apigateway-authorizer"]
    if definition["type"] != "jwt":
        raise ValueError(f"Authorizer {title} of {api} is {definition['type']}; only JWT is translated.")
    return {
        "Type": "AWS::ApiGatewayV2::Authorizer",
        "Properties": {
            "ApiId": {"Ref": api},
            "Name": title,
            "AuthorizerType": "JWT",
            "IdentitySource": [definition["identitySource"]],
            "JwtConfiguration": {
                "Issuer": definition["jwtConfiguration"]["issuer"],
                "Audience": definition["jwtConfiguration"]["audience"],
            },
        },
    }


def _route(api: str, path: str, method: str, operation: dict[str, Any], schemes: set[str]) -> Resources:
    """A route and its integration; routes of one function share the integration by its name.

    A route that opts out of the default authorizer names one called NONE, which is not among the schemes.
    """
    definition = operation["x-amazon-apigateway-integration"]
    target = _id(api, "Integration", json.dumps(definition["uri"], sort_keys=True))
    verb = "ANY" if method == "x-amazon-apigateway-any-method" else method.upper()
    key = "$default" if path in ("$default", "/$default") else f"{verb} {path}"
    properties: dict[str, Any] = {
        "ApiId": {"Ref": api},
        "RouteKey": key,
        "Target": {"Fn::Join": ["/", ["integrations", {"Ref": target}]]},
    }
    for title in (title for entry in operation.get("security", []) for title in entry if title in schemes):
        properties |= {
            "AuthorizationType": "JWT",
            "AuthorizerId": {"Ref": _id(api, "Authorizer", title)},
        }
    return {
        target: {"Type": "AWS::ApiGatewayV2::Integration", "Properties": _integration(api, definition)},
        _id(api, "Route", key): {"Type": "AWS::ApiGatewayV2::Route", "Properties": properties},
    }


def _integration(api: str, definition: dict[str, Any]) -> dict[str, Any]:
    return {
        "ApiId": {"Ref": api},
        "IntegrationType": definition["type"].upper(),
        "IntegrationUri": definition["uri"],
        "IntegrationMethod": "POST",
        "PayloadFormatVersion": str(definition["payloadFormatVersion"]),
    }


def _id(api: str, kind: str, text: str) -> str:
    """A logical id must be alphanumeric and differ where the text differs."""
    return f"{api}{kind}" + re.sub(r"[^A-Za-z0-9]", lambda found: f"{ord(found[0]):02X}", text)
