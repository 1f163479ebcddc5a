"""Write what changed of tickets into the indexes by which they are found."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.search.routes.changes import projects

handler = projects(desk)
