import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { useMe } from "@/lib/desk/get-me";
import { initials } from "@/lib/initials";
import { isolated } from "@/lib/isolated";
import { useLive } from "@/lib/live-context";

import styles from "./presence.module.css";

const SHOWN = 3;

/** Who else is at a ticket of a list now; who writes there is seen to. */
function RowAvatars({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation("agent");
  const { whoIsWhere } = useLive();
  const people = useSyncExternalStore(whoIsWhere.subscribe, () => whoIsWhere.at(ticketId));
  const me = useMe().data?.id;
  const others = people.filter(({ id }) => id !== me);
  if (others.length === 0) return null;
  const more = others.length - SHOWN;
  return (
    <span className={styles.inRow}>
      {others.slice(0, SHOWN).map(({ id, name, doing }) => {
        const words = t(`presence.${doing}`, { count: 1, names: isolated(name) });
        return (
          <span
            key={id}
            className={styles.small}
            data-writing={doing === "writing" || undefined}
            title={words}
          >
            <span aria-hidden>{initials(name)}</span>
            <span className="visually-hidden">{words}</span>
          </span>
        );
      })}
      {more > 0 && <span className={styles.small}>+{more}</span>}
    </span>
  );
}

/** As lists ask for it. */
export const whoIsAt = (ticketId: string) => <RowAvatars ticketId={ticketId} />;
