/** What a message in the conversation says of the mail it came by. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Entry } from "@/api/types";
import { Notice } from "@/components/states";

import styles from "./components/mails.module.css";

const mailOf = ({ data: { mail } }: Entry): string | null => (typeof mail === "string" ? mail : null);

/** Behind the way it came: how one gets to the mail itself. */
export const besideMail = (entry: Entry, via: string | null, onShow: (mailId: string) => void): ReactNode => {
  const mail = mailOf(entry);
  if (mail === null) return via;
  return (
    <>
      {via}
      {via !== null && " · "}
      <ShowMail
        onShow={() => {
          onShow(mail);
        }}
      />
    </>
  );
};

function ShowMail({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation("agent");
  return (
    <button type="button" className={styles.show} onClick={onShow}>
      {t("mail.show")}
    </button>
  );
}

/** That the domain it names does not vouch for it. */
export const warningOfMail = (entry: Entry): ReactNode => entry.data.doubted === true && <Doubted />;

function Doubted() {
  const { t } = useTranslation("agent");
  return <Notice tone="warn">{t("mail.doubted")}</Notice>;
}
