import "@mantine/dates/styles.layer.css";
import "dayjs/locale/de";
import "dayjs/locale/en-gb";
import { DatePicker } from "@mantine/dates";
import { useTranslation } from "react-i18next";

import { localDay } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";

interface Props {
  value: string;
  min: string | undefined;
  onChoose: (day: string) => void;
}

/** As the library of dates calls our languages. */
const LOCALES: Readonly<Record<string, string>> = { de: "de" };

export default function Calendar({ value, min, onChoose }: Props) {
  const { t, i18n } = useTranslation("agent");
  const today = localDay(new Date(productNow()));
  return (
    <DatePicker
      locale={LOCALES[i18n.language] ?? "en-gb"}
      value={value === "" ? null : value}
      defaultDate={value === "" ? today : value}
      highlightToday
      hideOutsideDates
      weekendDays={[]}
      {...(min === undefined ? {} : { minDate: min })}
      ariaLabels={{
        previousMonth: t("when.previousMonth"),
        nextMonth: t("when.nextMonth"),
        previousYear: t("when.previousYear"),
        nextYear: t("when.nextYear"),
        previousDecade: t("when.previousDecade"),
        nextDecade: t("when.nextDecade"),
        monthLevelControl: t("when.months"),
        yearLevelControl: t("when.years"),
      }}
      onChange={(day) => {
        if (day !== null) onChoose(day);
      }}
    />
  );
}
