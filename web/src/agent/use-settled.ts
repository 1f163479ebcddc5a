import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";

const SETTLED_MS = 200;

/** What is typed into a field whose text stands in the address: it goes there once the typing rests. */
export function useSettled(text: string, go: (text: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(text);
  const [settled] = useDebouncedValue(typed, SETTLED_MS);
  const [seen, setSeen] = useState(text);
  // Somebody went back, or followed a link.
  if (seen !== text) {
    setSeen(text);
    if (text !== settled) setTyped(text);
  }
  useEffect(() => {
    if (settled === typed && settled !== text) go(settled);
  }, [settled, typed, text, go]);
  return [typed, setTyped];
}
