import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { MoreButton } from "@/components/more-button";
import { useNotify } from "@/components/notify";
import { Question } from "@/components/settings/question";
import formStyles from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { Time } from "@/components/time";
import { usePageTitle } from "@/lib/page-title";
import { useProblemText } from "@/lib/problem-text";

import { useReachAgain, useUnreachedPages } from "../api/unreached";
import styles from "./unreached.module.css";

/** Addresses that nothing is sent to any more, with why, until somebody says that they work again. */
export function UnreachedPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("unreached.title"));
  const notify = useNotify();
  const problemText = useProblemText();
  const pages = useUnreachedPages();
  const again = useReachAgain();
  const [asked, setAsked] = useState<string | null>(null);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SettingsHead title={t("unreached.title")}>{t("unreached.text")}</SettingsHead>
      <Loaded of={pages} lines={5}>
        {() =>
          items.length === 0 ? (
            <EmptyState title={t("unreached.none")} />
          ) : (
            <ul className={formStyles.list} aria-label={t("unreached.title")}>
              {items.map(({ address, state, why, since }) => (
                <li key={address} className={formStyles.item}>
                  <span className={styles.what}>
                    <strong>
                      <bdi>{address}</bdi>
                    </strong>
                    <span className={styles.why}>
                      {t(state === "complained" ? "unreached.complained" : "unreached.bounced")},{" "}
                      <Time at={since} />
                      {why !== "" && (
                        <>
                          {": "}
                          <bdi>{why}</bdi>
                        </>
                      )}
                    </span>
                  </span>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t("unreached.againTo", { address })}
                    onClick={() => {
                      setAsked(address);
                    }}
                  >
                    {t("unreached.again")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton pages={pages}>{t("unreached.more")}</MoreButton>
      {asked !== null && (
        <Question
          title={t("unreached.question")}
          doing={t("unreached.again")}
          pending={again.isPending}
          onClose={() => {
            setAsked(null);
          }}
          onDo={() => {
            again.mutate(asked, {
              onSuccess: () => {
                notify(t("unreached.done", { address: asked, interpolation: { escapeValue: false } }));
                setAsked(null);
              },
              onError: (error) => {
                notify(problemText(error), { tone: "bad" });
              },
            });
          }}
        >
          <p>
            <bdi>{asked}</bdi>
          </p>
          <p>{t("unreached.questionText")}</p>
        </Question>
      )}
    </>
  );
}
