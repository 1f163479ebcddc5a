"""Change some of many tickets that somebody wants changed, each as if it were alone."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.bulk.routes.working import works

handler = works(desk)
