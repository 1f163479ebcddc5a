import { useEffect, useRef } from "react";

import { useBranding } from "@/lib/branding";

const NAMELESS = { title: "", opened: false };
const shown: { current: typeof NAMELESS }[] = [];

let waiting = 0;

function name(): void {
  const titled = shown.findLast(({ current }) => current.opened) ?? shown.at(-1);
  if (titled === undefined) return;
  document.title = waiting === 0 ? titled.current.title : `(${waiting}) ${titled.current.title}`;
}

/** So many news wait: said before the name of the window, for who looks at another. */
export function useCountInTitle(count: number): void {
  useEffect(() => {
    waiting = count;
    name();
    return () => {
      waiting = 0;
      name();
    };
  }, [count]);
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
