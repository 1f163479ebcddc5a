"""Ticket ids: speakable, not guessable, and never the same in two regions."""

import re

import botocore.session
import pytest
from helpdesk.foundation.platform.ids import ALPHABET, AREAS, DIRECTIONS, REGIONS, letters_of, new_ticket_id

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_an_id_can_be_said_on_the_phone():
    assert ALPHABET == CROCKFORD
    assert re.fullmatch(rf"HD-[{CROCKFORD}]{{8}}", new_ticket_id("eu-central-1"))


def test_ids_do_not_come_again():
    assert len({new_ticket_id("eu-central-1") for _ in range(2000)}) == 2000


def test_every_letter_comes_everywhere():
    seen = [set(letters) for letters in zip(*(new_ticket_id("eu-central-1")[4:] for _ in range(2000)), strict=True)]
    assert all(letters == set(CROCKFORD) for letters in seen)


@pytest.mark.parametrize("region", REGIONS)
def test_the_first_letter_names_the_region(region):
    assert new_ticket_id(region)[3] == CROCKFORD[REGIONS.index(region)]


def test_no_two_regions_share_a_letter():
    assert len(set(REGIONS)) == len(REGIONS) < len(CROCKFORD)
    spelt = [f"{area}-{direction}-{number}" for area in AREAS for direction in DIRECTIONS for number in range(1, 10)]
    letters = [letters_of(region) for region in {*REGIONS, *spelt}]
    assert not [one for one in letters for other in letters if one != other and other.startswith(one)]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("partition", botocore.session.get_session().get_available_partitions())
def test_tickets_are_made_in_every_region_there_is(partition):
    regions = botocore.session.get_session().get_available_regions("dynamodb", partition)
    ids = [new_ticket_id(region) for region in regions]
    assert all(re.fullmatch(rf"HD-[{CROCKFORD}]{{8}}", each) for each in ids)
    assert len({letters_of(region) for region in regions}) == len(regions)


def test_a_region_of_an_unknown_area_says_what_to_do():
    with pytest.raises(LookupError, match=r"ticket_ids\.py"):
        new_ticket_id("mars-central-1")


def test_regions_keep_their_letters():
    """They are part of every id given out: the list is only ever continued."""
    assert REGIONS[:10] == (
        "us-east-1",
        "us-east-2",
        "us-west-1",
        "us-west-2",
        "ca-central-1",
        "ca-west-1",
        "mx-central-1",
        "sa-east-1",
        "eu-central-1",
        "eu-central-2",
    )
