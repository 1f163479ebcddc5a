import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { EmptyState } from "@/components/states";

import { usePath } from "../location";
import { session } from "../session";

/** What is behind it needs an account. */
export function SignInFirst({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["portal", "common"]);
  const path = usePath();
  if (session.remembered()) return children;
  return (
    <EmptyState whole title={t("portal:list.signIn")} text={t("portal:list.signInText")}>
      <Button look="primary" onClick={() => void session.signIn(path)}>
        {t("common:signIn")}
      </Button>
    </EmptyState>
  );
}
