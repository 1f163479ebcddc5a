import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { Sheet } from "@/components/sheet";

import { useMail } from "../api/get-mail";
import { MailFacts } from "./mail-facts";
import { MailWords, RawButton } from "./mail-words";
import styles from "./mails.module.css";

/** The mail of a message, whole, beside the ticket where it stands. */
export function OriginalMail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation("agent");
  return (
    <Sheet title={t("mail.title")} onClose={onClose}>
      <Loaded of={useMail(id)} lines={8}>
        {(mail) => (
          <div className={styles.part}>
            <h3>
              <bdi>{mail.subject}</bdi>
            </h3>
            <MailFacts mail={mail} />
            <MailWords mail={mail} />
            <div className={styles.acts}>
              <RawButton id={id} />
            </div>
          </div>
        )}
      </Loaded>
    </Sheet>
  );
}
