import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { SettingsHead } from "@/components/settings/settings-page";
import { useMe } from "@/lib/desk/get-me";
import { useSlaSettings } from "@/lib/desk/get-sla";
import { nameOfFile } from "@/lib/name-of-file";
import { usePageTitle } from "@/lib/page-title";

import { useChatSettings } from "../api/settings";
import { ChatForm } from "../components/chat-form";

export function ChatSettingsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("chats.title"));
  const readOnly = useMe().data?.role !== "admin";
  const sla = useSlaSettings();
  return (
    <Loaded of={useChatSettings()} lines={4}>
      {(settings) => (
        <>
          <SettingsHead title={t("chats.title")}>
            {t("chats.text")}
            {readOnly && ` ${t("onlyAdmins")}`}
          </SettingsHead>
          <Loaded of={sla} lines={4}>
            {({ calendars }) => (
              <ChatForm found={settings} calendars={calendars.map(nameOfFile)} readOnly={readOnly} />
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
