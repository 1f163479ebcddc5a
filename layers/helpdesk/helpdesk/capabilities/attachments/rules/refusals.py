from typing import Final

from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.kernel.refusals import reason


class AttachmentPendingError(RefusedError):
    code = "attachment_pending"


UPLOAD_USED: Final = reason("upload_used", "{name} came with a message before; please add it again")

FILE_SIZE: Final = reason("file_size", "a file may have 1 byte to {most} MB")
