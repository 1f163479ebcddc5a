import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { LetterSettings } from "@/api/settings-types";
import { Beside } from "@/components/settings/beside";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { Versions } from "@/components/settings/versions";
import { Time } from "@/components/time";
import { useMe } from "@/lib/desk/get-me";
import { useMailboxes } from "@/lib/desk/list-mailboxes";

import { getLetterVersion, useLetterVersions, useSaveLetters } from "../api/letters";
import {
  indexOf,
  lettersPlan,
  lettersValues,
  usualOf,
  withoutWords,
  withWords,
  type Chosen,
  firstRefused,
  mailboxChoices,
  ofMailbox,
} from "../letters";
import { LetterEditor } from "./letter-editor";
import { LetterPreview } from "./letter-preview";
import { LettersTable } from "./letters-table";

const ALL = "";

/** Every letter in every language, the words of the one that is chosen, and beside them what is made of these. */
export function LettersForm({ found }: { found: LetterSettings }) {
  const { t } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const form = useSettingsForm({
    found,
    valuesOf: lettersValues,
    planOf: lettersPlan,
    saving: useSaveLetters(),
  });
  const mailboxes = mailboxChoices(useMailboxes().data?.mailboxes ?? [], form.value.templates);
  const [chosen, setChosen] = useState<Chosen>({
    letter: found.letters[0]?.name ?? "",
    language: found.languages[0] ?? "en",
    mailbox: null,
  });
  const { templates } = form.value;
  // What was refused comes into sight, whatever was chosen meanwhile.
  const [refusedBy, setRefusedBy] = useState(form.error);
  if (form.error !== refusedBy) {
    setRefusedBy(form.error);
    setChosen(firstRefused(templates, form.refusals) ?? chosen);
  }
  const kind = found.letters.find(({ name }) => name === chosen.letter);
  const at = indexOf(templates, chosen);
  const words = (at === -1 ? undefined : templates[at]) ?? (kind && usualOf(templates, kind, chosen));
  const head = (
    <SettingsHead title={t("letter.title")}>
      {t("letter.text")}{" "}
      {found.saved_at !== null && (
        <>
          {t("letter.saved", { revision: found.revision })} <Time at={found.saved_at} />{" "}
        </>
      )}
      {readOnly && t("onlyAdmins")}
    </SettingsHead>
  );
  if (kind === undefined || words === undefined) return head;
  const key = `${chosen.letter} ${chosen.language} ${chosen.mailbox ?? ""}`;
  return (
    <>
      {head}
      <Beside
        aside={
          readOnly ? null : (
            <LetterPreview
              key={key}
              wanted={{ ...chosen, subject: words.subject, body: words.body }}
              ofTicket={kind.of_ticket}
            />
          )
        }
      >
        <SettingsForm form={form} partName={() => t("letter.title")} readOnly={readOnly}>
          {mailboxes.length > 0 && (
            <Select
              label={t("letter.mailbox")}
              inputWrapperOrder={HINT_BELOW}
              description={t("letter.mailboxHint")}
              allowDeselect={false}
              data={[{ value: ALL, label: t("letter.allMailboxes") }, ...mailboxes]}
              value={chosen.mailbox ?? ALL}
              onChange={(value) => {
                setChosen(ofMailbox(found.letters, chosen, value === ALL ? null : value));
              }}
            />
          )}
          <LettersTable {...{ found, templates, chosen, refusals: form.refusals }} onChoose={setChosen} />
          <section className={styles.card} aria-label={t("letter.words")}>
            <LetterEditor
              key={key}
              {...{ kind, chosen, words, readOnly }}
              own={at !== -1}
              place={at === -1 ? null : `templates[${at}]`}
              fault={found.faults.find(
                (one) =>
                  one.letter === chosen.letter &&
                  one.language === chosen.language &&
                  one.mailbox === chosen.mailbox,
              )}
              refusals={form.refusals}
              onChange={(next) => {
                form.change({ templates: withWords(templates, chosen, next) });
              }}
              onUsual={() => {
                form.change({ templates: withoutWords(templates, chosen) });
              }}
            />
          </section>
          <Versions
            useVersions={useLetterVersions}
            sizeOf={({ templates }) => t("letter.size", { count: templates })}
            revision={found.revision}
            readOnly={readOnly}
            read={getLetterVersion}
            onTake={(then) => {
              form.change(lettersValues(then));
            }}
          />
        </SettingsForm>
      </Beside>
    </>
  );
}
