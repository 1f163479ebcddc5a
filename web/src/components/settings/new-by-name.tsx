import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ID, madeId } from "@/lib/made-ids";

import { MadeId } from "./made-id";
import styles from "./register.module.css";

interface Props {
  label: string;
  example: string;
  /** What its id begins with where the name gives none. */
  otherwise: string;
  /** Whether there is one of this id. */
  exists: (id: string) => Promise<boolean>;
  onNew: (id: string, name: string) => void;
}

/** Something new begins with its name; an id is made of it, and saving makes the thing. */
export function NewByName({ label, example, otherwise, exists, onNew }: Props) {
  const { t } = useTranslation(["settings", "agent"]);
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<string | null>(null);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const [looking, setLooking] = useState(false);
  const id = typed ?? madeId(name, otherwise, taken);
  const nameless = name.trim() === "";
  const wrong = () => {
    if (typed === null) return undefined;
    if (taken.includes(typed)) return t("settings:id.taken");
    return asked && !ID.test(typed) ? t("settings:id.shape") : undefined;
  };
  /** One that was made gives way to those there are; one that was typed is told. */
  const create = async () => {
    const found = [...taken];
    for (;;) {
      const wanted = typed ?? madeId(name, otherwise, found);
      if (!found.includes(wanted) && !(await exists(wanted))) {
        onNew(wanted, name.trim());
        return;
      }
      found.push(wanted);
      setTaken(found);
      if (typed !== null) return;
    }
  };
  return (
    <form
      noValidate
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (nameless || !ID.test(id) || looking) return;
        setLooking(true);
        void create().finally(() => {
          setLooking(false);
        });
      }}
    >
      <div className={styles.line}>
        <TextInput
          label={label}
          placeholder={example}
          maxLength={250}
          value={name}
          error={asked && nameless ? t("agent:required") : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={looking}>
          {t("settings:create")}
        </Button>
      </div>
      {(!nameless || typed !== null) && <MadeId fresh id={id} error={wrong()} onChange={setTyped} />}
    </form>
  );
}
