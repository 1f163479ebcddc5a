import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Topic } from "@/api/types";
import { Button } from "@/components/button";

import { inWords } from "../topics";
import { TopicIcon } from "./topic-icon";
import styles from "./topic-tiles.module.css";

/** So many are seen at first. */
const TILES = 6;

export function TopicTiles({ topics }: { topics: readonly Topic[] }) {
  const { t, i18n } = useTranslation("portal");
  const [all, setAll] = useState(false);
  return (
    <div>
      <ul className={styles.tiles}>
        {topics.slice(0, all ? undefined : TILES).map(({ id, name, icon }) => (
          <li key={id}>
            <a href={`/new/${id}`} className={styles.tile}>
              <TopicIcon icon={icon} />
              <bdi>{inWords(name, i18n.language)}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {topics.length > TILES && !all && (
        <div className={styles.all}>
          <Button
            look="quiet"
            onClick={() => {
              setAll(true);
            }}
          >
            {t("topics.all", { count: topics.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
