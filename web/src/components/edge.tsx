import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from "react";

import { BOUNDS, within, type PaneSize } from "@/lib/desk/pane-size";

import styles from "./edge.module.css";

interface Props {
  of: PaneSize;
  label: string;
  /** Which side of the edge the pane is on. */
  side: "before" | "after" | "below";
  /** Has the size as a property of this name, and the panes in it; of one below the edge, it is the pane. */
  frame: RefObject<HTMLElement | null>;
  property: `--${string}`;
}

const STEP = 16;

/** The edge of a pane, to be dragged, or moved by arrows; a double click puts it back. */
export function Edge({ of: { pane, size, choose }, label, side, frame, property }: Props) {
  const grip = useRef<{ from: number; begun: number; now: number; grow: 1 | -1 } | null>(null);
  const { least, most } = BOUNDS[pane];
  const isBelow = side === "below";
  /** Whether the pane grows as the edge goes to the right: where lines begin decides on which side a pane stands. */
  const grows = (edge: Element) =>
    !isBelow && (side === "before") === (getComputedStyle(edge).direction !== "rtl");
  const place = ({ clientX, clientY }: PointerEvent) => (isBelow ? clientY : clientX);
  // What is below may be as high as its content needs, or as there is room for.
  const begun = () => {
    const shown = isBelow ? (frame.current?.offsetHeight ?? 0) : 0;
    return shown > 0 ? shown : size;
  };

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const grow = grows(event.currentTarget) ? 1 : -1;
    grip.current = { from: place(event), begun: begun(), now: begun(), grow };
  };
  const drag = (event: PointerEvent) => {
    if (grip.current === null) return;
    const { from, begun, grow } = grip.current;
    grip.current.now = within(pane, begun + (place(event) - from) * grow);
    // What stands in the panes is not drawn anew for each step.
    frame.current?.style.setProperty(property, `${grip.current.now}px`);
  };
  const end = () => {
    if (grip.current !== null && grip.current.now !== grip.current.begun) choose(grip.current.now);
    grip.current = null;
  };
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const wider = grows(event.currentTarget) ? STEP : -STEP;
    const [back, forth] = isBelow ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
    const next = { [back]: begun() - wider, [forth]: begun() + wider, Home: least, End: most }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that can be moved is a widget
    <div
      role="separator"
      aria-orientation={isBelow ? "horizontal" : "vertical"}
      aria-label={label}
      aria-valuenow={size}
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
