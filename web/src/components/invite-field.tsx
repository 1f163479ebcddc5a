import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useFocusOnMount } from "@/lib/focus";
import type { Invited } from "@/lib/invited";

import { WhoField } from "./who-field";

interface Props {
  /** Where it is asked for something else than to take part. */
  label?: string;
  onInvite: (who: Invited) => void;
  onLeave: () => void;
}

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Names somebody who is to take part, or to get a copy: found among those who are known, or by an address. */
export function InviteField({ label, onInvite, onLeave }: Props) {
  const { t } = useTranslation("agent");
  const field = useFocusOnMount<HTMLInputElement>();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const address = typed.trim();
  const invite = (who: Invited) => {
    setTyped("");
    onInvite(who);
  };
  return (
    <WhoField
      handle={field}
      label={label ?? t("invite.who")}
      hint={t("invite.hint")}
      typed={typed}
      refused={{ error }}
      onTyped={(next) => {
        setError(undefined);
        setTyped(next);
      }}
      onPerson={({ id, name, email }) => {
        if (email === "") setError(t("invite.unaddressed", { name, interpolation: { escapeValue: false } }));
        else invite({ person: id, email, name });
      }}
      unknown={() => (
        <span>
          {ADDRESS.test(address)
            ? t("invite.address", { address, interpolation: { escapeValue: false } })
            : t("invite.nobody")}
        </span>
      )}
      onUnknown={() => {
        if (ADDRESS.test(address)) invite({ email: address, name: address });
        else setError(t("invite.nobody"));
      }}
      onKey={(key) => {
        if (key === "Escape") onLeave();
        return key === "Escape";
      }}
    />
  );
}
