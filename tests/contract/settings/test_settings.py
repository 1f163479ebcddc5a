"""The mechanism of settings, with bundles of our own: first values, saves, conflicts, versions, record, restore."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from helpdesk.foundation.kernel.errors import NotFoundError, SettingsMovedError
from helpdesk.foundation.settings.documents import Bundle, Document, Shelf
from helpdesk.foundation.settings.dynamodb import DynamoSettings
from helpdesk.foundation.settings.edition import Edition
from helpdesk.foundation.settings.memory import MemorySettings
from helpdesk.foundation.settings.ports import SettingsStore
from msgspec.structs import replace

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOURS = Document(bundle="shop", first={"opens": 8, "closes": 18}, parse=lambda file: (file["opens"], file["closes"]))
SIGN = Document(bundle="shop", first={"sign": "Welcome"}, parse=lambda file: file["sign"])
CAKES = Shelf(
    bundle="shop",
    name="cakes",
    first=({"id": "plum", "version": 1, "of": ["plums"]},),
    parse=lambda file, cakes: (*file["of"], *(each for ref in file.get("like", ()) for each in cakes[ref])),
)
TEAS = Shelf(bundle="shop", name="teas", first=(), parse=lambda file, _: file["id"])
LAWN = Document(bundle="garden", first={"length": 3}, parse=lambda file: file["length"])
POND = Document(bundle="garden", first={"fish": 2}, parse=lambda file: file["fish"])
BUNDLES = (
    Bundle(name="shop", parts=lambda: (HOURS, SIGN, CAKES, TEAS), shelves={"cakes": "cake", "teas": "tea"}),
    Bundle(name="garden", parts=lambda: (LAWN, POND), apart=True),
)

Worker = Callable[[], SettingsStore]


@pytest.fixture
def worker(aws_desk) -> Worker:
    """Another worker at the same table."""
    return lambda: DynamoSettings(aws_desk.settings._tables, aws_desk.clock.wall, BUNDLES)


@pytest.fixture(params=["memory", "dynamodb"])
def store(request) -> SettingsStore:
    if request.param == "memory":
        return MemorySettings(BUNDLES)
    store: SettingsStore = request.getfixturevalue("worker")()
    return store


def next_of(now: Edition, cakes: list[dict[str, Any]] | None = None, by: str = "alex", **document: Any) -> Edition:
    files = now.files if cakes is None else {**now.files, "cakes": {f"{c['id']}@{c['version']}": c for c in cakes}}
    return replace(
        now,
        revision=now.revision + 1,
        document={**now.document, **document},
        files=files,
        numbers={**now.numbers, **{f"cakes/{cake['id']}": cake["version"] for cake in cakes or ()}},
        saved_at=NOON + timedelta(days=now.revision),
        saved_by=by,
    )


def save(store: SettingsStore, cakes: list[dict[str, Any]] | None = None, by: str = "alex", **document: Any) -> Edition:
    now = store.now("shop")
    after = next_of(now, cakes, by, **document)
    store.save(now, after)
    return after


def a_cake(version: int, *of: str, name: str = "plum", **more: Any) -> dict[str, Any]:
    return {"id": name, "version": version, "of": list(of), **more}


def test_at_first_the_built_in_holds(store):
    assert (store.of(HOURS), store.of(SIGN), store.of(LAWN)) == ((8, 18), "Welcome", 3)
    assert (store.of(CAKES).order, store.of(CAKES)["plum@1"], store.of(TEAS).order) == (("plum@1",), ("plums",), ())
    assert store.of(CAKES)["plum"] == ("plums",)
    assert store.now("shop").revision == 0
    assert store.saves("shop") == []


def test_a_save_holds_at_once_where_it_was_made_and_leaves_other_bundles(store):
    after = save(store, [a_cake(2, "plums", "cream")], opens=9)
    assert (store.of(HOURS), store.of(SIGN)) == ((9, 18), "Welcome")
    assert (store.of(CAKES).order, store.of(CAKES)["plum@2"]) == (("plum@2",), ("plums", "cream"))
    assert store.now("shop") == after
    assert (store.of(LAWN), store.now("garden").revision) == (3, 0)


def test_a_document_apart_keeps_what_is_not_named(store):
    now = store.now("garden")
    store.save(now, replace(now, revision=1, document={**now.document, "length": 5}))
    assert (store.of(LAWN), store.of(POND)) == (5, 2)
    assert store.now("garden").document == {"length": 5, "fish": 2}


def test_versions_are_kept_for_ever(store):
    save(store, [a_cake(2, "cream"), a_cake(1, "nuts", name="nut")])
    save(store, [a_cake(3, "jam")])
    cakes = store.of(CAKES)
    assert cakes.order == ("plum@3",)
    assert [cakes[ref] for ref in ("plum@1", "plum@2", "nut@1")] == [("plums",), ("cream",), ("nuts",)]
    assert cakes["nut@1"] is store.of(CAKES)["nut@1"]
    assert "plum@9" not in cakes
    assert (cakes.named("plum@1"), cakes.named("plum"), cakes.named("nut")) == ("plum@3", "plum@3", None)


def test_a_file_may_name_others_of_its_shelf(store):
    save(store, [a_cake(2, "cream"), a_cake(1, "nuts", name="nut", like=["plum@1", "plum@2"])])
    assert store.of(CAKES)["nut@1"] == ("nuts", "plums", "cream")


@pytest.mark.parametrize("bundle", ["shop", "garden"])
def test_of_two_who_save_at_once_one_is_refused_and_nothing_of_theirs_is_kept(store, bundle):
    before = store.now(bundle)
    nut = [a_cake(1, "nuts", name="nut")] if bundle == "shop" else None
    first, second = next_of(before, length=1), next_of(before, nut, length=2)
    store.save(before, first)
    with pytest.raises(SettingsMovedError, match="at revision 1"):
        store.save(before, second)
    assert store.now(bundle) == first
    assert "nut@1" not in store.of(CAKES)


def test_an_edition_can_be_looked_at_before_it_is_saved(store):
    edition = next_of(store.now("shop"), [a_cake(2, "cream")], opens=9)
    assert (edition.of(HOURS), edition.of(CAKES).current()) == ((9, 18), [("cream",)])
    assert (store.of(HOURS), store.of(CAKES).order) == ((8, 18), ("plum@1",))


def test_it_is_on_record_who_changed_what(store):
    save(store, opens=9)
    save(store, [a_cake(2, "cream")], by="kim", sign="Come in")
    first, second = store.saves("shop")
    assert (first.revision, first.saved_by, first.saved_at) == (1, "alex", NOON)
    assert (second.revision, second.saved_by, second.saved_at) == (2, "kim", NOON + timedelta(days=1))
    assert second.changed_since(first) == ("sign", "cakes")
    assert first.changed_since(store.edition("shop", 0).on_record()) == ("opens",)


def test_the_record_is_in_order_however_long_it_is(store):
    for length in range(11):
        now = store.now("garden")
        store.save(now, replace(now, revision=now.revision + 1, document={**now.document, "length": length}))
    assert [saved.document["length"] for saved in store.saves("garden")] == list(range(11))


def test_an_older_edition_can_be_restored(store):
    wanted = save(store, [a_cake(2, "cream"), a_cake(1, "nuts", name="nut")], opens=9)
    save(store, [a_cake(3, "jam")], opens=7, sign="Come in")
    assert store.edition("shop", 1) == wanted
    now = store.now("shop")
    store.save(now, store.edition("shop", 1).instead_of(now, NOON, "kim"))
    assert (store.of(HOURS), store.of(SIGN), store.of(CAKES).order) == ((9, 18), "Welcome", ("plum@2", "nut@1"))
    assert (store.now("shop").revision, store.now("shop").saved_by) == (3, "kim")
    assert store.now("shop").numbers["cakes/plum"] == 3
    save(store, [a_cake(4, "nothing")])


def test_what_was_built_in_can_be_restored(store):
    save(store, [a_cake(2, "cream")], opens=9)
    now = store.now("shop")
    store.save(now, store.edition("shop", 0).instead_of(now, NOON, "kim"))
    assert (store.of(HOURS), store.of(CAKES).order) == ((8, 18), ("plum@1",))
    assert store.now("shop").files == store.edition("shop", 0).files


@pytest.mark.parametrize("bundle", ["shop", "garden"])
def test_what_nobody_saved_is_not_found(store, bundle):
    with pytest.raises(NotFoundError):
        store.edition(bundle, 7)


def test_other_workers_follow_within_half_a_minute_but_find_every_version_at_once(aws_desk, worker):
    here, there = worker(), worker()
    there.of(CAKES)
    save(here, [a_cake(2, "cream")], opens=9)
    assert (there.of(HOURS), there.of(CAKES).order) == ((8, 18), ("plum@1",))
    assert there.of(CAKES)["plum@2"] == ("cream",)
    assert there.now("shop").revision == 1
    aws_desk.clock.advance(timedelta(seconds=30))
    assert (there.of(HOURS), there.of(CAKES).order) == ((9, 18), ("plum@2",))


def test_who_misses_something_finds_what_was_saved_just_now_by_a_request_more(aws, worker):
    here, there = worker(), worker()
    there.of(HOURS)
    save(here, [], opens=9)
    with aws.watching() as calls:
        assert there.latest(HOURS) == (9, 18)
    assert (there.of(HOURS), calls) == ((9, 18), ["dynamodb:GetItem"])


def test_one_request_in_half_a_minute_serves_all_settings(aws, aws_desk, worker):
    store = worker()
    with aws.watching() as calls:
        for setting in (HOURS, SIGN, CAKES, TEAS, LAWN, POND):
            store.of(setting)
    assert calls == ["dynamodb:GetItem"]
    aws_desk.clock.advance(timedelta(seconds=30))
    with aws.watching() as calls:
        for setting in (HOURS, LAWN, CAKES):
            store.of(setting)
    assert calls == ["dynamodb:GetItem"]


def test_a_worker_that_knows_nothing_makes_one_request_more_for_what_was_saved(aws, worker):
    now = worker().now("shop")
    teas = {f"t{number}@1": {"id": f"t{number}", "version": 1} for number in range(40)}
    after = next_of(now, [a_cake(2, "cream")], opens=9)
    worker().save(now, replace(after, files={**after.files, "teas": teas}))
    store = worker()
    with aws.watching() as calls:
        assert (store.of(HOURS), store.of(SIGN)) == ((9, 18), "Welcome")
    assert calls == ["dynamodb:GetItem"]
    with aws.watching() as calls:
        assert (store.of(CAKES).current(), len(store.of(TEAS).current())) == ([("cream",)], 40)
    assert calls == ["dynamodb:BatchGetItem"]


def test_nothing_is_asked_for_when_all_that_holds_is_built_in(aws, worker):
    save(worker(), opens=9)
    store = worker()
    with aws.watching() as calls:
        assert (store.of(HOURS), store.of(CAKES).current(), store.of(TEAS).order) == ((9, 18), [("plums",)], ())
    assert calls == ["dynamodb:GetItem"]


def test_only_what_is_asked_for_is_imported(worker):
    def parts():
        raise AssertionError("Nobody asked for all of it")

    lazy = [replace(bundle, parts=parts) for bundle in BUNDLES]
    store = DynamoSettings(worker()._tables, lambda: NOON, lazy)
    assert (store.of(SIGN), store.of(CAKES).order) == ("Welcome", ("plum@1",))
