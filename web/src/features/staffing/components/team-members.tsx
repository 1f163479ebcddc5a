import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { RowList } from "@/components/settings/row-list";
import styles from "@/components/settings/settings-form.module.css";
import { announce } from "@/lib/announcer";
import type { Refused } from "@/lib/field-errors";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { getPerson } from "../api/get-person";
import type { MemberValue } from "../team-values";

interface Props {
  members: readonly MemberValue[];
  /** People of other teams, who are known by name. */
  colleagues: readonly MemberValue[];
  /** What was said about who is chosen. */
  refused: Refused;
  onChange: (members: MemberValue[]) => void;
}

export function TeamMembers({ members, colleagues, refused, onChange }: Props) {
  const { t } = useTranslation("settings");
  const others = colleagues.filter(({ id }) => !members.some((member) => member.id === id));
  const add = (person: MemberValue) => {
    if (!members.some(({ id }) => id === person.id)) onChange([...members, person]);
    announce(t("members.added", { name: person.name }));
  };
  return (
    <section className={styles.card} aria-label={t("team.members")}>
      <h2>{t("team.members")}</h2>
      {members.length === 0 && <p className={styles.hint}>{t("members.none")}</p>}
      <RowList
        isList
        className={styles.list}
        rowClass={styles.item}
        rows={members}
        keyOf={({ id }) => id}
        onChange={onChange}
      >
        {({ name }, { remove }) => (
          <>
            <bdi>{name}</bdi>
            <CloseButton size="sm" aria-label={t("members.remove", { name })} onClick={remove} />
          </>
        )}
      </RowList>
      <div className={styles.row}>
        <Select
          data-add
          searchable
          label={t("members.known")}
          placeholder={t("members.choose")}
          disabled={others.length === 0}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          {...refused}
          onChange={(id) => {
            const person = others.find((one) => one.id === id);
            if (person !== undefined) add(person);
          }}
        />
        <ByAddress onFound={add} />
      </div>
    </section>
  );
}

/** Somebody who is in no team yet is found by their address. */
function ByAddress({ onFound }: { onFound: (person: MemberValue) => void }) {
  const { t } = useTranslation("settings");
  const problemText = useProblemText();
  const [address, setAddress] = useState("");
  const finding = useMutation({
    mutationFn: getPerson,
    onSuccess: (person) => {
      onFound(person);
      setAddress("");
    },
  });
  const find = () => {
    if (address.includes("@") && !finding.isPending) finding.mutate(address.trim());
  };
  const error = finding.error;
  return (
    <div className={styles.add}>
      <TextInput
        type="email"
        label={t("members.byAddress")}
        value={address}
        error={error === null ? undefined : isProblem(error, 404) ? t("members.unknown") : problemText(error)}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          finding.reset();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          find();
        }}
      />
      <Button variant="default" loading={finding.isPending} onClick={find}>
        {t("members.add")}
      </Button>
    </div>
  );
}
