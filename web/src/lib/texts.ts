/**
 * Words by key, as i18next says them: `namespace:group.key`, `{{name}}` for a value, `key_one` and `key_other` by count.
 * What imports `react-i18next` gets this (vite.config.ts): it is all the apps use of it, in a sixteenth of the size.
 */
import { useMemo, useSyncExternalStore } from "react";

interface Tree {
  [key: string]: string | Tree;
}
type Options = Record<string, string | number | undefined>;
type Say = (key: string, options?: Options) => string;

const known = new Map<string, Tree>();
const listeners = new Set<() => void>();
let language = "en";

export function addTextBundle(of: string, namespace: string, texts: object): void {
  known.set(`${of}/${namespace}`, texts as Tree);
}

export function speak(next: string): void {
  language = next;
  for (const listener of listeners) listener();
}

function find(namespace: string, path: string): string | undefined {
  let found: string | Tree | undefined = known.get(`${language}/${namespace}`);
  for (const key of path.split(".")) found = typeof found === "object" ? found[key] : undefined;
  return typeof found === "string" ? found : undefined;
}

const filled = (text: string, options: Options): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name] ?? ""));

function say(namespaces: readonly string[], key: string, options: Options = {}): string {
  const colon = key.indexOf(":");
  const within = colon < 0 ? namespaces : [key.slice(0, colon)];
  const path = key.slice(colon + 1);
  const { count } = options;
  const plural = typeof count === "number" ? [`${path}_${new Intl.PluralRules(language).select(count)}`] : [];
  for (const namespace of within) {
    for (const candidate of [...plural, path]) {
      const text = find(namespace, candidate);
      if (text !== undefined) return filled(text, options);
    }
  }
  return typeof options.defaultValue === "string" ? filled(options.defaultValue, options) : path;
}

export const i18n = {
  get language() {
    return language;
  },
  t: ((key, options) => say(["common"], key, options)) as Say,
};

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const current = () => language;

export function useTranslation(namespaces: string | readonly string[] = "common") {
  const spoken = useSyncExternalStore(subscribe, current);
  const names = typeof namespaces === "string" ? namespaces : namespaces.join(" ");
  // What is shown again in another language must see another function.
  const t = useMemo<Say>(
    () => (key, options) => say(names.split(" "), key, options),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [names, spoken],
  );
  return { t, i18n: { language: spoken } };
}
