"""Write what changed of articles into the index by which they are found."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.answers.routes.following import follows

handler = follows(desk)
