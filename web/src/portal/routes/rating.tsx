import { useTranslation } from "react-i18next";

import { ToRequests } from "@/components/expired-link";
import { EmptyState } from "@/components/states";
import { RatingForm, RATINGS } from "@/features/surveys/components/rating-form";
import { usePageTitle } from "@/lib/page-title";

import styles from "./narrow.module.css";

export default function RatingPage() {
  const { t } = useTranslation("portal");
  usePageTitle(t("rating.title"));
  const token = decodeURIComponent(window.location.hash.slice(1));
  const wish = Number(new URLSearchParams(window.location.search).get("rating"));
  const wished = RATINGS.find((value) => value === wish) ?? null;
  if (token === "")
    return (
      <EmptyState whole title={t("status.noToken")} text={t("rating.noTokenText")}>
        <ToRequests />
      </EmptyState>
    );
  return (
    <div className={styles.narrow}>
      <RatingForm key={token} token={token} wished={wished} />
    </div>
  );
}
