import { Kbd, Tooltip } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Action } from "@/lib/actions";
import { keyNames } from "@/lib/key-names";

import styles from "./key-tip.module.css";

interface Props {
  of: Pick<Action<never>, "words" | "keys">;
  /** Takes the tip: one element that can be pointed at. */
  children: ReactElement;
}

/** Names the key of an action to whoever stays on its button for a moment. */
export function KeyTip({ of, children }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const [first] = of.keys ?? [];
  if (first === undefined) return children;
  return (
    <Tooltip
      openDelay={400}
      label={
        <span className={styles.tip}>
          {of.words(t)} <Keys keys={first} />
        </span>
      }
    >
      {children}
    </Tooltip>
  );
}

/** "g m" as the keys one presses. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation("agent");
  return (
    <span className={styles.keys}>
      {keyNames(keys, t).map((key, index) => (
        <Kbd key={index} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
