from helpdesk.capabilities.attachments import views
from helpdesk.capabilities.attachments.ports import Upload
from helpdesk.foundation.edge.http import Answer, answer


def offered(upload: Upload) -> Answer:
    return answer(views.Upload(id=upload.id, url=upload.url, fields=upload.fields), status=201)
