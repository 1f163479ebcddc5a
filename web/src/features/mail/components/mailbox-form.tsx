import { TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Team } from "@/api/types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { settingsFields } from "@/components/settings/settings-fields";
import styles from "@/components/settings/settings-form.module.css";
import { choosable } from "@/lib/desk/list-teams";
import { refused, type Refusals } from "@/lib/field-errors";
import { spokenLanguages } from "@/lib/languages-of-people";

import { WRITERS, type MailboxValue } from "../mailbox-values";

interface Props {
  mailbox: MailboxValue;
  teams: readonly Team[];
  place: string;
  refusals: Refusals;
  onChange: (mailbox: MailboxValue) => void;
}

export function MailboxForm({ mailbox, teams, place, refusals, onChange }: Props) {
  const { t, i18n } = useTranslation("settings");
  const at = (name: keyof MailboxValue) => ({ place: `${place}.${name}` });
  const change = (part: Partial<MailboxValue>) => {
    onChange({ ...mailbox, ...part });
  };
  const { text, long, choice, amount, flag } = settingsFields<Omit<MailboxValue, "id">>(
    { value: mailbox, change, refusals },
    (name) => t(`mailbox.${name}`),
  );
  return (
    <>
      <div className={styles.row}>
        {text("address", { ...at("address"), type: "email", required: true, hint: t("mailbox.addressHint") })}
        {text("name", { ...at("name"), most: 120, hint: t("mailbox.nameHint") })}
      </div>
      <TagsInput
        label={t("mailbox.aliases")}
        inputWrapperOrder={HINT_BELOW}
        description={t("mailbox.aliasesHint")}
        value={mailbox.aliases}
        {...refused(refusals, `${place}.aliases`)}
        onChange={(aliases) => {
          change({ aliases });
        }}
      />
      <div className={styles.row}>
        {choice(
          "team",
          choosable(teams, mailbox.team).map(({ id, name }) => ({ value: id, label: name })),
          { ...at("team"), empty: t("mailbox.byRules"), hint: t("mailbox.teamHint") },
        )}
        {choice("language", spokenLanguages(i18n.language, [mailbox.language]), {
          ...at("language"),
          hint: t("mailbox.languageHint"),
        })}
      </div>
      <div className={styles.row}>
        {choice(
          "writers",
          WRITERS.map((value) => ({ value, label: t(`mailbox.writer.${value}`) })),
          { ...at("writers"), hint: t("mailbox.writersHint") },
        )}
        {amount("reopens_for_days", {
          ...at("reopens_for_days"),
          most: 365,
          hint: t("mailbox.reopensHint"),
        })}
      </div>
      {long("signature", at("signature"))}
      {flag("acknowledges", t("mailbox.acknowledgesHint"))}
    </>
  );
}
