import { useRef, type PointerEvent } from "react";

import styles from "./drag-bar.module.css";

/** So far down, and it goes; less, and it comes back. */
const FAR = 96;

const sheetOf = (place: Element) => place.closest<HTMLElement>(".mantine-Drawer-content");

/** By this a sheet that came from below is put away with a thumb. Its button and Esc do the same. */
export function DragBar({ onClose }: { onClose: () => void }) {
  const from = useRef<number | null>(null);
  const by = ({ clientY }: PointerEvent) => Math.max(0, clientY - (from.current ?? clientY));
  const move = (event: PointerEvent, to: number) => {
    sheetOf(event.currentTarget)?.style.setProperty("translate", to === 0 ? "" : `0 ${to}px`);
  };
  return (
    <span
      aria-hidden
      data-drag-bar
      className={styles.place}
      onPointerDown={(event) => {
        from.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current !== null) move(event, by(event));
      }}
      onPointerUp={(event) => {
        const far = by(event) >= FAR;
        from.current = null;
        if (far) onClose();
        else move(event, 0);
      }}
      onPointerCancel={(event) => {
        from.current = null;
        move(event, 0);
      }}
    />
  );
}
