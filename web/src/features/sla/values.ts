import type {
  CalendarFile,
  ConditionsFile,
  LadderFile,
  PolicyFile,
  SlaDocument,
  SlaSettings,
} from "@/api/settings-types";

/** Any priority, any level, any vendor. */
export const ANY = "*";

type Survey = Omit<SlaSettings["survey"], "delay_seconds"> & { delay_seconds: number | null };

/** The whole document as it is edited: files stay files, so that what no form knows is kept. */
export interface SlaValues {
  calendars: CalendarFile[];
  policies: PolicyFile[];
  ladders: LadderFile[];
  close_solved_after_days: number | "";
  close_solved_in_business_days: boolean;
  survey: Survey;
}

export const slaValues = (settings: SlaSettings): SlaValues => ({
  calendars: settings.calendars,
  policies: settings.policies as PolicyFile[],
  ladders: settings.ladders as LadderFile[],
  close_solved_after_days: settings.close_solved_after_days,
  close_solved_in_business_days: settings.close_solved_in_business_days,
  survey: settings.survey,
});

export const slaDocument = (values: SlaValues): SlaDocument => ({
  calendars: values.calendars,
  policies: values.policies,
  ladders: values.ladders,
  close_solved_after_days: Number(values.close_solved_after_days),
  close_solved_in_business_days: values.close_solved_in_business_days,
  survey: { ...values.survey },
});

/** One value may stand there without its list. */
export const conditionRows = (file: ConditionsFile = {}): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(file).map(([key, wanted]) => [key, typeof wanted === "string" ? [wanted] : wanted]),
  );

const named = <T extends { calendar?: string | undefined }>(one: T, from: string, to: string): T =>
  one.calendar === from ? { ...one, calendar: to } : one;

/** With another id for a calendar or a ladder, and whatever names it by its id. */
export function renamed(
  values: SlaValues,
  list: "calendars" | "ladders",
  from: string,
  to: string,
): SlaValues {
  if (list === "ladders") {
    const ladders = values.ladders.map((one) => (one.then === from ? { ...one, then: to } : one));
    return { ...values, ladders };
  }
  return {
    ...values,
    calendars: values.calendars.map((one) => ({
      ...one,
      ...(one.joined && { joined: one.joined.map((other) => (other === from ? to : other)) }),
    })),
    policies: values.policies.map((one) => named(one, from, to)),
    ladders: values.ladders.map((one) => ({ ...one, steps: one.steps.map((step) => named(step, from, to)) })),
    survey: values.survey.calendar === from ? { ...values.survey, calendar: to } : values.survey,
  };
}

const unnamed = <T extends { name?: string }>({ name, ...rest }: T) =>
  name?.trim() === "" ? rest : { name, ...rest };

/** What can be tried while it is written: a name that is missing does not stop it. */
export const slaDraft = (values: SlaValues): SlaDocument => {
  const document = slaDocument(values);
  return {
    ...document,
    calendars: values.calendars.map(unnamed),
    policies: values.policies.map(unnamed),
    ladders: values.ladders.map(unnamed),
  };
};
