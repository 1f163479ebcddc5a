import { Button, NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { IntakeRule, PastDryRunResult } from "@/api/settings-types";
import { SPOKEN_CHANNELS, type Channel } from "@/api/types";
import { Refused } from "@/components/refused";
import { HINT_BELOW } from "@/components/settings/hint-below";
import styles from "@/components/settings/settings-form.module.css";
import { Notice } from "@/components/states";
import { TicketLink } from "@/components/ticket-link";
import { Time } from "@/components/time";
import { listed } from "@/lib/isolated";
import { useWords } from "@/lib/words";

import { useDryRun, usePastDryRun } from "../api/try-rules";
import { useRuleWords, type Names } from "../words";

interface Props {
  /** The rules as they stand in the form, saved or not. */
  rules: IntakeRule[];
  names: Names;
}

const MOST = 200;
const CHANNELS: readonly Channel[] = ["web", ...SPOKEN_CHANNELS];

/** What the rules would make of a text that is pasted here. */
export function DryRunPanel({ rules, names }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const said = useRuleWords(names);
  const [text, setText] = useState("");
  const [sender, setSender] = useState("");
  const [channel, setChannel] = useState<Channel>("web");
  const [assets, setAssets] = useState<string[]>([]);
  const trying = useDryRun();
  const found = trying.data;
  return (
    <section className={styles.card} aria-label={t("dry.title")}>
      <h2>{t("dry.title")}</h2>
      <p className={styles.hint}>{t("dry.hint")}</p>
      <Textarea
        label={t("dry.text")}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={60_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <div className={styles.row}>
        <TextInput
          label={t("dry.sender")}
          value={sender}
          onChange={(event) => {
            setSender(event.currentTarget.value);
          }}
        />
        <Select
          label={t("conditions.channel")}
          allowDeselect={false}
          data={CHANNELS.map((one) => ({ value: one, label: words.channel(one) }))}
          value={channel}
          onChange={(value) => {
            if (value !== null) setChannel(value);
          }}
        />
        <TagsInput
          label={t("dry.assets")}
          inputWrapperOrder={HINT_BELOW}
          description={t("dry.assetsHint")}
          maxTags={10}
          value={assets}
          onChange={setAssets}
        />
      </div>
      <Button
        variant="default"
        className={styles.start}
        loading={trying.isPending}
        onClick={() => {
          trying.mutate({ text, sender, channel, assets, rules });
        }}
      >
        {t("dry.try")}
      </Button>
      <Refused places error={trying.error} />
      <div role="status">
        {found !== undefined && (
          <Notice tone={found.matched.length > 0 ? "ok" : "info"}>
            <p>
              <strong>
                {t("dry.goes", {
                  level: said.value("level", found.level),
                  team: names.team(found.team),
                })}
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
                <p>{listed(said.actions(found.then), " · ")}</p>
              </>
            )}
          </Notice>
        )}
      </div>
    </section>
  );
}

/** What the rules would have made of tickets that came before. */
export function PastDryRunPanel({ rules, names }: Props) {
  const { t } = useTranslation("settings");
  const [last, setLast] = useState<number | "">(100);
  const trying = usePastDryRun();
  return (
    <section className={styles.card} aria-label={t("past.title")}>
      <h2>{t("past.title")}</h2>
      <p className={styles.hint}>{t("past.hint")}</p>
      <div className={styles.add}>
        <NumberInput
          label={t("past.last")}
          min={1}
          max={MOST}
          value={last}
          onChange={(value) => {
            setLast(value === "" ? "" : Number(value));
          }}
        />
        <Button
          variant="default"
          loading={trying.isPending}
          onClick={() => {
            trying.mutate({ rules, last: last === "" ? MOST : last });
          }}
        >
          {t("past.try")}
        </Button>
      </div>
      <Refused places error={trying.error} />
      <div role="status">{trying.data !== undefined && <PastResult found={trying.data} names={names} />}</div>
    </section>
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
        {t("past.found", { count: found.items.length, moved: moved.length })}
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
