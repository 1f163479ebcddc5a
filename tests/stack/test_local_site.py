"""The edge: what it serves, to whom, and what it lets through."""

import httpx
import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until

pytestmark = pytest.mark.stack


def test_health_answers_through_the_whole_stack(stack: LocalStack):
    answer = stack.client().get("/api/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


@pytest.mark.parametrize("path", ["/api/health", "/"])
def test_each_header_comes_once(stack: LocalStack, path: str):
    names = [name.lower() for name, _ in stack.client().get(path).headers.raw]
    assert len(names) == len(set(names))


def test_an_answer_names_its_request_as_the_logs_do(stack: LocalStack):
    reference = stack.client().get("/api/portal/form").headers["apigw-requestid"]
    wait_until(lambda: f'"correlation_id":"{reference}"' in (stack.data / "functions.log").read_text())


def test_a_client_cannot_bring_its_own_origin_token(stack: LocalStack):
    answer = stack.client().get("/api/health", headers={"x-origin-token": "forged"})
    assert answer.status_code == 200


def test_the_api_without_the_edge_refuses(stack: LocalStack):
    api = stack.aws("apigatewayv2").get_apis()["Items"]
    http = next(it["ApiId"] for it in api if it["ProtocolType"] == "HTTP")
    assert (
        httpx.get(f"{stack.gateway_url}/_aws/execute-api/{http}/$default/api/health", timeout=PATIENCE).status_code
        == 403
    )


def test_a_private_route_wants_a_token(stack: LocalStack):
    assert stack.client().get("/api/me").status_code == 401


@pytest.mark.parametrize("path", ["/", "/ticket", "/signed-in"])
def test_places_of_the_portal_are_its_page(stack: LocalStack, path: str):
    answer = stack.client().get(path)
    assert answer.status_code == 200
    assert answer.text == stack.client().get("/index.html").text
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/agent", "/agent/", "/agent/tickets/HD-1"])
def test_places_of_the_agent_app_are_its_page(stack: LocalStack, path: str):
    assert stack.client().get(path).text == stack.client().get("/agent.html").text


@pytest.mark.parametrize("path", ["/assets/none.js", "/../../pyproject.toml", "/%2e%2e/%2e%2e/pyproject.toml"])
def test_a_file_that_is_not_there_is_missing(stack: LocalStack, path: str):
    assert stack.client().get(path).status_code == 404


def test_pages_carry_the_content_security_policy_of_cloudfront(stack: LocalStack):
    policy = stack.client().get("/").headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert stack.gateway_url in policy
    assert "amazon" not in policy


def test_the_page_of_a_picture_has_a_policy_of_its_own(stack: LocalStack):
    headers = stack.client().get("/picture.html").headers
    assert "default-src 'none'; img-src https:;" in headers["content-security-policy"]
    assert (headers["referrer-policy"], headers["x-frame-options"]) == ("no-referrer", "SAMEORIGIN")


def test_the_web_is_told_where_to_sign_in(stack: LocalStack):
    config = stack.client().get("/config.json").json()
    assert config["oidc"]["token_endpoint"] == f"{stack.base_url}/oauth2/token"
    keys = stack.client().get(config["oidc"]["jwks_uri"]).json()["keys"]
    assert keys


def test_another_host_name_is_refused(stack: LocalStack):
    assert stack.client().get("/", headers={"host": f"evil.example:{stack.port}"}).status_code == 421


def test_localhost_is_sent_to_the_address_sign_in_knows(stack: LocalStack):
    answer = stack.client().get("/agent?x=1", headers={"host": f"localhost:{stack.port}"})
    assert (answer.status_code, answer.headers["location"]) == (307, f"{stack.base_url}/agent?x=1")


def test_the_gateway_is_closed_to_pages_of_other_origins(stack: LocalStack):
    assert httpx.get(stack.gateway_url, headers={"origin": "http://evil.example"}, timeout=PATIENCE).status_code == 403


@pytest.mark.parametrize("path", ["/_ministack/reset", "/_ministack/config", "/_ministack/health"])
def test_the_gateway_is_closed_to_the_emulators_controls(stack: LocalStack, path: str):
    assert httpx.post(f"{stack.gateway_url}{path}", timeout=PATIENCE).status_code == 403


def test_the_site_leads_to_no_bucket(stack: LocalStack):
    bucket = stack.aws("s3").list_buckets()["Buckets"][0]["Name"]
    answer = stack.client().put(f"/{bucket}/x", content=b"x")
    assert answer.status_code == 405
