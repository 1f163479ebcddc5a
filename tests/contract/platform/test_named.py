"""Named things, told of plants: found by their id and by their nicknames, which no two of them share."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import (
    ConflictError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    RevisionNeededError,
    SettingsMovedError,
)
from helpdesk.foundation.kernel.vocabulary import Role, TeamId
from helpdesk.foundation.platform import named
from helpdesk.foundation.platform.aws import client
from helpdesk.foundation.platform.dynamodb.named import MINUTE, DynamoNamed, Shelf
from helpdesk.foundation.platform.dynamodb.tables import Tables
from helpdesk.foundation.platform.environment import environment
from helpdesk.foundation.platform.memory.clock import SettableClock
from helpdesk.foundation.platform.memory.named import MemoryNamed
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.named import Kind, NamedStore
from msgspec import Struct
from msgspec.structs import replace

from tests.builders.named import listed

READ, READ_MANY, LIST = "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"
WRITE = "dynamodb:TransactWriteItems"


class Plant(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    nicknames: tuple[str, ...] = ()
    version: int = 1


def taken(plant: Plant, nickname: str) -> InvalidError:
    return InvalidError.at(f"nicknames[{plant.nicknames.index(nickname)}]", "is another's")


PLANT = Kind(
    called="plant",
    shape=Plant,
    names=lambda plant: plant.nicknames,
    folded=str.lower,
    terms=lambda plant: plant.name.lower().split(),
    taken=taken,
)
PLANTS = Shelf(kind=PLANT, partition="PLANTS", prefix="P#", attribute="plant", claims="NICKNAME", kept=MINUTE)
FERN = Plant(id="fern", name="Fern in the hall", nicknames=("bob", "green one"))
LEAD = Actor(id="lea", role=Role.LEAD, name="Lea")
OUTSIDER = Actor(id="max", role=Role.AGENT, name="Max", only_teams=(TeamId("second"),))
Worker = Callable[[], NamedStore[Plant]]


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def tables(aws, clock) -> Tables:
    return Tables(client("dynamodb"), environment().needed("table"), "", clock.wall)


@pytest.fixture(params=["memory", "aws"])
def worker(request, clock) -> Worker:
    """Gives the store as another worker has it."""
    if request.param == "memory":
        store = MemoryNamed(MemoryTable(clock.wall), PLANT)
        return lambda: store
    tables = request.getfixturevalue("tables")
    return lambda: DynamoNamed(tables, PLANTS)


@pytest.fixture
def store(worker) -> NamedStore[Plant]:
    return worker()


def test_many_are_known_by_their_ids(store):
    store.put(FERN)
    moss = Plant(id="moss", name="Moss")
    store.put(moss)
    assert store.known(["moss", "rose", "fern", "moss", "bob"]) == {"fern": FERN, "moss": moss}
    assert store.known([]) == {}


def test_one_is_read_as_put(store):
    store.put(FERN)
    assert store.get("fern") == store.find("fern") == FERN


def test_one_that_is_not_there_is_not_found(store):
    assert store.find("bob") is None
    with pytest.raises(NotFoundError, match="There is no plant bob"):
        store.get("bob")


def test_what_was_found_is_at_most_a_minute_old(store, worker, clock):
    store.put(FERN)
    assert store.find("fern") == FERN
    later = replace(FERN, name="Moved", version=2)
    worker().put(later)
    assert store.get("fern") == later
    clock.advance(timedelta(minutes=1))
    assert store.find("fern") == later


def test_who_saves_finds_it_at_once(store):
    assert store.find("fern") is None
    store.put(FERN)
    assert store.find("fern") == FERN


def test_they_are_found_by_their_names(store):
    store.put(FERN)
    cactus = Plant(id="cactus", name="Cactus", nicknames=("spike",))
    store.put(cactus)
    wanted = ["BOB", "bob", "Spike", "none", "fern", ""]
    assert store.named(wanted) == {"bob": FERN, "spike": cactus}
    assert store.named([]) == store.named([""]) == {}


def test_they_are_found_by_what_begins_their_words(store):
    moss = Plant(id="moss", name="Fine moss in the hall")
    store.put(FERN)
    store.put(moss)
    assert [plant.id for plant in store.begun(["ha"], 8)] == ["fern", "moss"]
    assert [plant.id for plant in store.begun(["ha"], 1)] == ["fern"]
    assert store.begun(["hall", "fi"], 8) == [moss]
    assert store.begun(["hall", "x"], 8) == store.begun([], 8) == []
    store.put(replace(moss, name="Moss", version=2))
    assert [plant.id for plant in store.begun(["hall"], 8)] == ["fern"]
    assert [plant.version for plant in store.begun(["mos"], 8)] == [2]


def test_what_was_put_before_there_were_terms_is_found_once_it_is_indexed(tables):
    store = DynamoNamed(tables, PLANTS)
    store.put(FERN)
    for term in ("fern", "in", "the", "hall"):
        client("dynamodb").delete_item(TableName=tables.main, Key=PLANTS.term(term, "fern"))
    assert store.begun(["fern"], 8) == []
    assert store.index(replace(FERN, version=2)) is False
    assert store.index(FERN) is True
    assert store.begun(["fern"], 8) == [FERN]


@pytest.mark.parametrize("version", [1, 3])
def test_a_version_follows_the_one_it_was_made_from(store, version):
    store.put(FERN)
    with pytest.raises(ConflictError, match="Other was saved by somebody else"):
        store.put(replace(FERN, name="Other", nicknames=("new",), version=version))
    assert (store.get("fern"), store.named(["new"])) == (FERN, {})


def test_nobody_makes_the_second_version_of_what_is_not_there(store):
    with pytest.raises(ConflictError):
        store.put(replace(FERN, version=2))


def test_a_name_is_ones_alone(store):
    store.put(FERN)
    with pytest.raises(InvalidError) as refused:
        store.put(Plant(id="other", name="Other", nicknames=("new", "bob")))
    assert [problem.field for problem in refused.value.problems] == ["nicknames[1]"]
    assert (store.find("other"), store.named(["new", "bob"])) == (None, {"bob": FERN})


def test_a_name_that_was_given_up_can_be_anothers(store):
    store.put(FERN)
    moved = replace(FERN, nicknames=("green one", "rob"), version=2)
    store.put(moved)
    other = Plant(id="other", name="Other", nicknames=("bob",))
    store.put(other)
    assert store.named(["bob", "green one", "rob"]) == {"bob": other, "green one": moved, "rob": moved}


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_all_are_listed_page_by_page(store, limit):
    made = [Plant(id=which, name=which) for which in ("b", "a", "ab", "c.d", "X")]
    for plant in made:
        store.put(plant)
    assert listed(store, limit) == sorted(made, key=lambda plant: plant.id)


def test_leads_save_what_they_saw(store):
    def of(version: int) -> Plant:
        return replace(FERN, version=version)

    with pytest.raises(RevisionNeededError):
        named.save(store, LEAD, "fern", None, of)
    assert named.save(store, LEAD, "fern", 0, of) == of(1)
    assert named.save(store, LEAD, "fern", 1, of) == named.read(store, LEAD, "fern") == of(2)
    with pytest.raises(SettingsMovedError):
        named.save(store, LEAD, "fern", 1, of)
    with pytest.raises(SettingsMovedError):
        named.save(store, LEAD, "other", 1, of)
    assert named.page(store, LEAD, None, 10).items == (of(2),)


def test_who_does_not_work_inside_sees_none_and_agents_save_none(store):
    store.put(FERN)
    with pytest.raises(ForbiddenError):
        named.read(store, OUTSIDER, "fern")
    with pytest.raises(ForbiddenError):
        named.page(store, OUTSIDER, None, 10)
    with pytest.raises(ForbiddenError):
        named.save(store, replace(OUTSIDER, only_teams=None), "fern", 1, lambda _: FERN)


@pytest.mark.parametrize(
    ("act", "cost"),
    [
        (lambda store: store.get("fern"), [READ]),
        (lambda store: [store.find("fern"), store.find("fern")], [READ]),
        (lambda store: store.named(["bob", "green one"]), [READ_MANY]),
        (lambda store: store.known(["fern", "moss"]), [READ_MANY]),
        (lambda store: store.named([""]), []),
        (lambda store: store.page(None, 1), [LIST]),
        (lambda store: store.put(Plant(id="new", name="New", nicknames=("new",))), [WRITE]),
        (lambda store: store.put(replace(FERN, nicknames=(), version=2)), [READ, WRITE]),
    ],
    ids=["get", "find twice", "by names", "by ids", "by none", "list", "make", "replace"],
)
def test_what_it_costs(aws, tables, act, cost):
    store = DynamoNamed(tables, PLANTS)
    store.put(FERN)
    with aws.watching() as calls:
        act(store)
    assert calls == cost


def test_what_is_not_kept_is_read_each_time(aws, tables):
    store = DynamoNamed(tables, replace(PLANTS, kept=timedelta()))
    with aws.watching() as calls:
        assert store.find("fern") is store.find("fern") is None
    assert calls == [READ, READ]


def test_how_one_is_stored(aws, tables):
    DynamoNamed(tables, PLANTS).put(replace(FERN, nicknames=("bob",)))
    document = {"S": '{"id":"fern","name":"Fern in the hall","nicknames":["bob"],"version":1}'}
    item = {"plant": document, "holder": {"S": "fern"}, "version": {"N": "1"}}
    for key in ({"pk": {"S": "PLANTS"}, "sk": {"S": "P#fern"}}, {"pk": {"S": "NICKNAME#bob"}, "sk": {"S": "NICKNAME"}}):
        assert tables.get(tables.main, key) == key | item
