import type { AvailabilityPlan, PlannedAvailability } from "@/api/settings-types";
import type { Channel, Level } from "@/api/types";
import { officeHours, readHours, writeHours, type Hours } from "@/lib/calendar-file";
import type { Refusals } from "@/lib/field-errors";
import { instantOf, localInput } from "@/lib/local-input";

export type Amount = number | "";

export interface SkillValue {
  name: string;
  grade: number;
}

/** Times as a field of the reader's zone has them. */
/** Stands in for nobody. */
export const NOBODY = "";

export interface AbsenceValue {
  start: string;
  end: string;
  substitute: string;
}

export interface PersonValues {
  levels: Level[];
  languages: string[];
  skills: SkillValue[];
  capacity: Amount;
  channels: Partial<Record<Channel, Amount>>;
  weight: Amount;
  idle_minutes: Amount;
  external: boolean;
  /** Without a shift they can be given work at any time. */
  anytime: boolean;
  shift: Hours;
  absences: AbsenceValue[];
}

/** What a part of the form is given. */
export interface PartProps {
  value: PersonValues;
  change: (part: Partial<PersonValues>) => void;
  refusals: Refusals;
}

export function personValues(plan: PlannedAvailability, zone: string): PersonValues {
  return {
    levels: plan.levels ?? [],
    languages: plan.languages ?? [],
    skills: Object.entries(plan.skills ?? {}).map(([name, grade]) => ({ name, grade })),
    capacity: plan.capacity ?? 10,
    channels: plan.channels ?? {},
    weight: plan.weight ?? 100,
    idle_minutes: plan.idle_seconds == null ? "" : plan.idle_seconds / 60,
    external: plan.external ?? false,
    anytime: plan.shift == null,
    shift: plan.shift == null ? officeHours(zone) : readHours(plan.shift),
    absences: (plan.absences ?? []).map(({ start, end, substitute }) => ({
      start: localInput(new Date(start)),
      end: localInput(new Date(end)),
      substitute: substitute ?? "",
    })),
  };
}

export const personPlan = (values: PersonValues): AvailabilityPlan => ({
  levels: values.levels,
  languages: values.languages,
  skills: Object.fromEntries(
    values.skills.filter(({ name }) => name.trim() !== "").map(({ name, grade }) => [name.trim(), grade]),
  ),
  capacity: Number(values.capacity),
  channels: Object.fromEntries(
    Object.entries(values.channels).filter((entry): entry is [Channel, number] => entry[1] !== ""),
  ),
  weight: Number(values.weight),
  idle_seconds: values.idle_minutes === "" ? null : Math.round(values.idle_minutes * 60),
  external: values.external,
  shift: values.anytime ? null : writeHours(values.shift),
  absences: values.absences.map(({ start, end, substitute }) => ({
    start: instantOf(start) ?? start,
    end: instantOf(end) ?? end,
    substitute: substitute === "" ? null : substitute,
  })),
});
