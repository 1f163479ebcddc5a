import { NumberInput, SegmentedControl, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { DryRun, DryRunResult, IntakeRule, PastDryRunResult } from "@/api/settings-types";
import { SPOKEN_CHANNELS, type Channel } from "@/api/types";
import { Refused } from "@/components/refused";
import { CHECKS, FOUND, type Check } from "@/components/settings/conditions";
import { HINT_BELOW } from "@/components/settings/hint-below";
import styles from "@/components/settings/settings-form.module.css";
import { useSettled } from "@/components/settings/trial";
import { Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { useMailboxes } from "@/lib/desk/list-mailboxes";
import { listed } from "@/lib/isolated";
import { useWords } from "@/lib/words";

import { useDryRun, usePastDryRun } from "../api/try-rules";
import { triable } from "../trial";
import { useRuleWords, type Names } from "../words";

interface Props {
  /** The rules as they stand in the form, saved or not. */
  rules: readonly IntakeRule[];
  names: Names;
}

const MOST = 200;
const CHANNELS: readonly Channel[] = ["web", ...SPOKEN_CHANNELS];
const WAYS = ["text", "past"] as const;

/** What the rules make of a text, or of the last tickets: it follows each change of them. */
export function TryRules({ rules, names }: Props) {
  const { t } = useTranslation("settings");
  const [way, setWay] = useState<(typeof WAYS)[number]>("text");
  const tried = { rules: triable(rules, t("rule.unnamed")), names };
  return (
    <section className={styles.card} aria-label={t("dry.title")}>
      <h2>{t("dry.title")}</h2>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("dry.with")}
        data={WAYS.map((one) => ({ value: one, label: t(`dry.${one}`) }))}
        value={way}
        onChange={setWay}
      />
      {way === "text" ? <TryText {...tried} /> : <TryPast {...tried} />}
    </section>
  );
}

interface TriedProps {
  rules: IntakeRule[];
  names: Names;
}

function TryText({ rules, names }: TriedProps) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const [text, setText] = useState("");
  const [sender, setSender] = useState("");
  const [channel, setChannel] = useState<Channel>("web");
  const [assets, setAssets] = useState<string[]>([]);
  const [checks, setChecks] = useState<Pick<DryRun, Check | "mailbox">>({});
  const mailboxes = useMailboxes().data?.mailboxes ?? [];
  const byMail = channel === "email" ? checks : {};
  const run = useSettled(text.trim() === "" ? null : { text, sender, channel, assets, ...byMail, rules });
  const trying = useDryRun(run);
  return (
    <>
      <p className={styles.hint}>{t("dry.hint")}</p>
      <Textarea
        label={t("dry.words")}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={60_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <TextInput
        label={t("asked.sender")}
        value={sender}
        onChange={(event) => {
          setSender(event.currentTarget.value);
        }}
      />
      <Select
        label={t("asked.channel")}
        allowDeselect={false}
        data={CHANNELS.map((one) => ({ value: one, label: words.channel(one) }))}
        value={channel}
        onChange={(value) => {
          if (value !== null) setChannel(value);
        }}
      />
      {channel === "email" && (
        <div className={styles.row}>
          <Select
            label={t("asked.mailbox")}
            placeholder={t("dry.anyMailbox")}
            clearable
            data={mailboxes.map(({ id, address }) => ({ value: id, label: address }))}
            value={checks.mailbox ?? null}
            onChange={(mailbox) => {
              setChecks({ ...checks, mailbox });
            }}
          />
          {CHECKS.map((check) => (
            <Select
              key={check}
              label={t(`asked.${check}`)}
              placeholder={t("dry.any")}
              clearable
              data={FOUND.map((value) => ({ value, label: t(`found.${value}`) }))}
              value={checks[check] ?? null}
              onChange={(value) => {
                setChecks({ ...checks, [check]: value });
              }}
            />
          ))}
        </div>
      )}
      <TagsInput
        label={t("dry.assets")}
        inputWrapperOrder={HINT_BELOW}
        description={t("dry.assetsHint")}
        maxTags={10}
        value={assets}
        onChange={setAssets}
      />
      <Refused places error={trying.error} />
      <div role="status">
        {run !== null && trying.data !== undefined && <TextResult found={trying.data} names={names} />}
      </div>
    </>
  );
}

function TextResult({ found, names }: { found: DryRunResult; names: Names }) {
  const { t } = useTranslation("settings");
  const said = useRuleWords(names);
  return (
    <Notice tone={found.matched.length > 0 ? "ok" : "info"}>
      <p>
        <strong>
          {t("dry.goes", { level: said.value("level", found.level), team: names.team(found.team) })}
        </strong>
      </p>
      {found.matched.length === 0 ? (
        <p>{t("dry.noMatch")}</p>
      ) : (
        <>
          <p>{t("dry.matched")}</p>
          <ol>
            {found.matched.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ol>
          <p>{t("dry.then", { actions: said.actions(found.then) })}</p>
        </>
      )}
    </Notice>
  );
}

function TryPast({ rules, names }: TriedProps) {
  const { t } = useTranslation("settings");
  const [last, setLast] = useState<number | "">(100);
  const trying = usePastDryRun(useSettled({ rules, last: last === "" ? MOST : last }));
  return (
    <>
      <p className={styles.hint}>{t("past.hint")}</p>
      <NumberInput
        label={t("past.last")}
        min={1}
        max={MOST}
        clampBehavior="strict"
        value={last}
        onChange={(value) => {
          setLast(value === "" ? "" : Number(value));
        }}
      />
      <Refused places error={trying.error} />
      <div role="status">{trying.data !== undefined && <PastResult found={trying.data} names={names} />}</div>
    </>
  );
}

interface ResultProps {
  found: PastDryRunResult;
  names: Names;
}

function PastResult({ found, names }: ResultProps) {
  const { t } = useTranslation("settings");
  const said = useRuleWords(names);
  const moved = found.items.filter(({ differences }) => differences.length > 0);
  const shown = (field: string, value: string | null) =>
    value === null || value === "" ? t("past.nothing") : said.value(field, value);
  return (
    <>
      <p>
        <strong>{t("past.found", { count: found.items.length, moved: moved.length })}</strong>
        {!found.complete && ` ${t("past.more")}`}
      </p>
      <ul className={styles.list}>
        {moved.map((ticket) => (
          <li key={ticket.id} className={styles.item}>
            <span>
              <TicketLink id={ticket.id}>{ticket.id}</TicketLink> <bdi>{ticket.subject}</bdi> ·{" "}
              <Time at={ticket.created_at} />
              {ticket.differences.map(({ field, was, would }) => (
                <span key={field} className={styles.block}>
                  {said.label(field)}: <bdi>{shown(field, was)}</bdi> →{" "}
                  <strong>
                    <bdi>{shown(field, would)}</bdi>
                  </strong>
                </span>
              ))}
            </span>
            <span className={styles.hint}>{listed(ticket.matched)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
