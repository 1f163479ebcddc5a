import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { TOLD_OF, WAYS, withWay, type OwnValues } from "../values";
import styles from "./ways-table.module.css";

type Notifications = OwnValues["notifications"];

interface Props {
  value: Notifications;
  onChange: (value: Notifications) => void;
}

/** By which ways somebody is told of what. */
export function WaysTable({ value, onChange }: Props) {
  const { t } = useTranslation("settings");
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("own.of")}</th>
          {WAYS.map((way) => (
            <th key={way} scope="col">
              {t(`own.way.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOLD_OF.map((concern) => {
          const ways = value[concern];
          return (
            ways && (
              <tr key={concern}>
                <th scope="row">
                  {t(`own.concern.${concern}`)}
                  {concern === "paged" && <span className={styles.hint}>{t("own.pagedHint")}</span>}
                </th>
                {WAYS.map((way) => (
                  <td key={way}>
                    <Checkbox
                      aria-label={`${t(`own.concern.${concern}`)}: ${t(`own.way.${way}`)}`}
                      checked={ways[way] ?? false}
                      disabled={concern === "paged" && (way === "mail" || way === "digest")}
                      onChange={({ currentTarget: { checked } }) => {
                        onChange({ ...value, [concern]: withWay(ways, way, checked) });
                      }}
                    />
                  </td>
                ))}
              </tr>
            )
          );
        })}
      </tbody>
    </table>
  );
}
