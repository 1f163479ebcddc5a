import { Button, Modal, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { WrittenArticle } from "@/api/types";
import { Loaded } from "@/components/loaded";
import { MoreButton } from "@/components/more-button";
import { Formatted } from "@/components/rich-text/formatted";
import styles from "@/components/settings/settings-form.module.css";
import { Time } from "@/components/time";

import { useVersion, useVersionPages } from "../api/written";
import { compared, paragraphsOf } from "../comparison";
import own from "./knowledge.module.css";

interface Props {
  article: WrittenArticle;
  /** Have its words in the form again. */
  onRestore: (title: string, body: string) => void;
}

/** All that was saved of it, the newest first: to read, to compare with the newest, and to have back. */
export function ArticleVersions({ article, onRestore }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const { id, text_language, version: newest } = article;
  const pages = useVersionPages(id, text_language, newest);
  const [shown, setShown] = useState<number | null>(null);
  return (
    <section className={styles.card} aria-label={t("settings:knowledge.versions")}>
      <h2>{t("settings:knowledge.versions")}</h2>
      <Loaded of={pages} lines={3}>
        {(data) => (
          <ul className={own.versions}>
            {data.pages
              .flatMap(({ items }) => items)
              .map(({ version, title, saved_at, written_by }) => (
                <li key={version}>
                  <span>
                    {version} · <bdi>{title}</bdi> · <bdi>{written_by}</bdi> · <Time at={saved_at} />
                  </span>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t("settings:knowledge.showVersion", { version })}
                    onClick={() => {
                      setShown(version);
                    }}
                  >
                    {t("settings:knowledge.show")}
                  </Button>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      <MoreButton pages={pages}>{t("settings:knowledge.moreVersions")}</MoreButton>
      <Modal
        opened={shown !== null}
        onClose={() => {
          setShown(null);
        }}
        size="lg"
        title={t("settings:knowledge.version", { version: shown ?? 0 })}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        {shown !== null && (
          <OneVersion
            {...{ article, version: shown }}
            onRestore={(title, body) => {
              setShown(null);
              onRestore(title, body);
            }}
          />
        )}
      </Modal>
    </section>
  );
}

function OneVersion({ article, version, onRestore }: Props & { version: number }) {
  const { t } = useTranslation("settings");
  const found = useVersion(article.id, article.text_language, version);
  const [how, setHow] = useState("text");
  const isNewest = version === article.version;
  return (
    <Loaded of={found} lines={6}>
      {({ title, body }) => (
        <div className={styles.rows}>
          {!isNewest && (
            <SegmentedControl
              aria-label={t("knowledge.how")}
              data={[
                { value: "text", label: t("knowledge.asText") },
                { value: "compared", label: t("knowledge.asCompared", { version: article.version }) },
              ]}
              value={how}
              onChange={setHow}
            />
          )}
          {how === "text" ? (
            <div lang={article.text_language}>
              <h3>
                <bdi>{title}</bdi>
              </h3>
              <Formatted html={body} />
            </div>
          ) : (
            <Compared
              language={article.text_language}
              before={[title, ...paragraphsOf(body)]}
              after={[article.title, ...paragraphsOf(article.body)]}
            />
          )}
          {!isNewest && (
            <Button
              variant="default"
              onClick={() => {
                onRestore(title, body);
              }}
            >
              {t("knowledge.restore")}
            </Button>
          )}
        </div>
      )}
    </Loaded>
  );
}

interface ComparedProps {
  language: string;
  before: readonly string[];
  after: readonly string[];
}

function Compared({ language, before, after }: ComparedProps) {
  const { t } = useTranslation("settings");
  return (
    <div className={own.compared} lang={language}>
      {compared(before, after).map(({ change, text }, place) => {
        const Tag = change === "same" ? "p" : change === "added" ? "ins" : "del";
        return (
          <Tag key={place} dir="auto">
            {change !== "same" && <span className="visually-hidden">{t(`knowledge.${change}`)} </span>}
            {text}
          </Tag>
        );
      })}
    </div>
  );
}
