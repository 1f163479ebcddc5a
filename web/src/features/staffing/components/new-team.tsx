import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LEVELS, type Level } from "@/api/types";
import { Refused } from "@/components/refused";
import { MadeId } from "@/components/settings/made-id";
import styles from "@/components/settings/settings-form.module.css";
import { refusalsOf, refused, refusedAt } from "@/lib/field-errors";
import { useFocusOnMount } from "@/lib/focus";
import { ID, madeId } from "@/lib/made-ids";
import { isProblem } from "@/lib/problem";
import { useWords } from "@/lib/words";

import { usePlanTeam } from "../api/plan-team";
import { NEW_TEAM, teamPlan } from "../team-values";

/** The revision of a team that nobody has saved yet. */
const UNWRITTEN = 0;

interface Props {
  /** The ids that teams have. */
  taken: readonly string[];
  onCreated: (id: string) => void;
  onCancel: () => void;
}

/** What a team needs to begin with; its people and hours are planned on its own page. */
export function NewTeam({ taken, onCreated, onCancel }: Props) {
  const { t } = useTranslation(["settings", "agent", "common"]);
  const words = useWords();
  const first = useFocusOnMount<HTMLInputElement>();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<string | null>(null);
  const [level, setLevel] = useState<Level>(NEW_TEAM.level);
  const [topic, setTopic] = useState("");
  const [asked, setAsked] = useState(false);
  const id = typed ?? madeId(name, "team", taken);
  const creating = usePlanTeam(id);
  const refusals = refusalsOf(creating.error);
  const exists = taken.includes(id) || isProblem(creating.error, 412);

  const wrongId = (): string | undefined => {
    if (exists) return t("settings:id.taken");
    return asked && !ID.test(id) ? t("settings:id.shape") : refusedAt(refusals, "id");
  };
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === "" || !ID.test(id) || taken.includes(id) || creating.isPending) return;
    creating.mutate(
      {
        plan: teamPlan({ ...NEW_TEAM, name: name.trim(), level, topic: topic.trim() }),
        revision: UNWRITTEN,
      },
      {
        onSuccess: () => {
          onCreated(id);
        },
      },
    );
  };

  return (
    <form noValidate className={styles.card} aria-label={t("settings:teams.new")} onSubmit={submit}>
      <h2>{t("settings:teams.new")}</h2>
      {!exists && <Refused error={creating.error} />}
      <div className={styles.row}>
        <TextInput
          ref={first}
          label={t("settings:team.name")}
          required
          maxLength={250}
          value={name}
          {...refused(refusals, "name")}
          error={asked && name.trim() === "" ? t("agent:required") : refusedAt(refusals, "name")}
          onChange={(event) => {
            setName(event.currentTarget.value);
            creating.reset();
          }}
        />
        <Select
          {...refused(refusals, "level")}
          label={t("settings:team.level")}
          allowDeselect={false}
          data={LEVELS.map((value) => ({ value, label: `${value} ${words.level(value)}` }))}
          value={level}
          onChange={(value) => {
            if (value !== null) setLevel(value);
          }}
        />
        <TextInput
          label={t("settings:team.topic")}
          maxLength={250}
          value={topic}
          {...refused(refusals, "topic")}
          onChange={(event) => {
            setTopic(event.currentTarget.value);
          }}
        />
      </div>
      <MadeId
        fresh
        id={id}
        error={wrongId()}
        onChange={(next) => {
          setTyped(next);
          creating.reset();
        }}
      />
      <Group gap="xs">
        <Button type="submit" loading={creating.isPending}>
          {t("settings:teams.create")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  );
}
