import type { Concern, OwnSettings } from "@/api/types";

import type { Own, OwnPlan } from "./api/own";

/** What people are told of. That somebody is mentioned is not told yet. */
export const TOLD_OF = [
  "assigned",
  "handed_over",
  "replied",
  "due_soon",
  "missed",
  "escalated",
  "waiting",
  "paged",
] as const satisfies readonly Concern[];

export const WAYS = ["app", "mail", "digest", "push"] as const;

type Way = (typeof WAYS)[number];

export type StartPage = NonNullable<OwnSettings["start_page"]>;

/** Where one can begin. */
export const START_PAGES: readonly StartPage[] = ["mine", "inbox", "team", "unassigned"];

/** For how many seconds what is sent can be had back; 0 is not at all. */
export const UNDO_SEND = [0, 5, 10, 20, 30] as const satisfies readonly OwnSettings["undo_send"][];

const secondsOf = (chosen: string) => UNDO_SEND.find((seconds) => String(seconds) === chosen);

type Notifications = NonNullable<OwnSettings["notifications"]>;

type Ways = NonNullable<Notifications[Concern]>;

/** Who is mailed at once is not told again in the one mail a day, and the other way round. */
export const withWay = (ways: Ways, way: Way, chosen: boolean): Ways => ({
  ...ways,
  ...(chosen && way === "mail" && { digest: false }),
  ...(chosen && way === "digest" && { mail: false }),
  [way]: chosen,
});

export const hasDigest = (notifications: Notifications): boolean =>
  Object.values(notifications).some((ways) => ways.digest === true);

export interface OwnValues {
  language: string;
  timezone: string;
  start_page: StartPage;
  single_keys: boolean;
  /** One of UNDO_SEND, as the form has it. */
  undo_send: string;
  notifications: Notifications;
  quiet: boolean;
  start: string;
  end: string;
  signature: string;
  digest_at: string;
  /** What this page does not show is saved as it is. */
  others: Omit<
    OwnSettings,
    | "notifications"
    | "quiet_hours"
    | "revision"
    | "start_page"
    | "single_keys"
    | "undo_send"
    | "signature"
    | "digest_at"
  >;
}

/** What a night is, for who switches it on. */
const NIGHT = { start: "20:00", end: "07:00" };

export function valuesOf({ locale, settings }: Own): OwnValues {
  const {
    notifications = {},
    quiet_hours,
    start_page = "mine",
    single_keys = true,
    undo_send = 10,
    signature = "",
    digest_at = "08:00",
    ...rest
  } = settings;
  const others: Partial<typeof rest> = rest;
  delete others.revision;
  return {
    ...locale,
    ...NIGHT,
    ...quiet_hours,
    quiet: quiet_hours != null,
    start_page,
    single_keys,
    undo_send: String(undo_send),
    notifications,
    signature,
    digest_at,
    others,
  };
}

export const planOf = (values: OwnValues): OwnPlan => ({
  locale: { language: values.language, timezone: values.timezone },
  settings: {
    ...values.others,
    start_page: values.start_page,
    single_keys: values.single_keys,
    undo_send: secondsOf(values.undo_send),
    notifications: values.notifications,
    signature: values.signature,
    digest_at: values.digest_at,
    quiet_hours: values.quiet ? { start: values.start, end: values.end } : null,
  },
});
