"""Resources that a new version of the templates has in another stack than the one that is deployed.

CloudFormation makes what is new before it removes what is old, and two resources cannot have one name. So all but
what holds data goes first, and comes back where it belongs now.
"""

from collections.abc import Iterator
from typing import Final

from infra.deployed import Deployed
from infra.templates import Template

NESTED: Final = "AWS::CloudFormation::Stack"
KEPT: Final = ("Auth", "Data")

Place = tuple[str, ...]


def is_moved(deployed: Deployed, templates: dict[str, Template]) -> bool:
    *_, root = templates.values()
    old, new = dict(_deployed(deployed, deployed.stack_id, ())), dict(_declared(templates, root, ()))
    return any(old[name] != new[name] for name in old.keys() & new.keys())


def kept(root: Template) -> Template:
    """The root without anything that can be made again. What it names of the others is left out with them."""
    return {**root, "Resources": {name: root["Resources"][name] for name in KEPT}, "Outputs": {}}


def _deployed(deployed: Deployed, stack: str, place: Place) -> Iterator[tuple[tuple[str, str], Place]]:
    for it in deployed.of(stack):
        yield (it.type, it.logical_id), place
        if it.type == NESTED:
            yield from _deployed(deployed, it.physical_id, (*place, it.logical_id))


def _declared(
    templates: dict[str, Template], template: Template, place: Place
) -> Iterator[tuple[tuple[str, str], Place]]:
    for logical_id, it in template["Resources"].items():
        yield (it["Type"], logical_id), place
        if it["Type"] == NESTED:
            yield from _declared(templates, templates[it["Properties"]["TemplateURL"]], (*place, logical_id))
