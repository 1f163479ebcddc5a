import { addTexts, type Bundles } from "@/lib/language";

const bundles: Bundles = {
  en: async () => (await import("./settings-language-en")).default,
  de: async () => (await import("./settings-language-de")).default,
};

/** The settings pages bring their words with them: most people never open these pages. */
export const loadSettingsTexts = () => addTexts(bundles);
