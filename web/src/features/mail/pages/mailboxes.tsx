import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { useMailboxes } from "@/lib/desk/list-mailboxes";
import { usePageTitle } from "@/lib/page-title";

import { MailboxesForm } from "../components/mailboxes-form";

export function MailboxesPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("mailbox.title"));
  return (
    <Loaded of={useMailboxes()} lines={8}>
      {(found) => <MailboxesForm found={found} />}
    </Loaded>
  );
}
