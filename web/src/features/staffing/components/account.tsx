import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Person } from "@/api/settings-types";
import { useNotify } from "@/components/notify";
import { Question } from "@/components/settings/question";
import styles from "@/components/settings/settings-form.module.css";
import { Notice } from "@/components/states";
import { useProblemText } from "@/lib/problem-text";

import { useSetActive } from "../api/set-active";

interface Props {
  person: Person;
  /** The names of their teams. */
  teams: readonly string[];
}

/** Whether somebody may sign in, as administrators decide. */
export function Account({ person, teams }: Props) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const setting = useSetActive(person.id);
  const { name, active } = person;
  const close = () => {
    setAsking(false);
    setting.reset();
  };
  const set = (next: boolean) => {
    setting.mutate(next, {
      onSuccess: () => {
        notify(t(next ? "account.backDone" : "account.done", { name }));
        close();
      },
    });
  };
  const refusal = setting.error !== null && (
    <div role="alert">
      <Notice tone="bad">{problemText(setting.error)}</Notice>
    </div>
  );
  return (
    <section className={styles.card} aria-label={t("account.title")}>
      <h2>{t("account.title")}</h2>
      {active ? (
        <p className={styles.hint}>{t("account.text")}</p>
      ) : (
        <Notice tone="warn">{t("account.is", { name })}</Notice>
      )}
      {!asking && refusal}
      <div>
        <Button
          variant="default"
          loading={!asking && setting.isPending}
          onClick={() => {
            if (active) setAsking(true);
            else set(true);
          }}
        >
          {t(active ? "account.ask" : "account.back")}
        </Button>
      </div>
      {asking && (
        <Question
          title={t("account.question", { name })}
          doing={t("account.do")}
          pending={setting.isPending}
          onClose={close}
          onDo={() => {
            set(false);
          }}
        >
          <Text size="sm">{t("account.what", { name })}</Text>
          <Text size="sm">
            {teams.length === 0 ? t("account.noTeams") : t("account.teams", { teams: teams.join(", ") })}
          </Text>
          {refusal}
        </Question>
      )}
    </section>
  );
}
