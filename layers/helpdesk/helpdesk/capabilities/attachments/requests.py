from helpdesk.core.tickets.requests import ByteCount, MediaType
from helpdesk.foundation.edge.inputs import FileName, Request, Token


class UploadRequest(Request):
    name: FileName
    size: ByteCount
    type: MediaType = "application/octet-stream"


class PortalUploadRequest(UploadRequest):
    """From a form by its token; from a status page by the link's bearer token instead."""

    form_token: Token | None = None
