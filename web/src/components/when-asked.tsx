import { Button } from "@mantine/core";
import { useRef, type ReactNode } from "react";

import { useFocusAfterChange } from "@/lib/focus";

import { Loaded } from "./loaded";
import styles from "./when-asked.module.css";

interface Props<Found> {
  asked: boolean;
  onAsk: () => void;
  /** What the button says that asks for it. */
  words: string;
  /** Fetched once it is asked for. */
  of: Parameters<typeof Loaded<Found>>[0]["of"];
  lines: number;
  className?: string | undefined;
  children: (found: Found) => ReactNode;
}

/** What is fetched when somebody wants to know: a button until then, in whose place it is read. */
export function WhenAsked<Found>({ asked, onAsk, words, of, lines, className, children }: Props<Found>) {
  const focusAfterChange = useFocusAfterChange();
  const place = useRef<HTMLDivElement>(null);
  if (!asked) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          onAsk();
          focusAfterChange(() => place.current);
        }}
      >
        {words}
      </Button>
    );
  }
  return (
    <div ref={place} className={`${styles.found} ${className ?? ""}`} tabIndex={-1}>
      <Loaded of={of} lines={lines}>
        {children}
      </Loaded>
    </div>
  );
}
