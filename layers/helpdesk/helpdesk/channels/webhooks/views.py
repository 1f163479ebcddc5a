from helpdesk.foundation.edge.outputs import View


class WebhookKey(View):
    """Webhooks are signed: `X-Helpdesk-Signature` is `sha256=` and the hexadecimal HMAC-SHA256, by this key, of
    `X-Helpdesk-Timestamp`, a full stop and the body. `X-Helpdesk-Event` stays the same when a call is repeated.
    """

    key: str
