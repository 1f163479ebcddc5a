"""`/config.json`: what the one web build learns about its stack at run time."""

from typing import Any


def web_config(
    *, site: str, sign_in: str, issuer: str, client_id: str, support_email: str, name: str = "Helpdesk"
) -> dict[str, Any]:
    return {
        "oidc": {
            "issuer": issuer,
            "authorization_endpoint": f"{sign_in}/oauth2/authorize",
            "token_endpoint": f"{sign_in}/oauth2/token",
            "userinfo_endpoint": f"{sign_in}/oauth2/userInfo",
            "end_session_endpoint": f"{sign_in}/logout",
            "jwks_uri": f"{issuer}/.well-known/jwks.json",
            "client_id": client_id,
            "scope": "openid email profile",
            "redirect_uris": {"portal": f"{site}/signed-in", "agent": f"{site}/agent/signed-in"},
            "logout_uris": {"portal": f"{site}/", "agent": f"{site}/agent"},
        },
        "live_url": f"ws{site.removeprefix('http')}/live",
        "branding": {"name": name, "support_email": support_email},
    }
