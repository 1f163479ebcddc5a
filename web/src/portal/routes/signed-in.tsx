import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";

import { Button } from "@/components/button";
import { EmptyState, Loading } from "@/components/states";

import { session } from "../session";

// The code in the address can be redeemed once; a second render must not try.
let completing: Promise<string> | null = null;

export default function SignedInPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    completing ??= session.completeSignIn();
    completing
      .then((to) => {
        go(to, { replace: true });
      })
      .catch(() => {
        setFailed(true);
      })
      .finally(() => {
        completing = null;
      });
  }, [go]);
  if (!failed) return <Loading />;
  return (
    <EmptyState title={t("error.title")} text={t("error.signIn")}>
      <Button look="primary" onClick={() => void session.signIn("/tickets")}>
        {t("signIn")}
      </Button>
    </EmptyState>
  );
}
