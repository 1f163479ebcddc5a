import type { ArticleText, Audience, Level, WrittenArticle } from "@/api/types";
import { asHtml, type Written } from "@/components/rich-text/written";

export interface ArticleValues {
  title: string;
  words: Written;
  category: string;
  audience: Audience;
  organizations: string[];
  /** From which level on staff read it; empty for all. */
  level: Level | "";
}

/** What cleaned HTML says. The page loads nothing of it. */
export const writtenOf = (html: string): Written => ({
  text: new DOMParser().parseFromString(html, "text/html").body.textContent,
  html: html === "" ? null : html,
});

export const articleValues = ({ title, body, category, visibility }: WrittenArticle): ArticleValues => ({
  title,
  words: writtenOf(body),
  category,
  audience: visibility.audience,
  organizations: visibility.organizations,
  level: visibility.level ?? "",
});

export const articleText = ({ title, words, category, audience, ...of }: ArticleValues): ArticleText => ({
  title,
  body: words.text.trim() === "" && words.html === null ? "" : asHtml(words),
  category,
  visibility: {
    audience,
    organizations: audience === "organizations" ? of.organizations : [],
    level: audience === "staff" && of.level !== "" ? of.level : null,
  },
});

/** One that nobody has saved yet. */
export const newArticle = (language: string, at: string): WrittenArticle => ({
  id: "",
  language,
  category: "question",
  visibility: { audience: "public", organizations: [], level: null },
  editions: [],
  revision: 0,
  changed_at: at,
  text_language: language,
  version: 0,
  title: "",
  body: "",
  written_by: "",
  feedback: { helped: 0, did_not_help: 0, reasons: {}, deflected: 0 },
});
