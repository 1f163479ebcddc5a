"""Routes of named things: their list, one of them, and saving one."""

import re
from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import IDENTIFIER, PageSize, Which
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.platform import named
from helpdesk.foundation.platform.named import NamedStore, T

T_co = TypeVar("T_co", covariant=True)


class Plan(Protocol[T_co]):
    """What a request says of one."""

    def meant(self, which: str, /) -> T_co: ...


class Resource(Struct, Generic[T], frozen=True, kw_only=True):
    """A kind as it is served: GET /api/assets, GET and PUT /api/assets/<asset_id>."""

    one: str
    """As in <asset_id>."""
    many: str
    """As in /api/assets."""
    store: Callable[[Desk], NamedStore[T]]
    save: Callable[[Desk, Actor, T, int | None], T]
    """With the revision that was seen."""
    plan: type[Plan[T]]
    view: Callable[[T], View]
    shown: type[View]
    """What `view` makes."""
    page: type[View]
    """Has `items` and `cursor`."""


def added_to(api: Api, caller: Callable[[Api], Actor], resource: Resource[T]) -> None:
    """The routes of a kind. `caller` says who calls, or refuses them."""

    def listed(cursor: Cursor | None = None, limit: PageSize = 25) -> Answer:
        desk, by = api.desk(), caller(api)
        pages = cursors.pages(desk, by, resource.many)
        found = named.page(resource.store(desk), by, pages.position(cursor), limit)
        items = [resource.view(each) for each in found.items]
        return answer(resource.page.model_validate({"items": items, "cursor": pages.cursor(found.cursor)}))

    def read(which: str) -> Answer:
        found = named.read(resource.store(api.desk()), caller(api), _identifier(resource.one, which))
        return answer(resource.view(found), found.version)

    def saved(which: str, wanted: Plan[T]) -> Answer:
        by = caller(api)
        found = resource.save(api.desk(), by, wanted.meant(_identifier(resource.one, which)), if_match(api))
        return answer(resource.view(found), found.version)

    many, one = f"/api/{resource.many}", f"/api/{resource.many}/<{resource.one}_id>"
    its_id, wish = (f"{resource.one}_id", Which), ("wanted", resource.plan)
    listed.__name__ = f"list_{resource.many}"
    api.get(many, responses=gives(resource.page))(listed)
    api.get(one, responses=gives(resource.shown))(_called(f"read_{resource.one}", read, its_id))
    api.put(one, responses=gives(resource.shown))(_called(f"save_{resource.one}", saved, its_id, wish))


def _called(name: str, handler: Callable[..., Answer], *arguments: tuple[str, Any]) -> Callable[..., Answer]:
    """The handler with a name and arguments of its own: by these the framework validates, and documents the route."""

    def called(**given: Any) -> Answer:
        return handler(*(given[argument] for argument, _ in arguments))

    parameters = [Parameter(argument, Parameter.KEYWORD_ONLY, annotation=kind) for argument, kind in arguments]
    called.__name__ = name
    called.__dict__["__signature__"] = Signature(parameters)
    return called


def _identifier(kind: str, which: str) -> str:
    """The identifier in an address. NotFoundError for what can name nothing: the table would refuse a very long key."""
    if re.fullmatch(IDENTIFIER, which) is None:
        raise NotFoundError(kind, which)
    return which
