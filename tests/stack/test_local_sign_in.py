"""Signing in as a browser does: code and PKCE, through the site's own origin."""

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from infra.local.accounts import PASSWORD
from tests.stack.local_stack import PATIENCE, LocalStack

pytestmark = pytest.mark.stack
VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789"


@pytest.fixture
def oidc(stack: LocalStack) -> dict:
    return stack.client().get("/config.json").json()["oidc"]


def signed_in(oidc: dict, password: str = PASSWORD) -> httpx.Response:
    """The answer to the sign-in form of the agent app."""
    challenge = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
    wanted = {
        "response_type": "code",
        "client_id": oidc["client_id"],
        "redirect_uri": oidc["redirect_uris"]["agent"],
        "scope": oidc["scope"],
        "state": "here",
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    form = httpx.get(oidc["authorization_endpoint"], params=wanted, timeout=PATIENCE).text
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    address = urlsplit(oidc["authorization_endpoint"])._replace(path="/login").geturl()
    return httpx.post(
        address, data={**fields, "username": "agent1@demo.example", "password": password}, timeout=PATIENCE
    )


def test_the_code_becomes_a_token_the_api_takes(stack: LocalStack, oidc: dict):
    back = urlsplit(signed_in(oidc).headers["location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == oidc["redirect_uris"]["agent"]
    answered = {name: values[0] for name, values in parse_qs(back.query).items()}
    assert answered["state"] == "here"
    grant = {
        "grant_type": "authorization_code",
        "client_id": oidc["client_id"],
        "redirect_uri": oidc["redirect_uris"]["agent"],
        "code": answered["code"],
        "code_verifier": VERIFIER,
    }
    token = httpx.post(oidc["token_endpoint"], data=grant, timeout=PATIENCE).json()["id_token"]
    me = stack.client().get("/api/me", headers={"authorization": f"Bearer {token}"})
    assert (me.status_code, me.json()["role"]) == (200, "agent")


def test_a_wrong_password_stays_outside(oidc: dict):
    assert "location" not in signed_in(oidc, "Wrong-password-1").headers


def test_signing_out_comes_back_to_the_app(oidc: dict):
    wanted = {"client_id": oidc["client_id"], "logout_uri": oidc["logout_uris"]["agent"]}
    answer = httpx.get(oidc["end_session_endpoint"], params=wanted, timeout=PATIENCE)
    assert answer.headers["location"] == oidc["logout_uris"]["agent"]
