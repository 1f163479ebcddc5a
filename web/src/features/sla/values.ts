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

/** An id that is free, made of the name. */
export function freeId(wanted: string, taken: readonly (string | undefined)[]): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
