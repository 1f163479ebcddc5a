from typing import Final

from helpdesk.foundation.kernel.refusals import reason

NAME_TAKEN: Final = reason("name_taken", "is another rule's name")
