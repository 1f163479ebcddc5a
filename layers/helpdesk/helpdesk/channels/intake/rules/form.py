from helpdesk.foundation.kernel.errors import RejectedError


class FormTooFastError(RejectedError):
    code = "form_too_fast"


class FormExpiredError(RejectedError):
    code = "form_expired"


class FormInvalidError(RejectedError):
    code = "form_invalid"
