"""Make a table that somebody asked for, by what they may see now."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.exports.routes.making import makes

handler = makes(desk)
