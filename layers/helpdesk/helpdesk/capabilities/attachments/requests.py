from typing import Annotated

from pydantic import StringConstraints

from helpdesk.foundation.edge.inputs import FileName, Request


class UploadRequest(Request):
    name: FileName
    size: int
    type: Annotated[str, StringConstraints(max_length=127)] = "application/octet-stream"


class PortalUploadRequest(UploadRequest):
    """From a form by its token; from a status page by the link's bearer token instead."""

    form_token: str | None = None
