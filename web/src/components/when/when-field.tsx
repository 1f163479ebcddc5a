import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import { localDay } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { whenTyped, whenWritten, type WhenKind } from "@/lib/typed-when";

import styles from "./when-field.module.css";

interface Props extends Omit<TextInputProps, "type" | "value" | "onChange" | "min"> {
  kind: WhenKind;
  /** As `lib/typed-when` has it; empty while it holds none. */
  value: string;
  onChange: (value: string) => void;
  /** The first day that is offered. */
  min?: string;
}

const Calendar = lazy(() => import("./calendar"));

const MORNING = "08:00";

/** A day, a time or both: typed in the reader's language, or a day chosen from a calendar that comes when it is asked for. */
export function WhenField({ kind, value, onChange, min, error, rightSection, ...field }: Props) {
  const { t, i18n } = useTranslation("agent");
  const { language } = i18n;
  const [begun, setTyped] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [day = "", time = MORNING] = value.split("T");
  const read = (text: string) =>
    text.trim() === ""
      ? ""
      : whenTyped(kind, text, { language, today: localDay(new Date(productNow())), time });
  // What the field holds may be changed from elsewhere meanwhile.
  const typed = begun !== null && (read(begun) ?? "") === value ? begun : null;
  const misread = typed !== null && read(typed) === null;
  const example = whenWritten(
    kind,
    { day: "2026-11-30", time: "09:00", instant: "2026-11-30T09:00" }[kind],
    language,
  );
  return (
    <TextInput
      {...field}
      autoComplete="off"
      inputMode={kind === "time" ? "numeric" : "text"}
      value={typed ?? whenWritten(kind, value, language)}
      error={misread ? t(`when.misread.${kind}`, { example }) : error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(read(currentTarget.value) ?? "");
      }}
      onBlur={(event) => {
        if (!misread) setTyped(null);
        field.onBlur?.(event);
      }}
      {...(kind === "time"
        ? { rightSection }
        : {
            rightSectionWidth: rightSection == null ? 34 : 64,
            rightSection: (
              <span className={styles.right}>
                {rightSection}
                <Popover
                  opened={choosing}
                  onChange={setChoosing}
                  position="bottom-end"
                  trapFocus
                  returnFocus
                  withinPortal
                >
                  <Popover.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      aria-label={t("when.choose")}
                      aria-haspopup="dialog"
                      aria-expanded={choosing}
                      disabled={field.disabled ?? false}
                      onClick={() => {
                        setChoosing(!choosing);
                      }}
                    >
                      <IconCalendar size={16} />
                    </ActionIcon>
                  </Popover.Target>
                  <Popover.Dropdown data-mantine-stop-propagation="true">
                    <Suspense fallback={<div className={styles.coming} />}>
                      <Calendar
                        value={day}
                        min={min?.slice(0, 10)}
                        onChoose={(chosen) => {
                          setTyped(null);
                          setChoosing(false);
                          onChange(kind === "day" ? chosen : `${chosen}T${time}`);
                        }}
                      />
                    </Suspense>
                  </Popover.Dropdown>
                </Popover>
              </span>
            ),
          })}
    />
  );
}
