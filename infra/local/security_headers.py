"""The response headers CloudFront adds on AWS, taken from the deployed policy, for this origin.

So a content security policy that would break the web applications breaks them here first.
"""

from infra.deployed import Deployed
from infra.local.aws import Aws
from infra.local.settings import Settings

Headers = tuple[tuple[bytes, bytes], ...]


def security_headers(settings: Settings, aws: Aws, deployed: Deployed) -> Headers:
    policy = deployed.id_of("AWS::CloudFront::ResponseHeadersPolicy")
    answer = aws.client("cloudfront").get_response_headers_policy(Id=policy)
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
