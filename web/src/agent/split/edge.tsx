import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from "react";

import styles from "./edge.module.css";
import { BOUNDS, within, type PaneWidth } from "./pane-width";

interface Props {
  of: PaneWidth;
  label: string;
  /** Which side of the edge the pane is on. */
  side: "before" | "after";
  /** Has the width as a property of this name, and the panes in it. */
  frame: RefObject<HTMLElement | null>;
  property: `--${string}`;
}

const STEP = 16;

/** The edge of a pane, to be dragged, or moved by arrows; a double click puts it back. */
export function Edge({ of: { pane, width, choose }, label, side, frame, property }: Props) {
  const grip = useRef<{ from: number; now: number; grow: 1 | -1 } | null>(null);
  const { least, most } = BOUNDS[pane];
  /** Whether the pane grows as the edge goes to the right: where lines begin decides on which side a pane stands. */
  const grows = (edge: Element) => (side === "before") === (getComputedStyle(edge).direction !== "rtl");

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { from: event.clientX, now: width, grow: grows(event.currentTarget) ? 1 : -1 };
  };
  const drag = ({ clientX }: PointerEvent) => {
    if (grip.current === null) return;
    grip.current.now = within(pane, width + (clientX - grip.current.from) * grip.current.grow);
    // What stands in the panes is not drawn anew for each step.
    frame.current?.style.setProperty(property, `${grip.current.now}px`);
  };
  const end = () => {
    if (grip.current !== null && grip.current.now !== width) choose(grip.current.now);
    grip.current = null;
  };
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const wider = grows(event.currentTarget) ? STEP : -STEP;
    const next = {
      ArrowLeft: width - wider,
      ArrowRight: width + wider,
      Home: least,
      End: most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that can be moved is a widget
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      className={styles.edge}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={step}
      onDoubleClick={() => {
        choose(null);
      }}
    />
  );
}
