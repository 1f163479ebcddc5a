"""The response headers CloudFront adds on AWS, taken from the deployed policies, for this origin.

So a content security policy that would break the web applications breaks them here first.
"""

from fnmatch import fnmatchcase
from typing import Any

from msgspec import Struct

from infra.deployed import Deployed
from infra.local.aws import Aws
from infra.local.settings import Settings

Headers = tuple[tuple[bytes, bytes], ...]


class Policies(Struct, frozen=True):
    """What is added by path: the first pattern that fits, as CloudFront looks for its behaviours."""

    by_pattern: tuple[tuple[str, Headers], ...] = ()

    def of(self, path: str) -> Headers:
        return next((headers for pattern, headers in self.by_pattern if fnmatchcase(path, pattern)), ())


def security_headers(settings: Settings, aws: Aws, deployed: Deployed) -> Policies:
    cloudfront = aws.client("cloudfront")
    distribution = deployed.id_of("AWS::CloudFront::Distribution")
    config = cloudfront.get_distribution_config(Id=distribution)["DistributionConfig"]
    behaviours = [
        *config.get("CacheBehaviors", {}).get("Items", []),
        {"PathPattern": "*"} | config["DefaultCacheBehavior"],
    ]
    found = [(it["PathPattern"], it.get("ResponseHeadersPolicyId")) for it in behaviours]
    return Policies(tuple((pattern, _headers(settings, cloudfront, policy)) for pattern, policy in found if policy))


def _headers(settings: Settings, cloudfront: Any, policy: str) -> Headers:
    answer = cloudfront.get_response_headers_policy(Id=policy)
    config = answer["ResponseHeadersPolicy"]["ResponseHeadersPolicyConfig"]
    security = config["SecurityHeadersConfig"]
    content = security["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    headers = {
        "content-security-policy": _here(content, settings),
        "referrer-policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "x-content-type-options": "nosniff",
        "x-frame-options": security["FrameOptions"]["FrameOption"],
    }
    for item in config.get("CustomHeadersConfig", {}).get("Items", []):
        headers[item["Header"].lower()] = item["Value"]
    return tuple((name.encode(), value.encode()) for name, value in headers.items())


def _here(policy: str, settings: Settings) -> str:
    """The two foreign origins of AWS, attachments and sign-in, as they are here."""
    words = []
    for word in policy.split(" "):
        end = ";" if word.endswith(";") else ""
        if "/s3." in word or ".s3." in word:
            words.append(settings.gateway_url + end)
        elif ".amazoncognito.com" in word:
            words.append("'self'" + end)
        else:
            words.append(word)
    return " ".join(words)
