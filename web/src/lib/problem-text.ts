import { useTranslation } from "react-i18next";

import { refusalsOf } from "./field-errors";
import { ApiProblem, NoAnswer } from "./problem";
import { span } from "./time-format";

const BY_CODE = {
  rate_limited: "error.rateLimited",
  briefings_full: "error.briefingsFull",
  exports_running: "error.exportsRunning",
  idempotency_key_reused: "error.idempotency",
  transition_refused: "error.transition",
  attachment_pending: "attachments.pending",
  sign_in_required: "error.signIn",
  forbidden: "error.forbidden",
  deactivated: "error.deactivated",
  team_retired: "error.teamRetired",
  not_found: "error.notFoundText",
} as const;

const BY_STATUS = {
  401: "error.signIn",
  403: "error.forbidden",
  404: "error.notFoundText",
  429: "error.rateLimited",
} as const;

const known = <T extends object>(table: T, key: PropertyKey): key is keyof T => key in table;

/** One sentence for people. Codes we know are said in the reader's language, others in the service's words. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (error instanceof NoAnswer) return t("error.noAnswer");
    if (!(error instanceof ApiProblem)) return t("error.unexpected");
    const wait = span(error.retryAfterSeconds ?? 60, i18n.language);
    if (known(BY_CODE, error.code)) return t(BY_CODE[error.code], { wait });
    if (known(BY_STATUS, error.status)) return t(BY_STATUS[error.status], { wait });
    const refusals = refusalsOf(error).map(({ message }) => message);
    if (refusals.length > 0) return refusals.join(" ");
    return error.status < 500 ? error.message : t("error.unexpected");
  };
}
