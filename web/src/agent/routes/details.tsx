import { Button, Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconInfoCircle } from "@tabler/icons-react";
import {
  useDeferredValue,
  useEffect,
  useRef,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { usePanelFolded } from "../split/panel";
import { SheetBar } from "@/components/sheet-bar";
import { Edge } from "@/components/edge";
import { USUAL_PANEL, usePaneSize } from "@/lib/desk/pane-size";
import { PHONE, SMALL, WIDE } from "@/lib/widths";
import { SectionStrip } from "./section-strip";
import styles from "./ticket.module.css";

const USUAL_CLOSE = 300;
const NOW = { getInitialValueInEffect: false };

interface Folding {
  small: boolean;
  shown: boolean;
  toggle: () => void;
}

/** Beside the thread it is folded away; on small screens it is a sheet that is opened. */
export function useDetails(): Folding {
  const small = useMediaQuery(SMALL, undefined, NOW);
  const [opened, sheet] = useDisclosure(false);
  const [folded, fold] = usePanelFolded();
  return small ? { small, shown: opened, toggle: sheet.toggle } : { small, shown: !folded, toggle: fold };
}

interface Props {
  of: Folding;
  children: ReactNode;
  /** On a phone, instead. */
  onPhone: ReactNode;
  ticket: Ticket;
}

/** To the section that is wanted, if it is there by now. */
function leadTo(wanted: RefObject<string | null>): void {
  const head = document.querySelector<HTMLElement>(`[data-section="${wanted.current ?? ""}"] h2 button`);
  if (head === null) return;
  wanted.current = null;
  head.closest("section")?.scrollIntoView({ block: "start" });
  head.focus({ preventScroll: true });
}

/** Beside the thread; on small screens a sheet from below. */
export function Details({ of: { small, shown, toggle }, children, onPhone, ticket }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const phone = useMediaQuery(PHONE, undefined, NOW);
  const wanted = useRef<string | null>(null);
  // A frame after the thread, in pieces between which keys are heard.
  const drawn = useDeferredValue(true, false);
  useEffect(() => {
    // They were folded away when one was asked for.
    if (shown) leadTo(wanted);
  });
  if (!small) {
    const strip = (
      <SectionStrip
        ticket={ticket}
        onJump={(name) => {
          wanted.current = name;
          if (shown) leadTo(wanted);
          else toggle();
        }}
      />
    );
    return shown ? <Side strip={strip}>{drawn && children}</Side> : strip;
  }
  return (
    <div data-screen className={styles.details}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconInfoCircle size={16} />}
        aria-haspopup="dialog"
        onClick={toggle}
      >
        {t("agent:ticket.details")}
      </Button>
      <Drawer
        opened={shown}
        onClose={toggle}
        position="bottom"
        size="92%"
        title={
          <>
            {phone && <SheetBar onClose={toggle} />}
            {t("agent:ticket.details")}
          </>
        }
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <div className={styles.sheet}>{phone ? onPhone : children}</div>
      </Drawer>
    </div>
  );
}

function Side({ strip, children }: { strip: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("agent");
  const wide = useMediaQuery(WIDE, undefined, NOW);
  const width = usePaneSize("panel_width", wide ? USUAL_PANEL : USUAL_CLOSE);
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={frame}
      data-screen
      className={styles.beside}
      style={{ "--panel": `${width.size}px` } as CSSProperties}
    >
      <Edge of={width} side="after" label={t("split.panelWidth")} frame={frame} property="--panel" />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too */}
      <aside className={styles.side} tabIndex={0} aria-label={t("ticket.details")}>
        {children}
        {strip}
      </aside>
    </div>
  );
}
