import { MultiSelect, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { CalendarFile } from "@/api/settings-types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { MovedHolidays } from "@/components/settings/moved-holidays";
import styles from "@/components/settings/settings-form.module.css";
import { SpecialDays } from "@/components/settings/special-days";
import { WeekHours } from "@/components/settings/week-hours";
import { ZoneSelect } from "@/components/settings/zone-select";
import { readHours, writeHours, type Hours } from "@/lib/calendar-file";
import { refused, type Refusals } from "@/lib/field-errors";
import { localDay } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { without } from "@/lib/without";

import { CalendarPreviewPanel } from "./calendar-preview";
import { NameAndId, type Siblings } from "./name-and-id";

interface Props {
  siblings: Siblings;
  file: CalendarFile;
  onChange: (file: CalendarFile) => void;
  place: string;
  refusals: Refusals;
  /** The other calendars, which this one may join. */
  others: readonly { id: string; name: string }[];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function CalendarForm({ file, siblings, onChange, place, refusals, others }: Props) {
  const { t } = useTranslation("settings");
  const joined = Array.isArray(file.joined);
  return (
    <>
      <NameAndId
        file={file}
        siblings={siblings}
        onChange={(part) => {
          onChange({ ...file, ...part });
        }}
        place={place}
        refusals={refusals}
      />
      <Switch
        label={t("calendar.joins")}
        checked={joined}
        onChange={(event) => {
          const { id, name, version } = file;
          const kept = { id, name, ...(version === undefined ? {} : { version }) };
          onChange(
            event.currentTarget.checked
              ? { ...kept, joined: [] }
              : { ...kept, timezone: "Europe/Berlin", week: {} },
          );
        }}
      />
      {joined ? (
        <MultiSelect
          label={t("calendar.joined")}
          inputWrapperOrder={HINT_BELOW}
          description={t("calendar.joinedHint")}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={(file.joined ?? []).filter((one): one is string => typeof one === "string")}
          {...refused(refusals, `${place}.joined`)}
          onChange={(ids) => {
            const inner = (file.joined ?? []).filter((one) => typeof one !== "string");
            onChange({ ...file, joined: [...ids, ...inner] });
          }}
        />
      ) : (
        <OpenHours file={file} onChange={onChange} place={place} refusals={refusals} />
      )}
      <CalendarPreviewPanel file={file} place={place} />
    </>
  );
}

/** The hours as the form has them: a file could not hold what is typed halfway. */
function OpenHours({ file, onChange, place, refusals }: Omit<Props, "others" | "siblings">) {
  const { t } = useTranslation("settings");
  const [own, setOwn] = useState(() => ({ file, hours: readHours(file) }));
  const { hours } = own.file === file ? own : { hours: readHours(file) };
  if (own.file !== file) setOwn({ file, hours });
  const change = (part: Partial<Hours>) => {
    const next = { ...hours, ...part };
    const written = writeHours(next);
    setOwn({ file: written, hours: next });
    onChange(written);
  };
  return (
    <>
      <div className={styles.row}>
        <ZoneSelect
          label={t("zone")}
          value={hours.timezone}
          {...refused(refusals, `${place}.timezone`)}
          onChange={(timezone) => {
            change({ timezone });
          }}
        />
        <TextInput
          label={t("calendar.region")}
          inputWrapperOrder={HINT_BELOW}
          description={t("calendar.regionHint")}
          placeholder="DE-BE"
          value={text(hours.rest.region)}
          {...refused(refusals, `${place}.region`)}
          onChange={(event) => {
            const rest = without(hours.rest, "region");
            const region = event.currentTarget.value.trim().toUpperCase();
            change({ rest: region === "" ? rest : { ...rest, region } });
          }}
        />
      </div>
      <Switch
        label={t("calendar.always")}
        checked={hours.always}
        onChange={(event) => {
          change({ always: event.currentTarget.checked });
        }}
      />
      {!hours.always && (
        <WeekHours
          value={hours.week}
          refusedOf={(day) => refused(refusals, `${place}.week.${day}`)}
          onChange={(week) => {
            change({ week });
          }}
        />
      )}
      <h3>{t("calendar.special")}</h3>
      <p className={styles.hint}>{t("calendar.specialHint")}</p>
      <SpecialDays
        value={hours.special}
        today={localDay(new Date(productNow()))}
        refusedOf={(date) =>
          refused(refusals, date === "" ? `${place}.holidays` : `${place}.half_days.${date}`)
        }
        onChange={(special) => {
          change({ special });
        }}
      />
      <h3>{t("moved.title")}</h3>
      <p className={styles.hint}>{t("moved.hint")}</p>
      <MovedHolidays
        value={hours.moved}
        today={localDay(new Date(productNow()))}
        refusedOf={(from) => refused(refusals, `${place}.moved_holidays.${from}`)}
        onChange={(moved) => {
          change({ moved });
        }}
      />
    </>
  );
}
