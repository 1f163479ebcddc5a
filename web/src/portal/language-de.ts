import common from "@/locales/de/common.json";

/** The folders are the list: what is shared, and what each feature brings. */
const files = import.meta.glob<object>(
  ["../locales/de/portal.json", "../features/*/locales/de/portal.json"],
  {
    eager: true,
    import: "default",
  },
);

export default { common: [common], portal: Object.values(files) };
