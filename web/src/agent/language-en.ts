import common from "@/locales/en/common.json";

/** The folders are the list: what is shared, and what each feature brings. */
const files = import.meta.glob<object>(["../locales/en/agent.json", "../features/*/locales/en/agent.json"], {
  eager: true,
  import: "default",
});

export default { common: [common], agent: Object.values(files) };
