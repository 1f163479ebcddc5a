import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./register.module.css";

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

interface Props {
  label: string;
  example: string;
  onNew: (id: string) => void;
}

/** What is told apart by an id of people's choosing begins with it; saving makes it. */
export function NewById({ label, example, onNew }: Props) {
  const { t } = useTranslation("settings");
  const [id, setId] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        if (ID.test(id)) onNew(id);
        else setWrong(true);
      }}
    >
      <TextInput
        label={label}
        placeholder={example}
        value={id}
        error={wrong ? t("idHint") : undefined}
        onChange={(event) => {
          setId(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="default">
        {t("create")}
      </Button>
    </form>
  );
}
