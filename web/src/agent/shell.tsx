import { AppShell, Burger } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me } from "@/api/types";
import { Brand } from "@/components/brand";
import { MAIN_ID, SkipLink } from "@/components/skip-link";
import { EmptyState, ErrorState, Loading } from "@/components/states";
import { useSupposedLocale } from "@/features/directory/api/supposed-locale";
import { CallSheet } from "@/features/intake/components/call-sheet";
import { useInboxCount } from "@/features/inbox/api/inbox";
import { onNoteClicked } from "@/features/push/device";
import { Outbox } from "@/features/tickets/components/outbox";
import { useSendingOut } from "@/features/tickets/use-sending-out";
import { useBranding } from "@/lib/branding";
import { useMe } from "@/lib/desk/get-me";
import { useOwnSettings } from "@/lib/desk/own-settings";
import { useOwnKeys } from "@/lib/desk/own-keys";
import { useFallbackPolling, useWatch } from "@/lib/live-context";
import { useActions } from "@/lib/actions";
import { useCountInTitle } from "@/lib/page-title";
import { isLead } from "@/lib/ticket-parts";
import { forgetUndo } from "@/lib/undo";

import { ANYWHERE, type Anywhere } from "./actions";
import { BackgroundPlace } from "./background-place";
import { useDrafts } from "./drafts";
import { LiveUpdates } from "./live-updates";
import { OfflineBand } from "./offline-band";
import { PhoneBar } from "./rail/phone-bar";
import { Rail } from "./rail/rail";
import { useRail } from "./rail/use-rail";
import { useRailViews } from "./rail/view-links";
import { useSignedIn } from "./session";
import { PalettePlace } from "./palette-place";
import styles from "./shell.module.css";
import { PHONE, SMALL } from "@/lib/widths";
import { ShortcutHelp } from "./shortcut-help";
import { Welcome } from "./welcome";

/** A list that is open inside the menu closes first. */
function isOwn({ target, currentTarget }: React.KeyboardEvent<HTMLElement>): boolean {
  const inside = target instanceof Element && currentTarget.contains(target);
  return inside && target.getAttribute("aria-expanded") !== "true";
}

/** Everything behind the sign-in. */
export function Shell() {
  const signedIn = useSignedIn();
  const here = useRouterState({ select: (state) => state.location.href });
  return signedIn ? <SignedIn /> : <Welcome returnTo={`/agent${here === "/" ? "" : here}`} />;
}

function SignedIn() {
  const { t } = useTranslation("agent");
  const me = useMe();
  const own = useOwnSettings();
  useSupposedLocale(me.data);
  // How one works is known before anything is drawn by it; if it cannot be had at once, all is as usual.
  const unknown = own.isPending && own.failureCount === 0;
  if (me.data === undefined || unknown) {
    if (me.error === null) return <Loading lines={8} onRetry={() => void me.refetch()} />;
    return <ErrorState whole error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (me.data.role === "requester" || me.data.role === "guest") {
    return (
      <EmptyState
        whole
        title={t("signIn.requester")}
        text={t("signIn.requesterText", { name: me.data.name })}
      >
        <a href="/tickets">{t("signIn.toPortal")}</a>
      </EmptyState>
    );
  }
  return (
    <LiveUpdates>
      <Desk me={me.data} />
    </LiveUpdates>
  );
}

function Desk({ me }: { me: Me }) {
  const { t } = useTranslation("agent");
  const { name } = useBranding();
  const navigate = useNavigate();
  const [menuOpen, menu] = useDisclosure(false);
  const [outboxOpen, outbox] = useDisclosure(false);
  useSendingOut();
  useDrafts();
  const [helpOpen, setHelpOpen] = useState(false);
  // Another page, or another ticket at the same list.
  const path = useRouterState({
    select: ({ location: { pathname, search } }) => pathname + (search.t ?? ""),
  });
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const opener = useRef<HTMLElement>(null);
  const small = useMediaQuery(SMALL);
  const phone = useMediaQuery(PHONE);
  const covered = small && menuOpen;
  const closeMenu = menu.close;
  const rail = useRail();
  const toggleMenu = () => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    menu.toggle();
  };

  useEffect(() => forgetUndo, []);
  useOwnKeys();
  useEffect(() => onNoteClicked((to) => void navigate({ to })), [navigate]);
  useWatch(`person:${me.id}`);
  useCountInTitle(useInboxCount(useFallbackPolling()));
  useEffect(() => {
    closeMenu();
    if (!first.current && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path, closeMenu]);
  const on: Anywhere = {
    team: me.teams[0],
    leads: isLead(me),
    go: (to) => void navigate({ to }),
    goToMine: (search) => void navigate({ to: "/mine", search }),
    goToTeam: (teamId) => void navigate({ to: "/teams/$teamId", params: { teamId } }),
    views: useRailViews().map(({ id }) => id),
    goToView: (viewId) => void navigate({ to: "/views/$viewId", params: { viewId } }),
    help: () => {
      setHelpOpen(true);
    },
    rail: small ? toggleMenu : rail.toggle,
  };
  useActions(ANYWHERE, on);

  return (
    <AppShell
      padding={0}
      zIndex="var(--z-rail)"
      header={{ height: "var(--head)" }}
      navbar={{ width: "var(--rail)", breakpoint: "md", collapsed: { mobile: !menuOpen } }}
    >
      <SkipLink />
      <AppShell.Header hiddenFrom="md" data-screen className={styles.header}>
        <Burger
          opened={menuOpen}
          onClick={toggleMenu}
          size="sm"
          aria-label={t("nav.menu")}
          aria-expanded={menuOpen}
        />
        <Brand name={name} />
      </AppShell.Header>
      <AppShell.Navbar
        {...rail.props}
        data-screen
        className={styles.navbar}
        mod={{ away: !menuOpen, open: rail.open }}
        onKeyDown={(event) => {
          if (!covered) rail.leave(event);
          else if (event.key === "Escape" && isOwn(event)) {
            event.preventDefault();
            closeMenu();
            opener.current?.focus();
          }
        }}
      >
        <Rail me={me} on={on} onOutbox={outbox.open} />
      </AppShell.Navbar>
      <AppShell.Main id={MAIN_ID} ref={main} tabIndex={-1} inert={covered} className={styles.main}>
        <OfflineBand onOutbox={outbox.open} />
        <BackgroundPlace />
        <Outlet />
      </AppShell.Main>
      {phone && <PhoneBar on={on} menuOpen={menuOpen} onMenu={toggleMenu} />}
      <CallSheet onOpen={(ticketId) => void navigate({ to: "/tickets/$ticketId", params: { ticketId } })} />
      <Outbox opened={outboxOpen} onClose={outbox.close} />
      <PalettePlace me={me} />
      <ShortcutHelp
        opened={helpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
    </AppShell>
  );
}
