import { Button, Group, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Fragment, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { SPOKEN_CHANNELS, type Channel, type Kind, type Scale, type TicketDraft } from "@/api/types";
import { FilePicker } from "@/components/file-picker";
import { Refused } from "@/components/refused";
import { useAttachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { useFocusOnMount } from "@/lib/focus";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";
import { goToField } from "@/lib/refused-fields";
import { useTicketFields, type Option } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

import { createTicket } from "../api/create-ticket";
import styles from "./new-ticket-form.module.css";

const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

interface Values {
  email: string;
  name: string;
  channel: Channel;
  kind: Kind;
  subject: string;
  description: string;
  category: string;
  impact: Scale;
  urgency: Scale;
  language: string;
  assets: string[];
}

const EMPTY: Values = {
  email: "",
  name: "",
  channel: "phone",
  kind: "incident",
  subject: "",
  description: "",
  category: "other",
  impact: "low",
  urgency: "medium",
  language: "de",
  assets: [],
};

type TextName = "email" | "name" | "subject" | "description";

/** Where the service finds what is written into a field. */
const PLACES: Record<TextName, string> = {
  email: "requester.email",
  name: "requester.name",
  subject: "subject",
  description: "description",
};

/** Fields that are refused for being empty alone. */
const NEEDED = new Set([PLACES.subject, PLACES.description]);

const draftOf = ({ email, name, ...rest }: Values, attachments: TicketDraft["attachments"]): TicketDraft => ({
  ...rest,
  subject: rest.subject.trim(),
  description: rest.description.trim(),
  requester: name.trim() === "" ? email.trim() : { email: email.trim(), name: name.trim() },
  ...(attachments?.length ? { attachments } : {}),
});

export function NewTicketForm({ onCreated }: { onCreated: (id: string) => void }) {
  const { t, i18n } = useTranslation(["agent", "common"]);
  const words = useWords();
  const fields = useTicketFields();
  const client = useQueryClient();
  const draft = useDraft<Values>("new-ticket", { ...EMPTY, language: i18n.language });
  const values = draft.value;
  const attachments = useAttachments(askForUpload);
  const [errors, setErrors] = useState<Refusals>([]);
  const first = useFocusOnMount<HTMLInputElement>();
  const lastKey = useRef<SentKey | null>(null);

  const creating = useMutation({
    mutationFn: async () => {
      await attachments.settled();
      const wanted = draftOf(values, attachments.uploads());
      const sent = (lastKey.current = keyFor(wanted, lastKey.current));
      return createTicket(wanted, sent.key);
    },
    onSuccess: ({ id }) => {
      draft.clear();
      attachments.clear();
      void client.invalidateQueries({ queryKey: ["tickets"] });
      onCreated(id);
    },
    onError: (error) => {
      setErrors(
        refusalsOf(error).map(({ place, message }) => ({
          place: place === "requester" ? PLACES.email : place,
          message: NEEDED.has(place) ? t("agent:required") : message,
        })),
      );
    },
  });

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = (["email", "subject", "description"] as const).flatMap((field) => {
      const text = values[field].trim();
      if (text === "") return [{ place: PLACES[field], message: t("agent:required") }];
      if (field !== "email" || LOOKS_LIKE_MAIL.test(text)) return [];
      return [{ place: PLACES.email, message: t("agent:create.emailShape") }];
    });
    setErrors(found);
    const [first] = found;
    if (first !== undefined) goToField(first.place, event.currentTarget);
    else if (!creating.isPending) creating.mutate();
  };

  const text = (name: TextName) => ({
    name,
    label: t(`agent:create.${name}`),
    value: values[name],
    ...refused(errors, PLACES[name]),
    required: name !== "name",
    onChange: (event: { currentTarget: { value: string } }) => {
      draft.change({ [name]: event.currentTarget.value });
      setErrors(errors.filter(({ place }) => place !== PLACES[name]));
    },
  });
  const choice = (
    name: "channel" | "kind" | "category" | "impact" | "urgency" | "language",
    label: string,
    data: readonly Option[],
  ) => (
    <Select
      {...refused(errors, name)}
      label={label}
      allowDeselect={false}
      data={data}
      value={values[name]}
      onChange={(value) => {
        if (value !== null) draft.change({ [name]: value });
      }}
    />
  );

  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {creating.error !== null && !attachments.failed && <Refused error={creating.error} refusals={errors} />}
      <div className={styles.row}>
        <TextInput {...text("email")} type="email" autoComplete="off" ref={first} />
        <TextInput {...text("name")} autoComplete="off" maxLength={250} />
        {choice(
          "channel",
          t("agent:create.channel"),
          SPOKEN_CHANNELS.map((value) => ({ value, label: words.channel(value) })),
        )}
      </div>
      <TextInput {...text("subject")} maxLength={250} autoComplete="off" />
      <Textarea {...text("description")} autosize minRows={6} maxRows={20} />
      <div className={styles.row}>
        {(["kind", "category", "impact", "urgency"] as const).map((field) => (
          <Fragment key={field}>{choice(field, fields.label(field), fields.options(field))}</Fragment>
        ))}
        {choice(
          "language",
          t("agent:create.language"),
          LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
        )}
      </div>
      <TagsInput
        label={t("agent:ticket.assets")}
        description={t("agent:create.assetsHint")}
        maxTags={10}
        value={values.assets}
        {...refused(errors, "assets")}
        onChange={(assets) => {
          draft.change({ assets });
          setErrors(errors.filter(({ place }) => !place.startsWith("assets")));
        }}
      />
      <FilePicker attachments={attachments} compact error={refusedAt(errors, "attachments")} />
      <Group gap="sm">
        <Button type="submit" loading={creating.isPending}>
          {t("agent:create.submit")}
        </Button>
        {values.subject + values.description + values.email !== "" && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              draft.clear();
              attachments.clear();
              setErrors([]);
            }}
          >
            {t("agent:discard")}
          </Button>
        )}
      </Group>
    </form>
  );
}
