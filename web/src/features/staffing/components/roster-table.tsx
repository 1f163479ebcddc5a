import { useTranslation } from "react-i18next";

import type { Colleague } from "@/api/settings-types";
import { LevelBadge } from "@/components/badges";
import { Time } from "@/components/time";

import { PersonLink } from "./person-link";
import { PresenceDot } from "./presence-dot";
import styles from "./roster-table.module.css";

interface Props {
  label: string;
  members: readonly Colleague[];
  nameOf: (id: string) => string;
}

/** Why somebody would be given nothing now, and who is there. */
export function usePresenceWords(): (out: string) => string {
  const { t } = useTranslation("settings");
  return (out) =>
    (t as (key: string, options: { defaultValue: string }) => string)(`presence.${out || "there"}`, {
      defaultValue: out,
    });
}

export function RosterTable({ label, members, nameOf }: Props) {
  const { t } = useTranslation("settings");
  const presence = usePresenceWords();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("roster.person")}</th>
          <th scope="col">{t("roster.now")}</th>
          <th scope="col">{t("roster.load")}</th>
          <th scope="col">{t("roster.can")}</th>
          <th scope="col">{t("roster.weight")}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              <PersonLink id={member.id}>
                <bdi>{member.name}</bdi>
              </PersonLink>
              {member.external && <span className={styles.external}>{t("roster.external")}</span>}
            </th>
            <td data-label={t("roster.now")}>
              <PresenceDot out={member.out} />
              {presence(member.out)}
              {member.away_until !== null && (
                <span className={styles.quiet}>
                  {t("roster.until")} <Time at={member.away_until} />
                  {member.substitute !== null && (
                    <> · {t("roster.substitute", { name: nameOf(member.substitute) })}</>
                  )}
                </span>
              )}
            </td>
            <td data-label={t("roster.load")}>
              <span className={styles.load}>
                <meter
                  min={0}
                  max={Math.max(member.capacity, 1)}
                  value={Math.min(member.held, member.capacity)}
                  aria-label={t("roster.loadOf", { name: member.name })}
                />
                {t("roster.held", { held: member.held, capacity: member.capacity })}
              </span>
            </td>
            <td data-label={t("roster.can")}>
              <Abilities member={member} />
            </td>
            <td data-label={t("roster.weight")}>{member.weight} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Abilities({ member }: { member: Colleague }) {
  const { t } = useTranslation("settings");
  const skills = Object.entries(member.skills);
  return (
    <span className={styles.chips}>
      {member.levels.map((level) => (
        <LevelBadge key={level} level={level} />
      ))}
      {skills.map(([skill, grade]) => (
        <span key={skill} className={styles.chip} title={t("roster.grade", { grade })}>
          {skill} <span aria-hidden="true">{"●".repeat(grade)}</span>
          <span className="visually-hidden">{t("roster.grade", { grade })}</span>
        </span>
      ))}
      <span className={styles.quiet}>
        {member.languages.length === 0 ? t("roster.anyLanguage") : member.languages.join(", ")}
      </span>
    </span>
  );
}
