import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { useComplain } from "@/components/notify";
import { useActions } from "@/lib/actions";
import { api } from "@/lib/api-client";
import { useFallbackPolling, useWatch } from "@/lib/live-context";
import { useProductNow } from "@/lib/product-clock";

import { CHATS } from "../actions";
import { useWaitingChats } from "../api/waiting";
import styles from "./waiting-chats.module.css";

const NONE: typeof CHATS = [];

interface Props {
  teams: readonly string[];
  myId: string;
  /** No ticket is open beside it, to which the key belongs. */
  hasKeys: boolean;
  onTaken: (ticketId: string) => void;
}

/** Who chats and was not answered yet, with how long they wait: above all that concerns one. */
export function WaitingChats({ teams, myId, hasKeys, onTaken }: Props) {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const fault = useComplain();
  useWatch(...teams.map((team) => `team:${team}`));
  const chats = useWaitingChats(teams, useFallbackPolling());
  const taking = useMutation({
    mutationFn: (id: string) =>
      api.patch("/api/tickets/{ticket_id}", { path: { ticket_id: id }, body: { assignee: myId } }),
    onSuccess: (_, id) => {
      onTaken(id);
    },
    onError: fault,
    onSettled: () => void client.invalidateQueries({ queryKey: ["waiting-chats"] }),
  });
  const { mutate } = taking;
  const next = chats[0]?.id ?? null;
  useActions(
    hasKeys ? CHATS : NONE,
    useMemo(() => ({ next, take: mutate }), [next, mutate]),
  );
  if (chats.length === 0) return null;
  return (
    <section className={styles.box} aria-labelledby="waiting-chats">
      <h2 id="waiting-chats" className={styles.title}>
        {t("chat.waiting", { count: chats.length })}
      </h2>
      <ul className={styles.list}>
        {chats.map(({ id, subject, requester, created_at }) => (
          <li key={id} className={styles.row}>
            <Waits since={created_at} />
            <bdi className={styles.subject}>{subject}</bdi>
            <bdi className={styles.who}>{requester.name}</bdi>
            <Button
              busy={taking.isPending && taking.variables === id}
              aria-label={`${t("chat.takeThis")}: ${subject}`}
              onClick={() => {
                mutate(id);
              }}
            >
              {t("chat.takeThis")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waits({ since }: { since: string }) {
  const { t } = useTranslation("agent");
  const now = useProductNow(1_000);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return <span className={styles.waits}>{t("chat.seconds", { count: seconds })}</span>;
}
