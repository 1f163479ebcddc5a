import { Select } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { ARTICLE_STATES, CATEGORIES, type ArticleCard, type DeflectedRequests } from "@/api/types";
import { buttonClass } from "@/components/button";
import { Loaded } from "@/components/loaded";
import { MoreButton } from "@/components/more-button";
import table from "@/components/settings/register.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState, Loading } from "@/components/states";
import { Time } from "@/components/time";
import { spokenLanguages } from "@/lib/languages-of-people";
import { usePageTitle } from "@/lib/page-title";
import { useGoOnWhileWanting } from "@/lib/pages";

import { narrowedTo, type Narrowed } from "../address";
import { useArticlePages } from "../api/written";
import styles from "../components/knowledge.module.css";
import { MissingLanguages } from "../components/missing-languages";
import { Planned } from "../components/planned";
import { languageName } from "../language-names";

const route = getRouteApi("/shell/knowledge");

/** What is written, in whatever state. */
export function ArticlesPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("knowledge.head"));
  const narrowed = route.useSearch();
  const pages = useArticlePages(narrowed);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const goesOn = useGoOnWhileWanting(pages, items.length === 0);
  const whole = Object.keys(narrowed).length === 0;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <SettingsHead title={t("knowledge.head")}>{t("knowledge.text")}</SettingsHead>
        <Link to="/knowledge/new" className={buttonClass("primary")}>
          {t("knowledge.new")}
        </Link>
      </div>
      <Deflected of={pages.data?.pages[0]?.deflected ?? null} />
      <Filters narrowed={narrowed} />
      <Loaded of={pages} lines={6}>
        {() => {
          if (items.length > 0) return <Rows items={items} />;
          if (goesOn) return <Loading lines={6} />;
          return <EmptyState title={t(whole ? "knowledge.none" : "knowledge.noneSuch")} />;
        }}
      </Loaded>
      <MoreButton pages={pages}>{t("knowledge.more")}</MoreButton>
    </div>
  );
}

/** For leads: what nobody had to ask. */
function Deflected({ of }: { of: DeflectedRequests | null }) {
  const { t } = useTranslation("settings");
  if (of === null) return null;
  return (
    <p className={styles.deflected}>
      {t("knowledge.deflected", { month: of.this_month, before: of.last_month })}
    </p>
  );
}

function Filters({ narrowed }: { narrowed: Narrowed }) {
  const { t, i18n } = useTranslation(["settings", "agent"]);
  const navigate = useNavigate();
  const choice = (name: keyof Narrowed, data: { value: string; label: string }[]) => (
    <Select
      clearable
      searchable
      label={t(`settings:knowledge.by.${name}`)}
      placeholder={t("settings:knowledge.any")}
      data={data}
      value={narrowed[name] ?? null}
      onChange={(value) => {
        const search = narrowedTo({ ...narrowed, [name]: value });
        void navigate({ to: "/knowledge", search, replace: true });
      }}
    />
  );
  return (
    <div className={styles.filters}>
      {choice(
        "state",
        ARTICLE_STATES.map((value) => ({ value, label: t(`settings:knowledge.states.${value}`) })),
      )}
      {choice(
        "category",
        CATEGORIES.map((value) => ({ value, label: t(`agent:category.${value}`) })),
      )}
      {choice("language", spokenLanguages(i18n.language))}
    </div>
  );
}

function Rows({ items }: { items: readonly ArticleCard[] }) {
  const { t } = useTranslation("settings");
  return (
    <div className={table.place}>
      <table className={table.table} aria-label={t("knowledge.head")}>
        <thead>
          <tr>
            {(["title", "category", "audience", "languages", "changed"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`knowledge.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((card) => (
            <Row key={card.id} card={card} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ card }: { card: ArticleCard }) {
  const { t, i18n } = useTranslation(["settings", "agent"]);
  const { id, editions, category, visibility, changed_at } = card;
  const best = [i18n.language, card.language].find((each) =>
    editions.some(({ language }) => language === each),
  );
  const named = editions.find(({ language }) => language === best) ?? editions[0];
  const words = CATEGORIES.find((each) => each === category);
  return (
    <tr>
      <td>
        <Link
          to="/knowledge/$articleId/$language"
          params={{ articleId: id, language: named?.language ?? card.language }}
        >
          <bdi>{named?.title}</bdi>
        </Link>
      </td>
      <td>{words === undefined ? <bdi>{category}</bdi> : t(`agent:category.${words}`)}</td>
      <td>{t(`settings:knowledge.audiences.${visibility.audience}`)}</td>
      <td>
        <ul className={styles.editions}>
          {editions.map((edition) => (
            <li key={edition.language}>
              {languageName(edition.language, i18n.language)}{" "}
              <span className={styles.state}>
                {t(`settings:knowledge.states.${edition.state}`)} <Planned edition={edition} />
              </span>
            </li>
          ))}
          <MissingLanguages article={card} from={named?.language ?? card.language} />
        </ul>
      </td>
      <td>
        <Time at={changed_at} relative />
      </td>
    </tr>
  );
}
