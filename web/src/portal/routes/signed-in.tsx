import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { EmptyState, Loading } from "@/components/states";

import { go } from "../location";
import { session } from "../session";

// The code in the address can be redeemed once; a second render must not try.
let completing: Promise<string> | null = null;

export default function SignedInPage() {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    completing ??= session.completeSignIn();
    completing
      .then((to) => {
        go(to, "replace");
      })
      .catch(() => {
        setFailed(true);
      })
      .finally(() => {
        completing = null;
      });
  }, []);
  if (!failed) return <Loading />;
  return (
    <EmptyState whole title={t("error.title")} text={t("error.signIn")}>
      <Button look="primary" onClick={() => void session.signIn("/tickets")}>
        {t("signIn")}
      </Button>
    </EmptyState>
  );
}
