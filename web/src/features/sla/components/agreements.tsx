import { Button, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AgreementsFile, TargetsFile } from "@/api/settings-types";
import { LEVELS } from "@/api/types";
import { RowList } from "@/components/settings/row-list";
import settingsForm from "@/components/settings/settings-form.module.css";
import type { Refusals } from "@/lib/field-errors";
import { useWords } from "@/lib/words";

import { ANY } from "../values";
import { ClockTargets } from "./clock-targets";
import styles from "./sla.module.css";

interface Props {
  /** Promises of our levels to each other, or of vendors to us. */
  agreement: "ola" | "underpinning";
  value: AgreementsFile;
  place: string;
  refusals: Refusals;
  onChange: (value: AgreementsFile) => void;
}

export function Agreements({ agreement, value, place, refusals, onChange }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const name = (party: string) => {
    if (party === ANY) return t(`${agreement}.any`);
    return agreement === "ola" ? `${party} ${words.level(party)}` : party;
  };
  const adder = (add: (row: [string, TargetsFile]) => void) => {
    const onAdd = (party: string) => {
      if (!(party in value)) add([party, {}]);
    };
    return agreement === "ola" ? (
      <AddLevel taken={value} nameOf={name} onAdd={onAdd} />
    ) : (
      <AddVendor taken={value} onAdd={onAdd} />
    );
  };
  return (
    <section aria-label={t(`${agreement}.title`)} className={settingsForm.fields}>
      <h3>{t(`${agreement}.title`)}</h3>
      <p className={settingsForm.hint}>{t(`${agreement}.hint`)}</p>
      <RowList<[string, TargetsFile]>
        className={styles.clocks}
        rows={Object.entries(value)}
        keyOf={([party]) => party}
        adder={adder}
        onChange={(rows) => {
          onChange(Object.fromEntries(rows));
        }}
      >
        {([party, targets], { set, remove }) => (
          <ClockTargets
            name={name(party)}
            value={targets}
            place={`${place}.${party}`}
            refusals={refusals}
            onChange={(next) => {
              set([party, next]);
            }}
          >
            <Button size="xs" variant="subtle" color="gray" onClick={remove}>
              {t("agreement.remove", { name: name(party) })}
            </Button>
          </ClockTargets>
        )}
      </RowList>
    </section>
  );
}

interface AddProps {
  taken: AgreementsFile;
  onAdd: (party: string) => void;
}

function AddLevel({ taken, nameOf, onAdd }: AddProps & { nameOf: (party: string) => string }) {
  const { t } = useTranslation("settings");
  const free = [...LEVELS, ANY].filter((party) => !(party in taken));
  if (free.length === 0) return null;
  return (
    <Select
      data-add
      size="sm"
      className={styles.party}
      label={t("ola.add")}
      placeholder={t("ola.choose")}
      data={free.map((party) => ({ value: party, label: nameOf(party) }))}
      value={null}
      onChange={(party) => {
        if (party !== null) onAdd(party);
      }}
    />
  );
}

/** As a ticket that waits for a vendor names them. */
const VENDOR = /^[\w.:@-]{1,128}$/;

function AddVendor({ taken, onAdd }: AddProps) {
  const { t } = useTranslation("settings");
  const [vendor, setVendor] = useState("");
  const [wrong, setWrong] = useState(false);
  const add = () => {
    if (!VENDOR.test(vendor.trim())) {
      setWrong(true);
      return;
    }
    onAdd(vendor.trim());
    setVendor("");
  };
  return (
    <div className={settingsForm.add}>
      <TextInput
        data-add
        size="sm"
        className={styles.party}
        label={t("underpinning.add")}
        placeholder="acme"
        autoComplete="off"
        value={vendor}
        error={wrong ? t("underpinning.shape") : undefined}
        onChange={(event) => {
          setVendor(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      />
      <Button size="sm" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
        {t("underpinning.addThis")}
      </Button>
      {!(ANY in taken) && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onAdd(ANY);
          }}
        >
          {t("underpinning.any")}
        </Button>
      )}
    </div>
  );
}
