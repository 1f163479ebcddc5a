/** What does not change any more. In both apps: the portal's renderer takes no hooks of the component library. */
import { useEffect, useState } from "react";

export function useRested<T>(value: T, restsMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(value);
    }, restsMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [value, restsMs]);
  return settled;
}
