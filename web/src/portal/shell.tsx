import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Brand } from "@/components/brand";
import { Preferences } from "@/components/preferences";
import { MAIN_ID, SkipLink } from "@/components/skip-link";
import { ChatDock } from "@/features/chat/components/chat-dock";
import { useBranding } from "@/lib/branding";

import { usePath } from "./location";
import { session } from "./session";
import styles from "./shell.module.css";

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["portal", "common"]);
  const { name, supportEmail, local } = useBranding();
  const location = usePath();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // A new page starts at its top, for the keyboard too; the first load leaves the focus alone.
    if (!first.current) {
      main.current?.focus();
      window.scrollTo(0, 0);
    }
    first.current = false;
  }, [location]);

  return (
    <div className={styles.page}>
      <SkipLink />
      <header className={styles.bar}>
        <div className={styles.inner}>
          <a href="/" className={styles.home}>
            <Brand name={name} />
          </a>
          <nav className={styles.nav}>
            <a href="/" aria-current={location === "/" || location.startsWith("/new") ? "page" : undefined}>
              {t("portal:home")}
            </a>
            <a href="/tickets" aria-current={location.startsWith("/tickets") ? "page" : undefined}>
              {t("portal:myTickets")}
            </a>
            {session.remembered() && (
              <button type="button" className={styles.link} onClick={() => void session.signOut()}>
                {t("common:signOut")}
              </button>
            )}
          </nav>
        </div>
      </header>
      <main id={MAIN_ID} ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <ChatDock signedIn={session.remembered()} />
      <footer className={styles.foot}>
        <div className={styles.inner}>
          <Preferences />
          <span className={styles.links}>
            {supportEmail !== null && (
              <span>
                {t("portal:contact")} <a href={`mailto:${supportEmail}`}>{supportEmail}</a>
              </span>
            )}
            {local && <a href="/local/mail">{t("portal:mailbox")}</a>}
            <a href="/agent">{t("portal:agents")}</a>
          </span>
        </div>
      </footer>
    </div>
  );
}
