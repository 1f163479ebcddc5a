import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { Loading } from "@/components/states";

import { session } from "../session";
import { Welcome } from "../welcome";

// The code in the address can be redeemed once; a second render must not try.
let completing: Promise<string> | null = null;

export function SignedInPage() {
  const { t } = useTranslation("agent");
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    completing ??= session.completeSignIn();
    completing
      .then((to) => {
        window.location.replace(to);
      })
      .catch(() => {
        completing = null;
        setFailed(true);
      });
  }, []);
  return failed ? <Welcome returnTo="/agent" text={t("signIn.failed")} /> : <Loading />;
}
