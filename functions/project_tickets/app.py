"""Write what changed of tickets into the indexes by which they are found, and into the rows that figures count."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.projections.routes import projects

handler = projects(desk)
