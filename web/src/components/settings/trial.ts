/** What is tried while it is written: it follows the form, and nothing is written. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";

const RESTS_MS = 400;

/** What is tried follows the form once the typing rests; compared by what it says. */
export function useSettled<T>(value: T): T {
  const [settled] = useDebouncedValue(JSON.stringify(value), RESTS_MS);
  return JSON.parse(settled) as T;
}

/** One answer for each question: what was asked before is asked anew. */
export const ASKED_ANEW = {
  placeholderData: keepPreviousData,
  retry: false,
  gcTime: 0,
  refetchOnWindowFocus: false,
} as const;
