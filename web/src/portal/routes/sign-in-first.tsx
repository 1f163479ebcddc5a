import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";

import { Button } from "@/components/button";
import { EmptyState } from "@/components/states";

import { session } from "../session";

/** What is behind it needs an account. */
export function SignInFirst({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["portal", "common"]);
  const [location] = useLocation();
  if (session.remembered()) return children;
  return (
    <EmptyState title={t("portal:list.signIn")} text={t("portal:list.signInText")}>
      <Button look="primary" onClick={() => void session.signIn(location)}>
        {t("common:signIn")}
      </Button>
    </EmptyState>
  );
}
