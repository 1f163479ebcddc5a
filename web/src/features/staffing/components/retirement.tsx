import { Button, Select, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Roster } from "@/api/settings-types";
import type { Team } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";
import { Question } from "@/components/settings/question";
import styles from "@/components/settings/settings-form.module.css";
import { Notice } from "@/components/states";
import { choosable } from "@/lib/desk/list-teams";
import { refusalsOf } from "@/lib/field-errors";
import { useProblemText } from "@/lib/problem-text";
import { teamOption } from "@/lib/ticket-fields";

import { useRetireTeam } from "../api/retire-team";

interface Props {
  found: Roster;
  teams: readonly Team[];
}

/** A team at work can be retired. */
export function Retire({ found, teams }: Props) {
  const { t } = useTranslation("settings");
  const [asking, setAsking] = useState(false);
  return (
    <section className={styles.card} aria-label={t("retire.title")}>
      <h2>{t("retire.title")}</h2>
      <p className={styles.hint}>{t("retire.text")}</p>
      <div>
        <Button
          variant="default"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t("retire.ask")}
        </Button>
      </div>
      {asking && (
        <Asked
          {...{ found, teams }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </section>
  );
}

const NOBODY = "";

function Asked({ found, teams, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const retiring = useRetireTeam(found.id);
  const [successor, setSuccessor] = useState(NOBODY);
  const { id, name, level } = found;
  const alike = choosable(teams).filter((team) => team.level === level && team.id !== id);
  return (
    <Question
      title={t("retire.question", { name })}
      doing={t("retire.do")}
      pending={retiring.isPending}
      onClose={onClose}
      onDo={() => {
        retiring.mutate(
          { retired: true, successor: successor === NOBODY ? null : successor },
          {
            onSuccess: () => {
              notify(t("retire.done", { name }));
              onClose();
            },
          },
        );
      }}
    >
      <Text size="sm">{t("retire.what", { name })}</Text>
      <Select
        label={t("retire.successor")}
        description={t("retire.successorHint")}
        allowDeselect={false}
        data={[{ value: NOBODY, label: t("retire.nobody") }, ...alike.map(teamOption)]}
        value={successor}
        onChange={(value) => {
          setSuccessor(value ?? NOBODY);
          retiring.reset();
        }}
      />
      {retiring.error !== null && <Refused error={retiring.error} />}
    </Question>
  );
}

/** All that still points at it, each in a line. */
function Refused({ error }: { error: Error }) {
  const { t } = useTranslation("settings");
  const problemText = useProblemText();
  const refusals = refusalsOf(error);
  return (
    <div role="alert">
      <Notice tone="bad">
        {refusals.length === 0 ? (
          problemText(error)
        ) : (
          <>
            {t("retire.pointed")}
            <ul>
              {refusals.map(({ place, message }) => (
                <li key={place + message}>{message}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  );
}

/** What is shown of a retired team instead of its plan. */
export function Retired({
  found,
  successor,
  mayChange,
}: {
  found: Roster;
  successor: string;
  mayChange: boolean;
}) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const complain = useComplain();
  const back = useRetireTeam(found.id);
  return (
    <section className={styles.card} aria-label={t("retire.title")}>
      <Notice tone="warn">{t("retire.is", { successor })}</Notice>
      {mayChange && (
        <div>
          <Button
            variant="default"
            loading={back.isPending}
            onClick={() => {
              back.mutate(
                { retired: false },
                {
                  onSuccess: ({ name }) => {
                    notify(t("retire.backDone", { name }));
                  },
                  onError: (error) => {
                    complain(error);
                  },
                },
              );
            }}
          >
            {t("retire.back")}
          </Button>
        </div>
      )}
    </section>
  );
}
