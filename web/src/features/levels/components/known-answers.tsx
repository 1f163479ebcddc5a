import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Level } from "@/api/types";
import { MoreButton } from "@/components/more-button";
import { PlainText } from "@/components/plain-text";
import { SideCard } from "@/components/side-card";
import { Loading, Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { useLevelNotes } from "../api/list-notes";
import styles from "./known-answers.module.css";

interface Props {
  level: Level;
  category: string;
  onUse: (answer: string) => void;
}

/** What higher levels found out about tickets of this kind. Where there is nothing, it is only a head. */
export function KnownAnswers({ level, category, onUse }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const problemText = useProblemText();
  const pages = useLevelNotes(level, category);
  if (pages.isPending) return <Loading lines={1} onRetry={() => void pages.refetch()} />;
  const notes = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { error } = pages;
  // Specialists from outside do not learn of other customers' tickets.
  const none = isProblem(error, 403) || (error === null && notes.length === 0);
  return (
    <SideCard title={t("agent:known.title")} empty={none}>
      <div className={styles.notes}>
        {notes.map(({ id, title, body, author, at, ticket }) => (
          <details key={id} className={styles.note}>
            <summary>
              <bdi>{title}</bdi>
            </summary>
            <p className={styles.body}>
              <PlainText text={body} />
            </p>
            <p className={styles.from}>
              <bdi>{author.name}</bdi>, <Time at={at} />, <TicketLink id={ticket}>{ticket}</TicketLink>
            </p>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onUse(body);
              }}
            >
              {t("agent:known.use")}
            </Button>
          </details>
        ))}
        {error !== null && (
          <div role="alert">
            <Notice tone="bad">{problemText(error)}</Notice>
          </div>
        )}
        {error !== null && notes.length === 0 && (
          <Button size="xs" variant="default" onClick={() => void pages.refetch()}>
            {t("common:retry")}
          </Button>
        )}
        <MoreButton pages={pages} size="xs" variant="subtle">
          {t("agent:known.more")}
        </MoreButton>
      </div>
    </SideCard>
  );
}
