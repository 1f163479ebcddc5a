import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Brand } from "@/components/brand";
import { Preferences } from "@/components/preferences";
import { useBranding } from "@/lib/branding";

import { session } from "./session";
import styles from "./welcome.module.css";

/** The door of the agent app; behind it, one goes on to where one wanted to be. */
export function Welcome({ returnTo, text }: { returnTo: string; text?: string }) {
  const { t } = useTranslation(["agent", "common"]);
  const { name } = useBranding();
  const [leaving, setLeaving] = useState(false);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Brand name={name} />
        <h1>{t("agent:signIn.title")}</h1>
        <p>{text ?? t("agent:signIn.text")}</p>
        <Button
          size="md"
          fullWidth
          loading={leaving}
          onClick={() => {
            setLeaving(true);
            void session.signIn(returnTo).catch(() => {
              setLeaving(false);
            });
          }}
        >
          {t("common:signIn")}
        </Button>
        <a href="/">{t("agent:signIn.toPortal")}</a>
      </div>
      <Preferences />
    </main>
  );
}
