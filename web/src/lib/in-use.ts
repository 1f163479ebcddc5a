import { useRef, useState, type HTMLAttributes, type RefObject } from "react";

interface InUse<T> {
  /** A pointer or the keyboard is in it. */
  inUse: boolean;
  hasKeyboard: () => boolean;
  props: HTMLAttributes<T> & { ref: RefObject<T | null> };
}

/** Whether somebody has a hand on a part of the page. */
export function useInUse<T extends HTMLElement>(): InUse<T> {
  const [pointer, setPointer] = useState(false);
  const [keyboard, setKeyboard] = useState(false);
  const place = useRef<T>(null);
  return {
    inUse: pointer || keyboard,
    hasKeyboard: () => place.current?.contains(document.activeElement) === true,
    props: {
      ref: place,
      onPointerEnter: () => {
        setPointer(true);
      },
      onPointerLeave: () => {
        setPointer(false);
      },
      onFocus: () => {
        setKeyboard(true);
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setKeyboard(false);
      },
    },
  };
}
