import type { Roster, Strategy, TeamPlan } from "@/api/settings-types";
import type { Level } from "@/api/types";

const NOTHING = "";
type Amount = number | "";

export interface MemberValue {
  id: string;
  name: string;
}

export interface TeamValues {
  name: string;
  level: Level;
  topic: string;
  office: string;
  calendar: string;
  next_office: string;
  strategy: Strategy;
  alert_minutes: Amount;
  owner_hours: Amount;
  signature: string;
  members: MemberValue[];
}

export const NEW_TEAM: TeamValues = {
  name: "",
  level: "L1",
  topic: "",
  office: "",
  calendar: NOTHING,
  next_office: NOTHING,
  strategy: "weighted_load",
  alert_minutes: 15,
  owner_hours: "",
  signature: "",
  members: [],
};

export const teamValues = (roster: Roster): TeamValues => ({
  name: roster.name,
  level: roster.level,
  topic: roster.topic,
  office: roster.office,
  calendar: roster.calendar ?? NOTHING,
  next_office: roster.next_office ?? NOTHING,
  strategy: roster.strategy,
  alert_minutes: roster.alert_seconds / 60,
  owner_hours: roster.owner_seconds === null ? "" : roster.owner_seconds / 3600,
  signature: roster.signature,
  members: roster.members.map(({ id, name }) => ({ id, name })),
});

export const teamPlan = (values: TeamValues): TeamPlan => ({
  name: values.name,
  level: values.level,
  topic: values.topic,
  office: values.office,
  calendar: values.calendar === NOTHING ? null : values.calendar,
  next_office: values.next_office === NOTHING ? null : values.next_office,
  strategy: values.strategy,
  alert_seconds: Math.round(Number(values.alert_minutes) * 60),
  owner_seconds: values.owner_hours === "" ? null : Math.round(values.owner_hours * 3600),
  signature: values.signature,
  members: values.members.map(({ id }) => id),
});
