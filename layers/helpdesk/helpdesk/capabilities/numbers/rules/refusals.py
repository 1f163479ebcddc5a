from typing import Final

from helpdesk.foundation.kernel.refusals import reason

SPANS: Final = reason(
    "report_spans", "a report is over 1 to {most} days, weeks or months, and not from a later day to an earlier one"
)
