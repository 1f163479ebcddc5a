import { useTranslation } from "react-i18next";

import type { Briefing } from "@/api/settings-types";
import { Button } from "@/components/button";
import { useComplain, useNotify } from "@/components/notify";
import { Time } from "@/components/time";

import { tryBriefing, useChangeBriefings } from "../api/briefings";
import styles from "./briefings.module.css";

interface Props {
  items: readonly Briefing[];
  onChange: (one: Briefing) => void;
}

export function BriefingList({ items, onChange }: Props) {
  const { t } = useTranslation("settings");
  if (items.length === 0) return <p>{t("figures.mail.none")}</p>;
  return (
    <ul className={styles.list} aria-label={t("figures.mail.yours")}>
      {items.map((one) => (
        <Line
          key={one.id}
          one={one}
          onChange={() => {
            onChange(one);
          }}
        />
      ))}
    </ul>
  );
}

function Line({ one, onChange }: { one: Briefing; onChange: () => void }) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const complain = useComplain();
  const { end } = useChangeBriefings();
  return (
    <li className={styles.line}>
      <p>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        <br />
        {t(`figures.mail.when.${one.rhythm}`, { at: one.at })}, {t("figures.mail.next")} <Time at={one.due} />
      </p>
      <div className={styles.acts}>
        <Button
          look="quiet"
          aria-label={t("figures.mail.tryOf", { name: one.name })}
          onClick={() => {
            tryBriefing(one).then(() => {
              notify(t("figures.mail.tried"));
            }, complain);
          }}
        >
          {t("figures.mail.try")}
        </Button>
        <Button look="quiet" aria-label={t("figures.mail.changeOf", { name: one.name })} onClick={onChange}>
          {t("figures.mail.change")}
        </Button>
        <Button
          look="quiet"
          busy={end.isPending}
          aria-label={t("figures.mail.endOf", { name: one.name })}
          onClick={() => {
            end.mutate(one, { onError: complain });
          }}
        >
          {t("figures.mail.end")}
        </Button>
      </div>
    </li>
  );
}
