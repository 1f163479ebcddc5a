from helpdesk.foundation.kernel.errors import HelpdeskError


class FormTooFastError(HelpdeskError):
    code = "form_too_fast"


class FormExpiredError(HelpdeskError):
    code = "form_expired"


class FormInvalidError(HelpdeskError):
    code = "form_invalid"
