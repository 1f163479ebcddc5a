import { useTranslation } from "react-i18next";

import { buttonClass } from "./button";
import { EmptyState } from "./states";

/** From a page of the portal that shows nothing to the requests that there are. */
export function ToRequests() {
  const { t } = useTranslation("portal");
  return (
    <a href="/tickets" className={buttonClass("plain")}>
      {t("known.action")}
    </a>
  );
}

/** Behind a link from a mail that is no longer valid. */
export function ExpiredLink() {
  const { t } = useTranslation("portal");
  return (
    <EmptyState whole title={t("status.expired")} text={t("status.expiredText")}>
      <ToRequests />
    </EmptyState>
  );
}
