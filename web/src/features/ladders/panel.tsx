import { Button } from "@mantine/core";
import { IconBellRinging } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { Deadline } from "@/components/deadline";
import { Notice } from "@/components/states";
import { Time } from "@/components/time";
import { useProductNow } from "@/lib/product-clock";
import type { OnTicket } from "@/lib/ticket-parts";

import { useAcknowledgeTicket } from "./api/acknowledge-ticket";
import { ladderState } from "./ladders";
import styles from "./panel.module.css";
import { peopleTold } from "./people-told";

/** Somebody is wanted: the ladder goes on until one says so; then everybody sees who. */
export function LadderBanner({ ticket, teamName, complain }: OnTicket) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const acknowledge = useAcknowledgeTicket(ticket);
  const state = ladderState(ticket);
  if (state === null) return null;
  if (state.is === "answered") {
    return (
      <Notice tone="ok">
        {t("agent:ladder.answered", { name: state.by })} <Time at={state.at} />
      </Notice>
    );
  }
  return (
    <div className={styles.banner} role="alert">
      <IconBellRinging size={22} aria-hidden className={styles.bell} />
      <div className={styles.words}>
        <strong>{state.told.length > 0 ? t("agent:ladder.wanted") : t("agent:ladder.soon")}</strong>
        <span>
          {state.told.length > 0 &&
            `${t("agent:ladder.told", { people: peopleTold(state.told, { t, language: i18n.language, team: teamName }) })} `}
          <NextStep at={state.nextAt} first={state.told.length === 0} />
        </span>
      </div>
      <Button
        size="sm"
        loading={acknowledge.isPending}
        onClick={() => {
          acknowledge.mutate({}, { onError: complain });
        }}
      >
        {t("agent:ladder.acknowledge")}
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
