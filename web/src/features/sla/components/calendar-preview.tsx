import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { CalendarFile } from "@/api/settings-types";
import { Refused } from "@/components/refused";
import { SpanInput } from "@/components/settings/span-input";
import { refusalsOf } from "@/lib/field-errors";
import { listed } from "@/lib/isolated";
import { productNow } from "@/lib/product-clock";
import { localeOf } from "@/lib/time-format";

import { usePreview } from "../api/preview-calendar";
import styles from "./sla.module.css";

const FOUR_HOURS = 14_400;
const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
const CLOCK: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };

interface Props {
  file: CalendarFile;
  /** Where the form has it. */
  place: string;
}

/** What a calendar means, before it is saved: when it is open next, and what some working time from now is. */
export function CalendarPreviewPanel({ file, place }: Props) {
  const { t, i18n } = useTranslation("settings");
  const [seconds, setSeconds] = useState<number | null | undefined>(FOUR_HOURS);
  const preview = usePreview();
  const zone = typeof file.timezone === "string" ? file.timezone : "UTC";
  const format = (instant: string, options: Intl.DateTimeFormatOptions) => {
    try {
      return new Intl.DateTimeFormat(localeOf(i18n.language), {
        ...options,
        timeZone: zone,
      }).format(new Date(instant));
    } catch {
      return instant;
    }
  };
  const moment = (instant: string) => format(instant, { ...DAY, ...CLOCK });
  const end = (start: string, instant: string) =>
    format(start, DAY) === format(instant, DAY) ? format(instant, CLOCK) : moment(instant);
  const refusals = refusalsOf(preview.error).map((one) => ({
    ...one,
    place: one.place.replace(/^calendar(?=\.|$)/, place),
  }));
  return (
    <section className={styles.preview} aria-label={t("preview.title")}>
      <div className={styles.ask}>
        <SpanInput label={t("preview.span")} value={seconds} onChange={setSeconds} />
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={() => {
            const at = new Date(productNow()).toISOString();
            preview.mutate({ calendar: file, at, seconds: seconds ?? 0 });
          }}
        >
          {t("preview.show")}
        </Button>
      </div>
      <Refused places error={preview.error} refusals={refusals} />
      <div role="status">
        {preview.data !== undefined && (
          <>
            <p>
              <strong>{t("preview.after", { time: moment(preview.data.after) })}</strong>{" "}
              <span className={styles.quiet}>{zone}</span>
            </p>
            <h4>{t("preview.open", { count: preview.data.open.length })}</h4>
            <ol className={styles.intervals}>
              {preview.data.open.map((interval) => (
                <li key={interval.start}>
                  {interval.closed_before.length > 0 && (
                    <span className={styles.quiet}>
                      {t("preview.closed", { names: listed(interval.closed_before) })}{" "}
                    </span>
                  )}
                  {moment(interval.start)} – {end(interval.start, interval.end)}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}
