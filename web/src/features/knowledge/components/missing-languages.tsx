import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { WrittenArticle } from "@/api/types";

import { languageName } from "../language-names";
import { missingLanguages } from "../missing";
import own from "./knowledge.module.css";

interface Props {
  article: Pick<WrittenArticle, "id" | "language" | "editions">;
  /** Which text is there to be translated. */
  from: string;
}

/** In which it has still to be written, each with the way there. */
export function MissingLanguages({ article: { id, editions }, from }: Props) {
  const { t, i18n } = useTranslation("settings");
  return missingLanguages(editions).map((language) => (
    <li key={language}>
      <Link
        to="/knowledge/$articleId/$language"
        params={{ articleId: id, language }}
        search={{ from }}
        className={own.missing}
      >
        {t("knowledge.missing", { language: languageName(language, i18n.language) })}
      </Link>
    </li>
  ));
}
