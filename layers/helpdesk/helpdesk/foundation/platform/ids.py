"""Ticket ids: `HD-` and eight letters that can be said on the phone, which no two regions ever give out both."""

import re
import secrets
from functools import cache
from typing import Final

from helpdesk.foundation.kernel.vocabulary import TicketId

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that is misheard or misread

# The first letter of a ticket id names the region that made it. The order is part of every id: never change it.
REGIONS: Final = (
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1", "mx-central-1", "sa-east-1",
    "eu-central-1", "eu-central-2", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1", "eu-south-1", "eu-south-2",
    "af-south-1", "me-south-1", "me-central-1", "il-central-1", "ap-south-1", "ap-south-2", "ap-southeast-1",
    "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3",
    "ap-east-1",
)  # fmt: skip

# Every other region is spelt by three: this letter, and two that count areas, directions and numbers. Regions of
# different AWS partitions may share them, as no table spans partitions.
SPELT: Final = ALPHABET[-1]

AREAS: Final = ("us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn")  # two more fit; only ever append

DIRECTIONS: Final = (
    "central", "north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest",
)  # fmt: skip

LENGTH: Final = 8


def new_ticket_id(region: str) -> TicketId:
    """The letters of the region, and others that nobody can guess."""
    first = letters_of(region)
    return TicketId(f"HD-{first}" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - len(first))))


@cache
def letters_of(region: str) -> str:
    if region in REGIONS:
        return ALPHABET[REGIONS.index(region)]
    found = re.fullmatch(r"([a-z]{2})[a-z]*(?:-[a-z]+)*-([a-z]+)-([1-9])", region)
    if found is None or found[1] not in AREAS or found[2] not in DIRECTIONS:
        raise LookupError(f"Tickets of {region} have no letters yet: its area or direction goes into ticket_ids.py.")
    place = (AREAS.index(found[1]) * len(DIRECTIONS) + DIRECTIONS.index(found[2])) * 9 + int(found[3]) - 1
    high, low = divmod(place, len(ALPHABET))
    return SPELT + ALPHABET[high] + ALPHABET[low]
