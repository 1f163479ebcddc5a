import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { SettingsHead } from "@/components/settings/settings-page";
import { usePageTitle } from "@/lib/page-title";

import { useMail } from "../api/get-mail";
import { Judging } from "../components/judging";
import { MailFacts } from "../components/mail-facts";
import { MailWords, RawButton } from "../components/mail-words";
import styles from "../components/mails.module.css";
import { useJudging } from "../use-judging";

const route = getRouteApi("/shell/settings/mails/$mailId");

export function MailPage() {
  const { t } = useTranslation("settings");
  const { mailId } = route.useParams();
  const judging = useJudging(mailId);
  const found = useMail(mailId, judging.waitsFor);
  usePageTitle(found.data?.subject ?? t("mails.title"));
  return (
    <>
      <p>
        <Link to="/settings/mails">‹ {t("mails.title")}</Link>
      </p>
      <Loaded of={found} lines={8} onward={<Link to="/settings/mails">{t("mails.title")}</Link>}>
        {(mail) => (
          <>
            <SettingsHead title={<bdi>{mail.subject || t("mails.noSubject")}</bdi>}>
              {mail.reason === null ? t(`mails.became.${mail.outcome}`) : t(`mails.why.${mail.reason}`)}
            </SettingsHead>
            <Judging mail={mail} judging={judging} />
            <div className={styles.part}>
              <MailFacts mail={mail} />
              {mail.bounce_for.length > 0 && (
                <p>
                  {t("mails.bounceFor")} <bdi>{mail.bounce_for.join(", ")}</bdi>
                </p>
              )}
              <MailWords mail={mail} />
              <div className={styles.acts}>
                <RawButton id={mail.id} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
