"""`/config.json` of the local stack: sign-in is behind the site's own origin."""

from typing import Any

from infra.deployed import Deployed
from infra.local.settings import REGION, Settings
from infra.web_config import web_config


def config(settings: Settings, deployed: Deployed) -> dict[str, Any]:
    pool = deployed.id_of("AWS::Cognito::UserPool")
    shape = web_config(
        site=settings.site_url,
        sign_in=settings.site_url,
        issuer=f"https://cognito-idp.{REGION}.amazonaws.com/{pool}",
        client_id=deployed.id_of("AWS::Cognito::UserPoolClient"),
        support_email=settings.mail_from,
    )
    shape["oidc"]["jwks_uri"] = f"{settings.site_url}/{pool}/.well-known/jwks.json"
    return {**shape, "local": True}
