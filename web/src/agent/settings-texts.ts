import { addTexts, type Bundles } from "@/lib/language";

const bundles: Bundles = {
  en: async () => ({ settings: (await import("@/locales/en/settings.json")).default }),
  de: async () => ({ settings: (await import("@/locales/de/settings.json")).default }),
};

/** The settings pages bring their words with them: most people never open these pages. */
export const loadSettingsTexts = () => addTexts(bundles);
