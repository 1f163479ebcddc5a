import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Person } from "@/api/settings-types";
import { FactRows } from "@/components/fact-rows";
import { useTicketCount } from "../api/count-tickets";
import styles from "./addresses.module.css";

interface Props {
  kept: Person;
  other: Person;
  busy: boolean;
  onJoin: () => void;
  onCancel: () => void;
}

/** Whose address it is, and what becomes one if they are the same person. */
export function JoinOffer({ kept, other, busy, onJoin, onCancel }: Props) {
  const { t } = useTranslation("agent");
  const count = useTicketCount(other.id);
  const facts = [
    { label: t("person.name"), value: <bdi>{other.name}</bdi> },
    {
      label: t("addresses.title"),
      value: <bdi>{[other.email, ...other.others].filter(Boolean).join(", ")}</bdi>,
    },
    ...(other.phone === null ? [] : [{ label: t("person.phone"), value: <bdi>{other.phone}</bdi> }]),
    ...(other.organization === null
      ? []
      : [{ label: t("ticket.organization"), value: <bdi>{other.organization}</bdi> }]),
    { label: t("person.tickets"), value: count },
  ];
  return (
    <div role="group" aria-label={t("addresses.same")} className={styles.offer}>
      <h3>{t("addresses.same")}</h3>
      <FactRows facts={facts} />
      <p>{t("addresses.becomes", { name: kept.name })}</p>
      <div className={styles.choices}>
        <Button loading={busy} onClick={onJoin}>
          {t("addresses.join", { name: kept.name })}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("addresses.apart")}
        </Button>
      </div>
    </div>
  );
}
