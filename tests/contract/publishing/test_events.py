"""Published facts: classes, schemas and frozen samples say the same, today and for every sample ever published."""

import inspect
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import jsonschema
import msgspec
import pytest
from helpdesk.channels.publishing.rules import Envelope, envelope
from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event, Personal, Postal
from helpdesk.core.record.promise import Promise
from helpdesk.foundation.edge.task import Delivery, Metadata
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Role, TicketId
from msgspec.structs import fields

from infra import generate
from tests.samples import EVENTS, Sample, samples

SAMPLES = samples()
SCHEMAS = {path.stem: json.loads(path.read_text()) for path in (EVENTS / "schemas").glob("*.json")}
WORDS = "private words"

each_sample = pytest.mark.parametrize("name", SAMPLES)


def kind_of(name: str) -> str:
    """`TicketCreated.v1.urgent` is a sample of `TicketCreated.v1`."""
    return ".".join(name.split(".")[:2])


def event_of(sample: Sample) -> Event:
    """The fact as it was written, with the words of people that were not published."""
    event, data = CATALOGUE[sample["detail-type"]], dict(sample["detail"]["data"])
    for files in data.keys() & {"attachments", "shared"}:
        data[files] = [file | {"name": WORDS} for file in data[files]]
    if data.get("assets"):
        data["assets"] = [asset | {"name": WORDS} for asset in data["assets"]]
    return msgspec.convert(dict.fromkeys(event.words, WORDS) | data, event)


def entry_of(sample: Sample) -> Entry:
    """The entry this sample was made from."""
    said = sample["detail"]["metadata"]
    return Entry(
        id=said["id"],
        ticket_id=TicketId(said["ticket_id"]),
        version=said["ticket_version"],
        at=datetime.fromisoformat(said["occurred_at"]),
        region=said["region"],
        epoch=1,
        actor=Actor(id=said["actor"]["id"], role=Role(said["actor"]["role"]), name=WORDS),
        event=event_of(sample),
        personal=Personal(body=WORDS, author=WORDS, name=WORDS, email=WORDS, postal=Postal(subject=WORDS, to=(WORDS,))),
        promise=Promise(wake_at=datetime.fromisoformat(said["wake_at"]) if said["wake_at"] else None),
        topics=tuple(said["topics"]),
        correlation_id=said["correlation_id"],
        causation_id=said["causation_id"],
    )


def republished(sample: Sample) -> Envelope:
    """What today's code would publish for the entry this sample was made from."""
    said = sample["detail"]["metadata"]
    return envelope(entry_of(sample), arm=said["arm"], watched=said.get("watched", ()))


@each_sample
def test_every_sample_ever_published_is_read_by_todays_classes(name: str):
    event = event_of(SAMPLES[name])
    assert f"{type(event).__name__}.v{event.version}" == kind_of(name)


@each_sample
def test_every_sample_is_what_its_schema_says(name: str):
    jsonschema.validate(SAMPLES[name]["detail"], SCHEMAS[kind_of(name)])


@each_sample
def test_samples_invent_no_fields(name: str):
    detail = SAMPLES[name]["detail"]
    assert detail.keys() == {"metadata", "data"}
    known = msgspec.structs.fields(Metadata)
    wanted = {field.name for field in known if field.required}
    assert wanted <= detail["metadata"].keys() <= {field.name for field in known}
    event = CATALOGUE[SAMPLES[name]["detail-type"]]
    assert detail["data"].keys() <= {field.name for field in fields(event)} - event.words


@each_sample
def test_what_is_published_today_says_the_same_of_itself(name: str):
    """The flags that rules match are computed from the fact; a sample that lies would test the rules wrongly."""
    published = republished(SAMPLES[name])
    assert published.type == SAMPLES[name]["detail-type"]
    assert published.detail["metadata"] == SAMPLES[name]["detail"]["metadata"]


@each_sample
def test_what_is_published_today_is_what_the_schema_says(name: str):
    detail = json.loads(json.dumps(republished(SAMPLES[name]).detail))
    jsonschema.validate(detail, SCHEMAS[kind_of(name)])
    assert detail["data"].items() >= SAMPLES[name]["detail"]["data"].items()


@each_sample
def test_no_name_and_no_word_of_people_is_published(name: str):
    assert WORDS not in json.dumps(republished(SAMPLES[name]).detail)


@each_sample
def test_consumers_read_every_sample(name: str):
    sample = SAMPLES[name]
    fact = msgspec.convert({"type": sample["detail-type"], **sample["detail"]}, Delivery)
    assert (fact.metadata.id, fact.data) == (sample["detail"]["metadata"]["id"], sample["detail"]["data"])


@pytest.mark.parametrize("missing", ["id", "version", "ticket_id", "region", "topics", "public", "arm"])
def test_a_fact_that_says_too_little_of_itself_is_refused(missing: str):
    detail = SAMPLES["TicketCreated.v1"]["detail"]
    detail = detail | {"metadata": {name: value for name, value in detail["metadata"].items() if name != missing}}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"type": "TicketCreated", **detail}, Delivery)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(detail, SCHEMAS["TicketCreated.v1"])


def test_every_event_has_a_sample_and_a_schema_of_its_version():
    published = {f"{name}.v{event.version}" for name, event in CATALOGUE.items()}
    assert {kind_of(name) for name in SAMPLES} >= published
    assert set(SCHEMAS) >= published


def test_every_schema_has_a_sample():
    """Also those of versions that are no longer written: they are still in the archives of consumers."""
    assert {kind_of(name) for name in SAMPLES} == set(SCHEMAS)


def test_samples_are_different_facts():
    ids = [sample["detail"]["metadata"]["id"] for sample in SAMPLES.values()]
    assert len(set(ids)) == len(ids)


def test_schemas_catalogue_and_openapi_are_fresh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(sys, "argv", ["infra.generate", "--check"])
    assert generate.main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    "document",
    [*SCHEMAS.values(), json.loads(generate.OPENAPI.read_text())],
    ids=lambda each: each.get("title", "openapi"),
)
def test_generated_texts_are_the_same_on_every_python(document: dict[str, Any]):
    """Up to 3.12 a docstring keeps the indentation of its lines, since 3.13 it has none."""
    assert [text for text in descriptions(document) if text != inspect.cleandoc(text)] == []


def descriptions(document: Any) -> Iterator[str]:
    if isinstance(document, dict):
        for name, value in document.items():
            yield from [value] if name == "description" and isinstance(value, str) else descriptions(value)
    elif isinstance(document, list):
        for value in document:
            yield from descriptions(value)
