import { useTranslation } from "react-i18next";

import type { ChatPlan, ChatSettings } from "@/api/settings-types";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { Notice } from "@/components/states";

import { useSaveChatSettings } from "../api/settings";

interface Props {
  found: ChatSettings;
  calendars: readonly { id: string; name: string }[];
  readOnly: boolean;
}

const planOf = ({ chat, chat_calendar }: ChatPlan): ChatPlan => ({ chat, chat_calendar });

/** Whether there is a chat, and by whose hours somebody is there. */
export function ChatForm({ found, calendars, readOnly }: Props) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm({ found, valuesOf: planOf, planOf, saving: useSaveChatSettings() });
  const { chat, chat_calendar: chosen } = form.value;
  const label = (name: keyof ChatPlan) => t(`chats.${name}`);
  const { choice, flag } = settingsFields(form, label);
  const isLost = !calendars.some(({ id }) => id === chosen);
  const options = calendars.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SettingsForm form={form} partName={label} readOnly={readOnly}>
      <fieldset disabled={readOnly} className={styles.fields}>
        <section className={styles.card} aria-label={t("chats.when")}>
          <h2>{t("chats.when")}</h2>
          {flag("chat", t("chats.chatHint"))}
          <div className={styles.row}>
            {choice("chat_calendar", isLost ? [...options, { value: chosen, label: chosen }] : options, {
              hint: t("chats.calendarHint"),
            })}
          </div>
          {chat && isLost && <Notice tone="warn">{t("chats.lost")}</Notice>}
        </section>
      </fieldset>
    </SettingsForm>
  );
}
