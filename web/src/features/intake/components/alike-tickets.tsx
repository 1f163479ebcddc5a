import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Time } from "@/components/time";

import { textOf } from "../alike";
import { useAlikeTickets } from "../api/alike-tickets";
import type { TakingCall } from "../use-taking-call";
import styles from "./call.module.css";

/** Open tickets that say what is being noted: each can be joined by one press. */
export function AlikeTickets({ call }: { call: TakingCall }) {
  const { t } = useTranslation("agent");
  const { values } = call;
  const caller = values.person?.id ?? null;
  const found = useAlikeTickets(textOf(values), caller);
  return (
    <div role="group" aria-label={t("create.alike")} className={styles.alike}>
      <p role="status" className={styles.facts}>
        {found.length > 0 && t("create.alikeText", { count: found.length })}
      </p>
      {found.map(
        ({ id, ticket }) =>
          ticket !== null && (
            <div key={id} className={styles.one}>
              <Link to="/tickets/$ticketId" params={{ ticketId: id }} target="_blank">
                <span className={styles.id}>{id}</span> <bdi>{ticket.subject}</bdi>
              </Link>
              <p className={styles.facts}>
                <bdi>{ticket.requester.name}</bdi> · <Time at={ticket.updated_at} />
              </p>
              <Button
                size="compact-sm"
                variant="default"
                loading={call.joining === id}
                disabled={call.busy !== null}
                onClick={() => {
                  call.join(ticket);
                }}
              >
                {t(ticket.requester.id === caller ? "create.add" : "create.addNote", { id })}
              </Button>
            </div>
          ),
      )}
    </div>
  );
}
