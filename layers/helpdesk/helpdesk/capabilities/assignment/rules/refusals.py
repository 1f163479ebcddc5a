from typing import Final

from helpdesk.foundation.kernel.refusals import reason

NO_OTHER_TEAM: Final = reason("no_other_team", "{name} is no other team")

NOT_ITS_LEVEL: Final = reason("not_its_level", "{team} works at {level}, {ticket} is at {at}: escalate it")

THERE_ALREADY: Final = reason("there_already", "{ticket} is there already")
