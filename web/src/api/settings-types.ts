/** The vocabulary of teams, plans and settings; calendar files are objects to the API, their shape is said here. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type AbsencePlan = Schemas["AbsencePlan"];
export type AvailabilityPlan = Schemas["AvailabilityPlan"];
export type Briefing = Schemas["Briefing"];
export type BriefingPlan = Schemas["BriefingPlan"];
export type CalendarPreview = Schemas["CalendarPreview"];
export type ChatPlan = Schemas["ChatPlan"];
export type ChatSettings = Schemas["ChatSettings"];
export type Colleague = Schemas["Colleague"];
export type DryRun = Schemas["DryRun"];
export type DryRunResult = Schemas["DryRunResult"];
export type FigureTickets = Schemas["FigureTickets"];
export type FigureReport = Schemas["FigureReport"];
export type IntakeRule = Schemas["IntakeRule"];
export type LetterFault = Schemas["LetterFault"];
export type LetterKind = Schemas["LetterKind"];
export type LetterSettings = Schemas["LetterSettings"];
export type LetterTemplate = Schemas["WordingWanted"];
export type Person = Schemas["Person"];
export type PlannedAvailability = Schemas["PlannedAvailability"];
export type Progress = Schemas["Progress"];
export type QueueNow = Schemas["QueueNow"];
export type ReportLine = Schemas["ReportLine"];
export type Roster = Schemas["Roster"];
export type RoutingSettings = Schemas["RoutingSettings"];
export type RuleActions = Schemas["RuleActions"];
export type RuleConditions = Schemas["RuleConditions"];
export type SlaDocument = Schemas["SlaDocument"];
export type SlaDryRun = Schemas["SlaDryRun"];
export type SlaDryRunResult = Schemas["SlaDryRunResult"];
export type SlaSettings = Schemas["SlaSettings"];
export type Status = Schemas["Status"];
export type Strategy = Schemas["Strategy"];
export type TeamNow = Schemas["TeamNow"];
export type TeamPlan = Schemas["TeamPlan"];
export type WeekCheck = Schemas["WeekCheck"];
export type WeekGap = Schemas["GapView"];
export type WeekOfPerson = Schemas["WeekOfPerson"];
export type Workload = Schemas["Workload"];

export const STRATEGIES: readonly Strategy[] = [
  "weighted_load",
  "round_robin",
  "longest_idle",
  "skill_first",
  "manual_pull",
];

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to, as "08:00"; an end before its start lies in the next day, and "24:00" ends one. */
export type Interval = [string, string];

export interface NamedDay {
  date: string;
  name?: string;
}

export interface HalfDay {
  name?: string;
  hours: Interval[];
}

/** What an administrator writes of a calendar; a shift is the same without a name. */
export interface CalendarFile {
  id?: string;
  version?: number;
  name?: string;
  timezone?: string;
  week?: "24x7" | Partial<Record<Weekday, Interval[]>>;
  holidays?: (string | NamedDay)[];
  recurring_holidays?: (string | NamedDay)[];
  half_days?: Record<string, Interval[] | HalfDay>;
  moved_holidays?: Record<string, string>;
  region?: string;
  joined?: (string | CalendarFile)[];
  [rare: string]: unknown;
}

export interface TargetFile {
  seconds: number | null;
  business?: boolean;
  [rare: string]: unknown;
}

/** By priority. */
export type TargetsFile = Record<string, TargetFile>;

/** By level or vendor. */
export type AgreementsFile = Record<string, TargetsFile>;

export const CLOCKS = [
  "first_response",
  "next_response",
  "time_to_own",
  "periodic_update",
  "resolution",
] as const;

export interface WarningsFile {
  percent?: number[];
  minutes_before?: number[];
}

export type ConditionsFile = Record<string, string[] | string>;

export interface PolicyFile {
  id: string;
  name?: string;
  conditions?: ConditionsFile;
  calendar?: string;
  pause?: string[];
  warnings?: WarningsFile;
  targets?: Partial<Record<(typeof CLOCKS)[number], TargetsFile>> & {
    ola?: AgreementsFile;
    underpinning?: AgreementsFile;
  };
  [rare: string]: unknown;
}

/** One of its kinds with its value, as `{"notify": "on_call"}`. */
export type ActionFile = Record<string, string | boolean>;

export interface StepFile {
  after_seconds?: number | null;
  calendar?: string;
  actions: ActionFile[];
}

export interface LadderFile {
  id: string;
  name?: string;
  when: { clock?: string; step?: string; created?: string[] };
  conditions?: ConditionsFile;
  steps: StepFile[];
  repeat?: boolean;
  then?: string;
  [rare: string]: unknown;
}
export type PastDryRunResult = Schemas["PastDryRunResult"];
export type Asset = Schemas["Asset"];
export type AssetPlan = Schemas["AssetPlan"];
export type Organization = Schemas["Organization"];
export type OrganizationPlan = Schemas["OrganizationPlan"];
export type TopicPlan = Schemas["TopicPlan"];
export type TopicSettings = Schemas["TopicSettings"];
export type Mail = Schemas["Mail"];
export type MailOutcome = Schemas["Outcome"];
export type MailboxPlan = Schemas["MailboxWanted"];
export type Mailboxes = Schemas["Mailboxes"];
export type UndeliverableAddress = Schemas["UndeliverableAddress"];
