"""`/config.json`: what the web build learns at run time. On AWS `infra/publish.py` writes the same."""

from typing import Any

from infra.deployed import Deployed
from infra.local.settings import REGION, Settings


def config(settings: Settings, deployed: Deployed) -> dict[str, Any]:
    site = settings.site_url
    pool = deployed.id_of("AWS::Cognito::UserPool")
    return {
        "oidc": {
            "issuer": f"https://cognito-idp.{REGION}.amazonaws.com/{pool}",
            "authorization_endpoint": f"{site}/oauth2/authorize",
            "token_endpoint": f"{site}/oauth2/token",
            "userinfo_endpoint": f"{site}/oauth2/userInfo",
            "end_session_endpoint": f"{site}/logout",
            "jwks_uri": f"{site}/{pool}/.well-known/jwks.json",
            "client_id": deployed.id_of("AWS::Cognito::UserPoolClient"),
            "scope": "openid email profile",
            "redirect_uris": {"portal": f"{site}/signed-in", "agent": f"{site}/agent/signed-in"},
            "logout_uris": {"portal": f"{site}/", "agent": f"{site}/agent"},
        },
        "live_url": f"ws://{site.removeprefix('http://')}/live",
        "branding": {"name": "Helpdesk", "support_email": "help@demo.example"},
        "local": True,
    }
