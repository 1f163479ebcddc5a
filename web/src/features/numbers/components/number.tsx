import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { FigureReport } from "@/api/settings-types";

import type { Figured } from "../address";
import type { ReportName } from "../api/get-report";
import { valueText } from "../values";
import { nameOf } from "../words";

interface Props {
  chosen: Figured;
  report: FigureReport;
  name: string;
  value: number | null | undefined;
  /** Of which line of a group; a key of none is of tickets that have none. */
  line?: { group: string; key: string | null };
  /** Of a part of its time. */
  days?: { from: string; to: string };
  /** Said in full where nothing around it says it. */
  labelled?: boolean;
}

/** A number, and the way to the tickets behind it; of nothing there are none. */
export function FigureNumber({ chosen, report, name, value, line, days, labelled = false }: Props) {
  const { t, i18n } = useTranslation("settings");
  const unit = report.figures.find((one) => one.name === name)?.unit ?? "count";
  const text = valueText(value, unit, i18n.language);
  const empty = unit === "count" || unit === "share" ? !value : typeof value !== "number";
  if (empty) return text;
  const { from, to } = days ?? { from: report.first, to: report.last };
  return (
    <Link
      to="/figures/tickets"
      search={{
        ...chosen,
        ...{ report: report.report as ReportName, figure: name, from, to },
        ...(line !== undefined && { group: line.group }),
        ...(line?.key != null && { key: line.key }),
      }}
      {...(labelled && { "aria-label": t("figures.open", { name: nameOf(t, name), value: text }) })}
    >
      {text}
    </Link>
  );
}
