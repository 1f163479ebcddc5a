import { useLayoutEffect, useState, type RefObject } from "react";

/** How wide something is, in rem, known before it is seen; null where nothing has a width. */
export function useWidth(of: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return;
    const measure = () => {
      setWidth(Math.round(element.clientWidth / remInPixels()) || null);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [of]);
  return width;
}

export const remInPixels = (): number =>
  parseFloat(window.getComputedStyle(document.documentElement).fontSize) || 16;
