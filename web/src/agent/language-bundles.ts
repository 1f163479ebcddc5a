import type { Bundles } from "@/lib/language";

export const bundles: Bundles = {
  en: async () => (await import("./language-en")).default,
  de: async () => (await import("./language-de")).default,
};
