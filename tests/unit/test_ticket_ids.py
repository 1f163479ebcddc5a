"""Ticket ids: speakable, not guessable, and never the same in two regions."""

import re

import pytest
from helpdesk.entrypoints.runtime import ALPHABET, REGIONS, new_ticket_id

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
    assert len(set(REGIONS)) == len(REGIONS) <= len(CROCKFORD)


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
