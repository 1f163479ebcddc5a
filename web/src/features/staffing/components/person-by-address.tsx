import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Person } from "@/api/settings-types";
import styles from "@/components/settings/settings-form.module.css";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { getPerson } from "@/lib/desk/get-person";

interface Props {
  label: string;
  /** What the button says. */
  doing: string;
  onFound: (person: Person) => void;
}

/** Somebody who is in no team is found by their address. */
export function PersonByAddress({ label, doing, onFound }: Props) {
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
        label={label}
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
        {doing}
      </Button>
    </div>
  );
}
