import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconEqual, IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { FigureReport } from "@/api/settings-types";

import type { Figured } from "../address";
import type { TileOf } from "../pages-of-figures";
import { changeOf, sparkline, valueText, type Unit } from "../values";
import { nameOf } from "../words";
import { FigureNumber } from "./number";
import styles from "./tile.module.css";

const ARROWS = { more: IconArrowUp, less: IconArrowDown, same: IconEqual, unknown: null };

interface Props {
  of: TileOf;
  chosen: Figured;
  report: FigureReport;
}

/** A figure: its name, its number, how it changed, and its line. The number leads to the tickets behind it. */
export function Tile({ of: { figure: name, p90 }, chosen, report }: Props) {
  const { t, i18n } = useTranslation("settings");
  const figure = report.figures.find((one) => one.name === name);
  if (figure === undefined) return null;
  const { language } = i18n;
  const value = valueText(report.total[name], figure.unit, language);
  const nine = p90 === undefined ? undefined : report.total[p90];
  return (
    <li className={styles.tile}>
      <h2 className={styles.name}>
        {nameOf(t, name)}{" "}
        <Sentence said={language === "de" ? figure.sentence.de : figure.sentence.en} of={nameOf(t, name)} />
      </h2>
      <p className={styles.number} data-bad={name === "missed" && report.total[name] !== 0}>
        {figure.question === null ? (
          <FigureNumber {...{ chosen, report, name }} value={report.total[name]} labelled />
        ) : (
          <Link
            to="/search"
            search={{ q: figure.question }}
            aria-label={t("figures.open", { name: nameOf(t, name), value })}
          >
            {value}
          </Link>
        )}
        {p90 !== undefined && typeof nine === "number" && (
          <span className={styles.nine}>
            {t("figures.nineOf")} <FigureNumber {...{ chosen, report, name: p90 }} value={nine} labelled />
          </span>
        )}
      </p>
      <Changed report={report} name={name} unit={figure.unit} />
      <svg className={styles.line} viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
        <path d={sparkline(report.parts.map(({ values }) => values[name]))} />
      </svg>
    </li>
  );
}

function Changed({ report, name, unit }: { report: FigureReport; name: string; unit: Unit }) {
  const { t, i18n } = useTranslation("settings");
  const { way, amount } = changeOf(report.total[name], report.before[name], unit, i18n.language);
  const Arrow = ARROWS[way];
  const share = unit === "share" && (way === "more" || way === "less");
  return (
    <p className={styles.change}>
      {Arrow !== null && <Arrow size={14} aria-hidden />}
      {t(share ? `figures.points.${way}` : `figures.change.${way}`, { amount })}
    </p>
  );
}

/** What is counted, for whoever points at it, comes to it by keys or touches it. */
function Sentence({ said, of }: { said: string; of: string }) {
  const { t } = useTranslation("settings");
  return (
    <Tooltip label={said} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant="subtle"
        size="xs"
        color="gray"
        aria-label={t("figures.counts", { name: of, sentence: said })}
      >
        <IconInfoCircle size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
