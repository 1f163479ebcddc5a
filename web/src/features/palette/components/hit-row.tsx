import { UnstyledButton } from "@mantine/core";
import type { ComponentType } from "react";

import { Keys } from "@/components/key-tip";

import type { Hit } from "../sources";
import styles from "./palette.module.css";

interface Props {
  id: string;
  hit: Hit;
  Icon: ComponentType<{ size: number }>;
  current: boolean;
  onPoint: () => void;
  onChoose: (place: "here" | "tab") => void;
}

export function HitRow({ id, hit, Icon, current, onPoint, onChoose }: Props) {
  const refused = hit.refusal != null;
  return (
    <UnstyledButton
      id={id}
      role="option"
      aria-selected={current}
      aria-disabled={refused || undefined}
      tabIndex={-1}
      className={styles.hit}
      mod={{ selected: current, refused }}
      onMouseMove={current ? undefined : onPoint}
      onMouseDown={(event: React.MouseEvent) => {
        // The keyboard stays where one types.
        event.preventDefault();
      }}
      onClick={(event: React.MouseEvent) => {
        onChoose(event.ctrlKey || event.metaKey ? "tab" : "here");
      }}
    >
      <Icon size={16} />
      <span className={styles.words}>
        <bdi>{hit.words}</bdi>
      </span>
      {hit.detail !== undefined && (
        <span className={styles.detail}>
          <bdi>{hit.detail}</bdi>
        </span>
      )}
      {refused && <span className={styles.refusal}>{hit.refusal}</span>}
      {hit.keys?.[0] !== undefined && !refused && <Keys keys={hit.keys[0]} />}
    </UnstyledButton>
  );
}
