"""Play the next few of many tickets under a policy that is tried on the past."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.what_if.routes.playing import plays

handler = plays(desk)
