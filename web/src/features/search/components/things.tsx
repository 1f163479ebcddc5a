import { IconBuilding, IconDeviceLaptop, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { SearchHit } from "@/api/types";

import type { ThingKind } from "../api/things";
import { placeOf } from "../place-of";
import { Pieces } from "./pieces";
import styles from "./things.module.css";

const ICONS = { person: IconUser, organization: IconBuilding, asset: IconDeviceLaptop };

/** People, organizations and assets that are called so, above the tickets that say it. */
export function Things({ of }: { of: readonly SearchHit[] }) {
  const { t } = useTranslation("agent");
  if (of.length === 0) return null;
  return (
    <ul className={styles.things} aria-label={t("search.things")}>
      {of.map((hit) => {
        const kind = hit.kind as ThingKind;
        const Icon = ICONS[kind];
        return (
          <li key={`${kind} ${hit.id}`}>
            <Link to={placeOf(kind, hit.id)} className={styles.thing}>
              <span role="img" aria-label={t(`search.kinds.${kind}`)} className={styles.icon}>
                <Icon size={16} aria-hidden />
              </span>
              <span className={styles.title}>
                <Pieces of={hit.title} />
              </span>
              <span className={styles.says}>
                <Pieces of={hit.snippet} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
