from typing import Final

from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.kernel.refusals import reason


class AttachmentPendingError(RefusedError):
    code = "attachment_pending"


FILE_SIZE: Final = reason("file_size", "a file may have 1 byte to {most} MB")
