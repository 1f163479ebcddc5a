import { useEffect, useRef } from "react";

import { useBranding } from "@/lib/branding";

const NAMELESS = { title: "", opened: false };
const shown: { current: typeof NAMELESS }[] = [];

function name(): void {
  const titled = shown.findLast(({ current }) => current.opened) ?? shown.at(-1);
  if (titled !== undefined) document.title = titled.current.title;
}

/** The window is named after its page; of what lies side by side, after what was `opened` there. */
export function usePageTitle(title: string, opened = false): void {
  const { name: desk } = useBranding();
  const own = useRef(NAMELESS);
  useEffect(() => {
    shown.push(own);
    return () => {
      shown.splice(shown.indexOf(own), 1);
      name();
    };
  }, []);
  useEffect(() => {
    own.current = { title: title === "" ? desk : `${title} · ${desk}`, opened };
    name();
  }, [title, opened, desk]);
}
