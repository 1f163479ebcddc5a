import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { ViewGroup } from "@/api/types";
import { useWords } from "@/lib/words";

import type { Grouping } from "../address";
import { keyOf } from "../groups";
import styles from "./groups.module.css";

interface Props {
  grouping: Grouping;
  groups: readonly ViewGroup[];
  /** The one that is open, by its key. */
  open: string | null;
  onOpen: (key: string) => void;
  /** The tickets of the one that is open. */
  children: ReactNode;
}

/** A list in parts, of which one is open: each head says what it is, and how many tickets it has. */
export function Groups({ grouping, groups, open, onOpen, children }: Props) {
  const { t } = useTranslation("agent");
  const name = useGroupName(grouping);
  return groups.map((group) => {
    const key = keyOf(group);
    const isOpen = key === open;
    return (
      <section key={key}>
        <h2 className={styles.head}>
          <button
            type="button"
            className={styles.open}
            aria-expanded={isOpen}
            disabled={group.condition === null}
            onClick={() => {
              onOpen(key);
            }}
          >
            <IconChevronDown size={14} aria-hidden className={isOpen ? undefined : styles.turned} />
            <bdi>{name(group)}</bdi>{" "}
            <span className={styles.count}>{t("views.inGroup", { count: group.count })}</span>
          </button>
        </h2>
        {isOpen && children}
      </section>
    );
  });
}

function useGroupName(grouping: Grouping) {
  const { t } = useTranslation("agent");
  const words = useWords();
  return ({ key, name }: ViewGroup): string => {
    if (key === null) return t(`views.lacks.${grouping as "assignee"}`);
    if (grouping === "state") return words.state(key);
    if (grouping === "priority") return words.priority(key);
    return grouping === "due" ? t(`views.dues.${key as "past"}`) : name;
  };
}
