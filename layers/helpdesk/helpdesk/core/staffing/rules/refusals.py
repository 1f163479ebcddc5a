from typing import Final

from helpdesk.foundation.kernel.refusals import reason

NO_TEAM: Final = reason("no_team", "there is no team {name}")

TEAM_LEVEL: Final = reason("team_level", "{team} works at {level}, not at {wanted}")

NOT_IN_TEAM: Final = reason("not_in_team", "{name} does not work in {team}")

IS_AWAY: Final = reason("is_away", "{name} is away")

END_FIRST: Final = reason("end_first", "must be after the start")

ABSENT_TWICE: Final = reason("absent_twice", "overlaps another absence")

CIRCLE: Final = reason("circle", "goes in a circle: {chain}")
