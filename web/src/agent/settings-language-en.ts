/** The folders are the list: what is shared, and what each feature brings. */
const files = import.meta.glob<object>(
  ["../locales/en/settings.json", "../features/*/locales/en/settings.json"],
  { eager: true, import: "default" },
);

export default { settings: Object.values(files) };
