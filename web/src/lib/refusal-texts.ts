import { addTexts, type Bundles } from "./language";

const bundles: Bundles = {
  en: async () => ({ refusals: [(await import("@/locales/en/refusals.json")).default] }),
  de: async () => ({ refusals: [(await import("@/locales/de/refusals.json")).default] }),
};

/** Reasons for refused fields, by code. They come with the first refusal; without them the service's words are shown. */
export const loadRefusalTexts = () => addTexts(bundles).catch(() => undefined);
