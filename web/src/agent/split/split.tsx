import { Button, CloseButton } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useLayoutEffect, useRef, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";

import { Edge } from "@/components/edge";
import { Keys } from "@/components/key-tip";
import { EmptyState } from "@/components/states";
import { useActions } from "@/lib/actions";
import { useOwnSettings } from "@/lib/desk/own-settings";
import { USUAL_PANEL, usePaneSize } from "@/lib/desk/pane-size";
import { KeyPart } from "@/lib/shortcuts";

import { splitView, SPLIT, type OnSplit } from "../actions";
import { BackLink, OpenTicket } from "../routes/ticket";
import { withoutTicket } from "../last-list";
import { isNowhere } from "../use-rows";
import { ROOMY, SMALL, WIDE } from "@/lib/widths";
import { usePanelFolded } from "./panel";
import styles from "./split.module.css";
import { PeekPlace } from "./peek-place";
import { useOpenTicket } from "./use-open-ticket";
import { usePrefetch } from "./use-prefetch";

const USUAL = 360;
const USUAL_ROOMY = 400;
const NOW = { getInitialValueInEffect: false };

/** A list beside the ticket that is open; where there is no room for both, or one wants it so, the one or the other. */
export function Split() {
  const { t } = useTranslation("agent");
  const small = useMediaQuery(SMALL, undefined, NOW);
  const wide = useMediaQuery(WIDE, undefined, NOW);
  const roomy = useMediaQuery(ROOMY, undefined, NOW);
  const [full, setFull] = useLocalStorage({
    key: "helpdesk.full-list",
    defaultValue: false,
    ...NOW,
  });
  const { open, openTicket, closeTicket } = useOpenTicket();
  const beside = wide && !full;
  const width = usePaneSize("list_width", roomy ? USUAL_ROOMY : USUAL);
  const wayBack = useRouterState({
    select: ({ location }) => location.pathname + withoutTicket(location.searchStr),
  });
  const prefetch = usePrefetch();
  const [folded] = usePanelFolded();
  const panel = useOwnSettings().data?.panel_width ?? USUAL_PANEL;
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const on: OnSplit = {
    wide,
    toggleSplit: () => {
      setFull(!full);
    },
  };
  useActions(SPLIT, on);

  useLayoutEffect(() => {
    // Who opens a ticket goes on there.
    const { activeElement } = document;
    const fromList = list.current?.contains(activeElement) === true;
    if (open !== undefined && (fromList || isNowhere(activeElement)))
      pane.current?.focus({ preventScroll: true });
  }, [open]);

  return (
    <div
      ref={frame}
      className={styles.split}
      data-fills={!small || open !== undefined || undefined}
      data-beside={beside || undefined}
      style={
        {
          "--list": `${width.size}px`,
          "--panel-now": folded ? "2.5rem" : `${panel}px`,
        } as CSSProperties
      }
    >
      {(beside || open === undefined) && (
        <section
          ref={list}
          data-screen={open !== undefined || undefined}
          className={styles.list}
          aria-label={t("split.list")}
          {...prefetch}
        >
          <KeyPart value={list}>
            <Outlet />
          </KeyPart>
        </section>
      )}
      {beside && (
        <Edge of={width} side="before" label={t("split.listWidth")} frame={frame} property="--list" />
      )}
      {(beside || open !== undefined) && (
        <section ref={pane} tabIndex={-1} className={styles.ticket} aria-label={t("split.ticket")}>
          <KeyPart value={pane}>
            {open === undefined ? (
              <NothingOpen on={on} />
            ) : (
              <OpenTicket id={open} onBack={closeTicket} onGo={openTicket}>
                {beside ? (
                  <CloseButton aria-label={t("split.close")} onClick={closeTicket} />
                ) : (
                  <BackLink to={wayBack} />
                )}
              </OpenTicket>
            )}
          </KeyPart>
        </section>
      )}
      <PeekPlace />
    </div>
  );
}

function NothingOpen({ on }: { on: OnSplit }) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <EmptyState title={t("split.nothing")} text={t("split.nothingText")}>
      <Button
        variant="default"
        rightSection={<Keys keys={splitView.keys[0]} />}
        onClick={() => {
          splitView.run(on);
        }}
      >
        {t("split.full")}
      </Button>
    </EmptyState>
  );
}
