/** What is missing in a week, who could mend it, and where. */
import type { WeekCheck, WeekGap, WeekOfPerson } from "@/api/settings-types";

export const WEEK_MINUTES = 7 * 24 * 60;

/** A field that mends a gap: the hours of a team, or the shift of somebody. */
export interface Mend {
  of: "team" | "person";
  id: string;
  name: string;
}

export interface Missing {
  what: string;
  minutes: number;
  gaps: WeekGap[];
  mends: Mend[];
  /** At no time of the week. */
  never: boolean;
}

function isAble(what: string, { languages, skills }: WeekOfPerson): boolean {
  const [sort, name = ""] = what.split(/:(.*)/s);
  if (sort === "language") return languages.length === 0 || languages.includes(name);
  return skills.some((skill) => skill.toLowerCase() === name.toLowerCase());
}

/** Teams whose hours nobody has said. */
export const withoutHours = ({ teams }: WeekCheck) => teams.filter(({ calendar }) => calendar === null);

export const byName = (week: WeekCheck): WeekOfPerson[] =>
  [...week.people].sort((one, two) => one.name.localeCompare(two.name));

/** What is missing, each once. When no team has hours at all, no hour of them is missing. */
export function missingIn(week: WeekCheck): Missing[] {
  const open = week.teams.filter(({ calendar }) => calendar !== null);
  const rows = new Map<string, Missing>();
  for (const gap of week.items) {
    if (gap.what === "office" && open.length === 0) continue;
    const row = rows.get(gap.what) ?? {
      ...{ what: gap.what, minutes: 0, gaps: [], never: false },
      mends:
        gap.what === "office"
          ? open.map(({ id, name }): Mend => ({ of: "team", id, name }))
          : week.people
              .filter((person) => isAble(gap.what, person))
              .map(({ id, name }): Mend => ({ of: "person", id, name })),
    };
    row.minutes += gap.minutes;
    row.gaps.push(gap);
    row.never = row.minutes >= WEEK_MINUTES;
    rows.set(gap.what, row);
  }
  return [...rows.values()];
}
