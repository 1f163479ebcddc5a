import { Button } from "@mantine/core";
import { IconBellRinging } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { Deadline } from "@/components/deadline";
import { Notice } from "@/components/states";
import { Time } from "@/components/time";
import { usePeopleTold } from "@/lib/people-told";
import { useProductNow } from "@/lib/product-clock";

import { ladderState } from "../ladders";
import styles from "./ladder-banner.module.css";

interface Props {
  ticket: Ticket;
  teamNames: ReadonlyMap<string, string>;
  busy: boolean;
  onAcknowledge: () => void;
}

/** Somebody is wanted: the ladder goes on until one says so; then everybody sees who. */
export function LadderBanner({ ticket, teamNames, busy, onAcknowledge }: Props) {
  const { t } = useTranslation("agent");
  const people = usePeopleTold(teamNames);
  const state = ladderState(ticket);
  if (state === null) return null;
  if (state.is === "answered") {
    return (
      <Notice tone="ok">
        {t("ladder.answered", { name: state.by })} <Time at={state.at} />
      </Notice>
    );
  }
  return (
    <div className={styles.banner} role="alert">
      <IconBellRinging size={22} aria-hidden className={styles.bell} />
      <div className={styles.words}>
        <strong>{state.told.length > 0 ? t("ladder.wanted") : t("ladder.soon")}</strong>
        <span>
          {state.told.length > 0 && `${t("ladder.told", { people: people(state.told) })} `}
          <NextStep at={state.nextAt} first={state.told.length === 0} />
        </span>
      </div>
      <Button size="sm" loading={busy} onClick={onAcknowledge}>
        {t("ladder.acknowledge")}
      </Button>
    </div>
  );
}

function NextStep({ at, first }: { at: string; first: boolean }) {
  const { t } = useTranslation("agent");
  const now = useProductNow();
  if (Date.parse(at) <= now) return <>{t("ladder.nextNow")}</>;
  return (
    // A countdown inside an alert would be read out every second.
    <span aria-live="off">
      {first ? t("ladder.first") : t("ladder.next")} <Deadline at={at} label={undefined} />
    </span>
  );
}
