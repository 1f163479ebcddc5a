import { useTranslation } from "react-i18next";

import type { ActionFile, SlaDryRunResult } from "@/api/settings-types";
import type { Asked } from "@/components/settings/conditions";
import { Notice } from "@/components/states";
import { Time } from "@/components/time";
import { spanText } from "@/lib/duration";
import { listed } from "@/lib/isolated";
import { nameIn } from "@/lib/name-of-file";
import { useWords } from "@/lib/words";

import type { SlaSentences } from "../sentences";
import styles from "./sla.module.css";

interface Props {
  found: SlaDryRunResult;
  said: SlaSentences;
}

/** What became of a ticket that was tried: its promise and why, its clocks, its ladders. */
export function Tried({ found, said }: Props) {
  return (
    <div className={styles.tried}>
      <Promised found={found} />
      {found.policy !== null && <Clocks clocks={found.clocks} />}
      <Ladders ladders={found.ladders} said={said} />
    </div>
  );
}

function Promised({ found: { asked, policy } }: { found: SlaDryRunResult }) {
  const { t } = useTranslation("settings");
  const passed = asked.filter(({ unmet }) => unmet.length > 0);
  return (
    <Notice tone={policy === null ? "warn" : "ok"}>
      <strong>
        {policy === null ? t("trial.none") : t("trial.promise", { name: nameIn(asked)(policy) })}
      </strong>
      {passed.length > 0 && (
        <ul>
          {passed.map(({ id, name, unmet }) => (
            <li key={id}>
              {t("trial.passed", { name, fields: listed(unmet.map((key) => t(`asked.${key as Asked}`))) })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Clocks({ clocks }: Pick<SlaDryRunResult, "clocks">) {
  const { t } = useTranslation("settings");
  const words = useWords();
  /** A warning's `75%` or `60m`. */
  const warning = (name: string) => {
    const amount = name.slice(0, -1);
    return name.endsWith("%") ? t("trial.percent", { amount }) : t("trial.minutes", { amount });
  };
  return (
    <>
      <h3>{t("trial.clocks")}</h3>
      {clocks.length === 0 && <p>{t("trial.noClocks")}</p>}
      <ul>
        {clocks.map(({ clock, target_seconds, calendar, due_at, steps }) => (
          <li key={clock}>
            <strong>{words.clock(clock)}</strong>{" "}
            {due_at === null ? (
              t("trial.paused")
            ) : (
              <>
                {t("trial.due")} <Time at={due_at} />
              </>
            )}{" "}
            <span className={styles.quiet}>
              {t("trial.within", {
                span: spanText(target_seconds),
                calendar: calendar === "" ? t("policy.plain") : calendar,
              })}
              {steps
                .filter(({ name }) => name !== "breach")
                .map(({ name, at }) => (
                  <span key={name}>
                    {" · "}
                    {warning(name)} <Time at={at} />
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ladders({ ladders, said }: Pick<SlaDryRunResult, "ladders"> & Pick<Props, "said">) {
  const { t } = useTranslation("settings");
  const name = nameIn(ladders);
  const heading = (ladder: SlaDryRunResult["ladders"][number]) => {
    if (ladder.after !== "") return t("trial.goesOn", { name: ladder.name, before: name(ladder.after) });
    const { clock, step } = ladder;
    const cause = clock === "" ? t("begins.aTicket") : said.begins({ clock, step });
    return t("trial.begins", { name: ladder.name, cause });
  };
  return (
    <>
      <h3>{t("trial.ladders")}</h3>
      {ladders.length === 0 ? (
        <p>{t("trial.noLadders")}</p>
      ) : (
        <>
          <ul>
            {ladders.map((ladder, place) => (
              <li key={place}>
                {heading(ladder)}
                <ul>
                  {ladder.steps.map(({ at, actions }, index) => (
                    <li key={index}>
                      <Time at={at} />: {said.doing(actions as ActionFile[])}
                    </li>
                  ))}
                  {ladder.repeat && <li>{t("climbs.repeat")}</li>}
                </ul>
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{t("trial.unmoved")}</p>
        </>
      )}
    </>
  );
}
