import { Link } from "@tanstack/react-router";
import { Trans, useTranslation } from "react-i18next";

import type { Mailboxes } from "@/api/settings-types";
import { OrderedList } from "@/components/settings/ordered-list";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import { SettingsHead } from "@/components/settings/settings-page";
import { Versions } from "@/components/settings/versions";
import { EmptyState } from "@/components/states";
import { Time } from "@/components/time";
import { useMe } from "@/lib/desk/get-me";
import { useTeams } from "@/lib/desk/list-teams";
import { refused } from "@/lib/field-errors";
import { listed } from "@/lib/isolated";

import { getMailboxVersion, useMailboxVersions, useSaveMailboxes } from "../api/mailboxes";
import { mailboxesPlan, mailboxValues, newMailbox, type MailboxValue } from "../mailbox-values";
import { MailboxForm } from "./mailbox-form";

/** The addresses by which mail comes in, and what holds for each. */
export function MailboxesForm({ found }: { found: Mailboxes }) {
  const { t } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const teams = useTeams().data ?? [];
  const form = useSettingsForm({
    found,
    valuesOf: mailboxValues,
    planOf: mailboxesPlan,
    saving: useSaveMailboxes(),
  });
  const { mailboxes } = form.value;
  const noteOf = ({ name, address, aliases, team, writers }: MailboxValue) =>
    listed(
      [
        name !== "" && address,
        aliases.length > 0 && t("mailbox.more", { count: aliases.length }),
        team === "" ? t("mailbox.byRules") : (teams.find(({ id }) => id === team)?.name ?? team),
        t(`mailbox.writer.${writers}`),
      ],
      " · ",
    );
  return (
    <>
      <SettingsHead title={t("mailbox.title")}>
        {t("mailbox.text")}{" "}
        {found.saved_at !== null && (
          <>
            {t("mailbox.saved", { revision: found.revision })} <Time at={found.saved_at} />.{" "}
          </>
        )}
        {readOnly && t("onlyAdmins")}
      </SettingsHead>
      {mailboxes.length === 0 && (
        <EmptyState title={t("mailbox.none")} text={t("mailbox.noneText")}>
          <p>
            <Trans
              t={t}
              i18nKey="mailbox.unsetText"
              components={{ mails: <Link to="/settings/mails" search={{ outcome: "all" }} /> }}
            />
          </p>
        </EmptyState>
      )}
      <SettingsForm form={form} partName={() => t("mailbox.title")} readOnly={readOnly}>
        <OrderedList<MailboxValue>
          label={t("mailbox.title")}
          items={mailboxes}
          titleOf={({ name, address }) => name || address || t("mailbox.fresh")}
          noteOf={noteOf}
          refusedOf={(index) => refused(form.refusals, `mailboxes[${index}]`)}
          addLabel={t("mailbox.add")}
          create={newMailbox}
          readOnly={readOnly}
          onChange={(next) => {
            form.change({ mailboxes: next });
          }}
        >
          {(mailbox, set, index) => (
            <MailboxForm
              mailbox={mailbox}
              teams={teams}
              place={`mailboxes[${index}]`}
              refusals={form.refusals}
              onChange={set}
            />
          )}
        </OrderedList>
        <Versions
          useVersions={useMailboxVersions}
          sizeOf={({ mailboxes: count }) => t("mailbox.size", { count })}
          revision={found.revision}
          readOnly={readOnly}
          read={getMailboxVersion}
          onTake={(then) => {
            form.change(mailboxValues(then));
          }}
        />
      </SettingsForm>
    </>
  );
}
