/** The languages of the interface: the browser's at first, then what the person chose. */
import i18n, { type Resource } from "i18next";
import { initReactI18next } from "react-i18next";

import { isolated } from "./isolated";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", de: "Deutsch" };

const CHOICE = "helpdesk.language";

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

export function preferredLanguage(): Language {
  const choices = [window.localStorage.getItem(CHOICE), ...navigator.languages];
  for (const choice of choices) {
    const language = choice?.slice(0, 2).toLowerCase() ?? "";
    if (isLanguage(language)) return language;
  }
  return "en";
}

/** Files of texts by namespace. */
type Bundle = Record<string, readonly object[]>;
export type Bundles = Record<Language, () => Promise<Bundle>>;

const known = new Set<Bundles>();

async function add(bundles: Bundles, language: Language): Promise<void> {
  for (const [namespace, files] of Object.entries(await bundles[language]())) {
    for (const texts of files) i18n.addResourceBundle(language, namespace, texts, true, true);
  }
}

const load = (language: Language) => Promise.all([...known].map((bundles) => add(bundles, language)));

/** Texts of a part of the app that is loaded when it is opened first; they follow the language from then on. */
export async function addTexts(bundles: Bundles): Promise<void> {
  if (known.has(bundles)) return;
  await add(bundles, asLanguage(i18n.language));
  known.add(bundles);
}

export async function startLanguage(from: Bundles, language = preferredLanguage()): Promise<void> {
  known.add(from);
  const resources: Resource = {};
  await i18n.use(initReactI18next).init({
    lng: language,
    resources,
    ns: ["common"],
    defaultNS: "common",
    // Nothing is markup here: what is put in must only not turn the words around it.
    interpolation: { escapeValue: true, escape: isolated },
    react: { useSuspense: false },
  });
  await load(language);
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  await load(language);
  await i18n.changeLanguage(language);
  window.localStorage.setItem(CHOICE, language);
  document.documentElement.lang = language;
}

export const asLanguage = (text: string): Language => (isLanguage(text) ? text : "en");
