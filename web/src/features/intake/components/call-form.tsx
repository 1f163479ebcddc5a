import { Button, Group, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { SPOKEN_CHANNELS } from "@/api/types";
import { FilePicker } from "@/components/file-picker";
import { KeyTip } from "@/components/key-tip";
import { Refused } from "@/components/refused";
import { useFocusAfterChange } from "@/lib/focus";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";
import { useTicketFields } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

import { solvedThere, takeIn } from "../actions";
import type { TakingCall } from "../use-taking-call";
import { AlikeTickets } from "./alike-tickets";
import styles from "./call.module.css";
import { CallerFields } from "./caller";
import { ChoiceChip } from "./choice-chip";

interface Props {
  call: TakingCall;
  onTake: (solved: boolean) => void;
  /** Of whom it is already known who they are, and about what they call. */
  given: ReactNode;
}

/** Who, what, details: in the order in which people say it. */
export function CallForm({ call, onTake, given }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const { values, change, errors, busy } = call;
  const what = useRef<HTMLInputElement>(null);
  const details = useRef<HTMLTextAreaElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const { about } = values;
  const written = values.typed + values.name + values.subject + values.description !== "";
  return (
    <div className={styles.form}>
      <Refused error={call.error} refusals={errors} />
      {given ?? (
        <CallerFields
          call={call}
          onward={() => {
            focusAfterChange(() => what.current ?? details.current);
          }}
        />
      )}
      {about === null && (
        <TextInput
          {...call.refused("subject")}
          ref={what}
          data-autofocus={values.person === null ? undefined : true}
          label={t("agent:create.what")}
          maxLength={250}
          autoComplete="off"
          value={values.subject}
          onChange={(event) => {
            change({ subject: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            details.current?.focus();
          }}
        />
      )}
      <Textarea
        {...call.refused("description")}
        ref={details}
        data-autofocus={given === null ? undefined : true}
        label={about === null ? t("agent:create.details") : t("agent:create.said")}
        description={about === null ? t("common:optional") : undefined}
        autosize
        minRows={4}
        maxRows={16}
        value={values.description}
        onChange={(event) => {
          change({ description: event.currentTarget.value });
        }}
      />
      {about === null && <AlikeTickets call={call} />}
      <FilePicker attachments={call.attachments} compact error={call.refused("attachments").error} />
      <Chips call={call} />
      {about === null && (
        <TagsInput
          {...call.refused("assets")}
          label={t("agent:ticket.assets")}
          description={t("agent:create.assetsHint")}
          maxTags={10}
          value={values.assets}
          onChange={(assets) => {
            change({ assets });
          }}
        />
      )}
      <Group gap="sm" className={styles.end}>
        <KeyTip of={takeIn}>
          <Button
            loading={busy === false}
            onClick={() => {
              onTake(false);
            }}
          >
            {about === null ? takeIn.words(t) : t("agent:create.add", { id: about.id })}
          </Button>
        </KeyTip>
        <KeyTip of={solvedThere}>
          <Button
            variant="default"
            loading={busy === true}
            onClick={() => {
              onTake(true);
            }}
          >
            {values.channel === "phone" ? t("agent:create.solvedPhone") : solvedThere.words(t)}
          </Button>
        </KeyTip>
        {written && (
          <Button variant="subtle" color="gray" disabled={busy !== null} onClick={call.discard}>
            {t("agent:discard")}
          </Button>
        )}
      </Group>
    </div>
  );
}

function Chips({ call }: { call: TakingCall }) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const fields = useTicketFields();
  const { values, change } = call;
  return (
    <div role="group" aria-label={t("create.assumed")} className={styles.chips}>
      <ChoiceChip
        label={t("create.channel")}
        place="channel"
        value={values.channel}
        options={SPOKEN_CHANNELS.map((value) => ({ value, label: words.channel(value) }))}
        onChange={(channel) => {
          change({ channel: channel as typeof values.channel });
        }}
      />
      {values.about === null &&
        (["kind", "category", "impact", "urgency"] as const).map((field) => (
          <ChoiceChip
            key={field}
            label={fields.label(field)}
            place={field}
            value={values[field]}
            options={fields.options(field)}
            onChange={(value) => {
              change({ [field]: value });
            }}
          />
        ))}
      {values.about === null && (
        <ChoiceChip
          label={t("ticket.language")}
          place="language"
          value={values.language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(language) => {
            change({ language });
          }}
        />
      )}
    </div>
  );
}
