import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { Notice } from "@/components/states";
import { Time } from "@/components/time";
import { useProblemText } from "@/lib/problem-text";

import { textOf } from "../alike";
import { useAlikeTickets } from "../api/alike-tickets";
import { useJoining } from "../use-joining";
import type { WrittenRequest } from "../use-request";
import styles from "./alike-own.module.css";

/** Open requests of who writes that say the same: what was written can be added to one by one press. */
export default function AlikeOwn({ request }: { request: WrittenRequest }) {
  const { t } = useTranslation("portal");
  const problemText = useProblemText();
  const joining = useJoining(request);
  const found = useAlikeTickets(textOf(request.values), null);
  return (
    <div role="group" aria-label={t("alike.title")} className={styles.alike}>
      <p role="status" className={styles.lead}>
        {found.length > 0 && t("alike.text", { count: found.length })}
      </p>
      {found.map(
        ({ id, ticket }) =>
          ticket !== null && (
            <div key={id} className={styles.one}>
              <a href={`/tickets/${id}`} target="_blank" rel="noreferrer">
                <bdi>{ticket.subject}</bdi>
              </a>
              <p>
                {id} · <Time at={ticket.updated_at} />
              </p>
              <Button
                look="plain"
                busy={joining.isPending && joining.variables === id}
                onClick={() => {
                  if (!joining.isPending && !request.sending.isPending) joining.mutate(id);
                }}
              >
                {t("alike.add", { id })}
              </Button>
            </div>
          ),
      )}
      {joining.error !== null && (
        <div role="alert">
          <Notice tone="bad">{problemText(joining.error)}</Notice>
        </div>
      )}
    </div>
  );
}
