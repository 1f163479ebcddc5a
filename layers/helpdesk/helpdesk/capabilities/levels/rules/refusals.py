from typing import Final

from helpdesk.foundation.kernel.refusals import reason

LEVEL_ALREADY: Final = reason("level_already", "{ticket} is at {level} already")

REPORT_SPAN: Final = reason("report_span", "a report is over 1 to {most} days")

WHERE_TO: Final = reason("where_to", "please say to which team or level it belongs")
