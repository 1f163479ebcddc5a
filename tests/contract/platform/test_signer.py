"""Signatures: what was signed is read, for its purpose, while it is young; nothing else is."""

import base64
import json
import os
from datetime import timedelta

import pytest
from helpdesk.foundation.kernel.errors import SignInError
from helpdesk.foundation.platform.aws import client as aws_client

HOUR = timedelta(hours=1)
EXPIRED = timedelta(seconds=-1)  # whatever age it has, it is too old


def test_a_token_is_read_as_signed(desk):
    token = desk.signer.sign("ticket", {"t": "HD-1", "p": "rita"})
    payload, signed_at = desk.signer.read("ticket", token, HOUR)
    assert payload == {"t": "HD-1", "p": "rita"}
    assert abs(signed_at - desk.clock.wall()) < timedelta(minutes=1)


def altered(token):
    for position in (0, len(token) // 2, len(token) - 2):
        other = "A" if token[position] != "A" else "B"
        yield token[:position] + other + token[position + 1 :]
    yield token[:-1]
    yield token + "x"
    yield token.upper()


def test_an_altered_token_is_refused(desk):
    token = desk.signer.sign("ticket", {"t": "HD-1"})
    for other in altered(token):
        with pytest.raises(SignInError):
            desk.signer.read("ticket", other, HOUR)


@pytest.mark.parametrize("token", ["", ".", "..", "a.b.c", "null", "Ä", "\x00", "e30.e30.e30"])
def test_what_is_no_token_is_refused(desk, token):
    with pytest.raises(SignInError):
        desk.signer.read("ticket", token, HOUR)


def test_a_token_is_good_for_its_purpose_alone(desk):
    token = desk.signer.sign("form", {"t": "HD-1"})
    with pytest.raises(SignInError):
        desk.signer.read("ticket", token, HOUR)


def test_a_token_grows_too_old(desk):
    token = desk.signer.sign("ticket", {"t": "HD-1"})
    with pytest.raises(SignInError):
        desk.signer.read("ticket", token, EXPIRED)


def test_a_stamp_is_always_the_same(desk):
    assert desk.signer.stamp("reply", "HD-1") == desk.signer.stamp("reply", "HD-1")


def test_a_stamp_tells_purposes_and_values_apart(desk):
    stamps = {desk.signer.stamp(*what) for what in (("reply", "HD-1"), ("reply", "HD-2"), ("other", "HD-1"))}
    assert len(stamps) == 3


def test_a_stamp_is_of_one_purpose_and_value(desk):
    stamp = desk.signer.stamp("reply", "HD-1")
    good = [("reply", "HD-1", stamp), ("reply", "HD-2", stamp), ("other", "HD-1", stamp), ("reply", "HD-1", "größe")]
    assert [desk.signer.is_stamp(*each) for each in good] == [True, False, False, False]


def test_a_stamp_survives_where_case_is_lost(desk):
    stamp = desk.signer.stamp("reply", "HD-1")
    assert stamp == stamp.lower()
    assert stamp.isalnum()
    assert len(stamp) == 16


def test_the_secret_is_read_once_in_five_minutes(aws, aws_desk):
    for _ in range(3):
        aws_desk.signer.sign("ticket", {})
    aws_desk.clock.advance(timedelta(minutes=5, seconds=1))
    aws_desk.signer.sign("ticket", {})
    assert aws.counted()["secretsmanager:GetSecretValue"] == 2


def test_a_replaced_key_is_still_read_and_the_new_one_signs(aws_desk):
    before, stamp = aws_desk.signer.sign("ticket", {"t": "HD-1"}), aws_desk.signer.stamp("reply", "HD-1")
    aws_client("secretsmanager").put_secret_value(
        SecretId=os.environ["LINK_SECRET_ARN"],
        SecretString=json.dumps({"kid": "2", "key": "the new one", "previous": ["a key that only tests know"]}),
    )
    aws_desk.clock.advance(timedelta(minutes=6))
    assert aws_desk.signer.read("ticket", before, HOUR)[0] == {"t": "HD-1"}
    assert aws_desk.signer.stamp("reply", "HD-1") != stamp
    assert aws_desk.signer.is_stamp("reply", "HD-1", stamp)


def test_what_is_sealed_is_opened_for_what_it_is_about(desk):
    sealed = desk.signer.seal("ada's list", "HD-1 größer")
    assert desk.signer.unseal("ada's list", sealed) == "HD-1 größer"
    assert desk.signer.unseal("rita's list", sealed) is None
    assert desk.signer.unseal("", sealed) is None


def test_the_same_sealed_again_is_the_same(desk):
    """A page that is fetched again has not changed."""
    assert desk.signer.seal("list", "HD-1") == desk.signer.seal("list", "HD-1")
    assert desk.signer.seal("list", "HD-1") != desk.signer.seal("list", "HD-2") != desk.signer.seal("other", "HD-2")


def test_what_was_altered_is_not_opened(desk):
    for other in altered(desk.signer.seal("list", "HD-1")):
        assert desk.signer.unseal("list", other) is None


@pytest.mark.parametrize("sealed", ["", "=", "a", "AAAA", "AA==", "Ä", "\x00", "e30=", "%%%", "x" * 2000])
def test_what_was_never_sealed_is_not_opened(desk, sealed):
    assert desk.signer.unseal("list", sealed) is None


def test_nobody_reads_what_is_sealed(aws_desk):
    sealed = aws_desk.signer.seal("list", "HD-12345678 2026-03-02T09:00:00Z")
    assert b"HD-1234" not in base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
    assert len(sealed) < 80


def test_what_was_sealed_with_a_replaced_key_is_still_opened(aws_desk):
    before = aws_desk.signer.seal("list", "HD-1")
    aws_client("secretsmanager").put_secret_value(
        SecretId=os.environ["LINK_SECRET_ARN"],
        SecretString=json.dumps({"kid": "2", "key": "the new one", "previous": ["a key that only tests know"]}),
    )
    aws_desk.clock.advance(timedelta(minutes=6))
    assert aws_desk.signer.unseal("list", before) == "HD-1"
    assert aws_desk.signer.seal("list", "HD-1") != before
