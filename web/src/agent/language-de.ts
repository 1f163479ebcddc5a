import common from "@/locales/de/common.json";

/** The folders are the list: what is shared, and what each feature brings. */
const files = import.meta.glob<object>(["../locales/de/agent.json", "../features/*/locales/de/agent.json"], {
  eager: true,
  import: "default",
});

export default { common: [common], agent: Object.values(files) };
