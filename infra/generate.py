"""What is generated from the code and committed: the OpenAPI document, event schemas and the event catalogue.

`python -m infra.generate` writes them, `python -m infra.generate --check` fails when one is not what the code says.
"""

import importlib
import inspect
import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec
from helpdesk import __version__
from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.event import Event
from helpdesk.foundation.edge.outputs import Health
from helpdesk.foundation.edge.task import Metadata

from infra import templates

ROOT = Path(__file__).parent.parent
OPENAPI = ROOT / "layers/helpdesk/helpdesk/openapi.json"
APIS = (
    "portal_api",
    "tickets_api",
    "directory_api",
    "settings_api",
    "workspace_api",
    "channels_api",
    "search_api",
    "bulk_api",
    "knowledge_api",
    "reports_api",
    "answers_api",
)
WORDS_IN_PARTS = (("Attachment", {"name", "type"}), ("SharedFile", {"name", "type"}), ("AffectedAsset", {"name"}))
# The framework documents its own shape of a refused request; ours is a problem.
UNUSED = ("HTTPValidationError", "ValidationError", "ResponseValidationError")


def main() -> int:
    documents = {OPENAPI: _json(openapi()), **schemas(), ROOT / "events/README.md": catalogue()}
    stale = [path for path, text in documents.items() if not path.exists() or path.read_text() != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what the code says; run make events")
        return int(bool(stale))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(documents[path])
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


def _json(document: Any) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def openapi() -> dict[str, Any]:
    """One document of all functions' routes; two functions' models of one name must be the same model."""
    merged: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "Helpdesk",
            "version": __version__,
            "description": "Times are RFC 3339 in UTC. Errors are `application/problem+json`. POST takes an "
            "`Idempotency-Key`; PATCH takes the `If-Match` of the `ETag` it changes, PUT of what is saved as a whole "
            'needs it, `"0"` for what is new. Lists go on by `cursor`.',
        },
        "servers": [{"url": "/"}],
        "paths": {"/api/health": _health_path()},
        "components": {"schemas": {}, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }
    for name in APIS:
        api = importlib.import_module(f"functions.{name}.app").api
        document = json.loads(api.get_openapi_json_schema(title=name, version=__version__))
        _merge(merged, document)
    schemas = merged["components"]["schemas"]
    schemas["Health"] = Health.model_json_schema()
    merged["components"]["schemas"] = {name: schemas[name] for name in sorted(schemas) if name not in UNUSED}
    return merged


def _health_path() -> dict[str, Any]:
    model = {"$ref": "#/components/schemas/Health"}
    answer = {"description": "Done", "content": {"application/json": {"schema": model}}}
    return {"get": {"summary": "Whether the service is there", "operationId": "health", "responses": {"200": answer}}}


def _merge(merged: dict[str, Any], document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        secured = not path.startswith("/api/portal/")
        for operation in operations.values():
            _document_refusals(operation["responses"], secured=secured)
            _document_queries(operation.get("parameters", []), document["components"]["schemas"])
            if secured:
                operation["security"] = [{"token": []}]
        merged["paths"].setdefault(path.replace("<", "{").replace(">", "}"), {}).update(operations)
    known = merged["components"]["schemas"]
    for name, schema in document["components"]["schemas"].items():
        if known.setdefault(name, schema) != schema:
            raise SystemExit(f"Two functions mean different things by {name}")


def _document_queries(parameters: list[dict[str, Any]], schemas: dict[str, Any]) -> None:
    """Of parameters that come together in a model the framework tells the type alone; the model tells all."""
    asked = {each["name"]: each for each in parameters if each["in"] == "query"}
    for name, schema in schemas.items():
        if name.endswith("Query") and asked.keys() == schema["properties"].keys():
            for field, each in schema["properties"].items():
                asked[field]["schema"] = each


def _document_refusals(responses: dict[str, Any], *, secured: bool) -> None:
    """Any refusal is a problem, whatever its status, but for the gateway's own."""
    responses["default"] = {**responses.pop("422"), "description": "Why it was not done"}
    if secured:
        responses["401"] = {
            "description": "No token that is accepted; from the gateway, so this is no problem document"
        }


def schemas() -> dict[Path, str]:
    return {
        ROOT / f"events/schemas/{name}.v{event.version}.json": _json(_schema(name, event))
        for name, event in CATALOGUE.items()
    }


def _schema(name: str, event: type[Event]) -> dict[str, Any]:
    (metadata, data), components = msgspec.json.schema_components([Metadata, event], ref_template="#/$defs/{name}")
    for model, words in ((event.__name__, event.words), *WORDS_IN_PARTS):
        _without(components.get(model, {}), words)  # what people wrote never goes on the bus
    for component in components.values():  # Python keeps the indentation of docstrings up to 3.12
        component |= {name: inspect.cleandoc(component[name]) for name in component.keys() & {"description"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": inspect.cleandoc(event.__doc__ or name),
        "type": "object",
        "properties": {"metadata": metadata, "data": data},
        "required": ["metadata", "data"],
        "$defs": components,
    }


def _without(model: dict[str, Any], fields: Collection[str]) -> None:
    for field in fields:
        model.get("properties", {}).pop(field, None)
    if "required" in model:
        model["required"] = [field for field in model["required"] if field not in fields]


def catalogue() -> str:
    """Event, version, what it says and which rules take it, from the templates."""
    lines = [
        "# Events",
        "",
        "Facts on the bus: source `helpdesk`, detail `{metadata, data}`. Generated by `make events` from",
        "`layers/helpdesk/helpdesk/core/record` and the rules in `infra/`.",
        "Schemas stand in `schemas/`, samples in `samples/`. Functions that consume events take a sample as it is;",
        "`invocations/` has what AWS invokes the others with (`sam local invoke TicketsApi -e ...`), `workflows/` what",
        "state machines are started with.",
        "Published by `publish_events` once for every entry written. Delivered at least once and in no certain order.",
        "`ArticleChanged`, of the source `helpdesk.articles`, is none of them: it names an article to what follows it.",
        "",
        "| Event | Version | Meaning |",
        "|---|---|---|",
    ]
    lines += [f"| {name} | {event.version} | {_first_sentence(event)} |" for name, event in CATALOGUE.items()]
    lines += ["", "| Consumer | Takes | By what of the metadata |", "|---|---|---|", *_rules()]
    return "\n".join(lines) + "\n"


def _first_sentence(event: type[Event]) -> str:
    text = " ".join((event.__doc__ or "").split())
    return text if text and not text.startswith(f"{event.__name__}(") else "The state of the ticket changed."


def _rules() -> list[str]:
    rows = []
    for template in sorted((ROOT / "infra").glob("*.yaml")):
        for function, resource in templates.read(template).get("Resources", {}).items():
            events = resource.get("Properties", {}).get("Events", {}) if isinstance(resource, dict) else {}
            rows += [_rule_row(function, event) for event in events.values() if event["Type"] == "EventBridgeRule"]
    return rows


def _rule_row(function: str, event: dict[str, Any]) -> str:
    pattern = event["Properties"]["Pattern"]
    ways = pattern.get("$or", [pattern])
    taken = ", ".join(kind for way in ways for kind in _taken(way))
    conditions = ", ".join(dict.fromkeys(name for way in ways for name in way.get("detail", {}).get("metadata", {})))
    return f"| {function} | {taken} | {conditions or '-'} |"


def _taken(pattern: dict[str, Any]) -> list[str]:
    """Kinds of events, with the fields of theirs that are looked at."""
    fields = ", ".join(pattern.get("detail", {}).get("data", {}))
    return [f"{kind} by {fields}" if fields else kind for kind in pattern.get("detail-type", ["every event"])]


if __name__ == "__main__":
    sys.exit(main())
