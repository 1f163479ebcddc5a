/** One thing, one word: what the interface calls the things of a help desk, the same everywhere in each language. */
import { describe, expect, test } from "vitest";

import { ALL, read } from "@/testing/texts";

interface Thing {
  thing: string;
  english: RegExp;
  german: RegExp;
  /** Texts in which the word of one language means something else. */
  elsewhere?: readonly string[];
}

const THINGS: readonly Thing[] = [
  {
    thing: "requester",
    english: /\brequesters?\b/i,
    german: /\banfragende/i,
    elsewhere: [
      "state.pending",
      "phase.pending",
      "composer.sendPending",
      "turn.requester",
      "turn.short.requester",
    ],
  },
  {
    thing: "state",
    english: /\bstates?\b/i,
    german: /\bstatus\b/i,
    elsewhere: ["status.label", "conflict.property", "not_waiting"],
  },
  { thing: "level", english: /\blevels?\b/i, german: /\blevels?\b/i },
  { thing: "promise", english: /\bpromises?\b(?! (?:nothing|runs from))/i, german: /\bzusagen?\b/i },
  { thing: "deadline", english: /\bdeadlines?\b/i, german: /\bfrist\b/i },
  { thing: "escalate", english: /\bescalated?\b/i, german: /\beskalier(?:en|t)\b/i },
  { thing: "send back", english: /\bsen[dt]\b.* back\b/i, german: /\bzurückge(?:geb|b)en\b/i },
  { thing: "hand over", english: /\bhand(?:ed)?(?: it)? over\b/i, german: /überg(?:eben|ab)\b/i },
  { thing: "draft", english: /\bdrafts?\b/i, german: /\bentw(?:urf|ürfe)\b/i },
  { thing: "version", english: /\bversions?\b/i, german: /\bversion(?:en)?\b/i },
  { thing: "optional", english: /\boptional\b/i, german: /\boptional\b/i },
  { thing: "wait until", english: /\bwait until\b/i, german: /\bwiedervorlage\b/i },
  { thing: "waits for them", english: /^waits for requester$/i, german: /^wartet auf antwort$/i },
  { thing: "take", english: /^take it$/i, german: /^übernehmen$/i },
];

/** Words that stood for one of the things, or would in other help desks. */
const NEVER = {
  en: /\b(?:polic(?:y|ies)|tiers?|customers?|end[- ]users?|canned|snooze|reassign|revisions?)\b/i,
  de: /\b(?:\w*ebenen?|kund(?:e|en|in)|melder|zuständen?|fälligkeit|freiwillig|weiterleiten|hochstufen|fassung(?:en)?)\b/i,
};

/** Without the names of what is put in. */
const plain = (text = "") => text.replace(/\{\{\w+\}\}/g, "…");

/** Synonyms are what people may look for, whatever it is called here. */
const TEXTS = ALL.flatMap(({ home, file }) => {
  const german = read(`${home}/de/${file}`);
  return [...read(`${home}/en/${file}`)]
    .filter(([key]) => !key.endsWith(".synonyms"))
    .map(([key, en]) => ({ key, en: plain(en), de: plain(german.get(key)) }));
});

describe.each(THINGS)("$thing", ({ english, german, elsewhere = [] }) => {
  test("has its word in one language where it has it in the other", () => {
    const apart = TEXTS.filter(({ en, de }) => english.test(en) !== german.test(de));
    expect(apart.filter(({ key }) => !elsewhere.includes(key))).toEqual([]);
    expect(elsewhere.filter((key) => !apart.some((one) => one.key === key))).toEqual([]);
  });

  test("is named somewhere", () => {
    expect(TEXTS.filter(({ en }) => english.test(en))).not.toEqual([]);
  });
});

test.each(["en", "de"] as const)("no other word stands for them (%s)", (language) => {
  expect(TEXTS.filter((text) => NEVER[language].test(text[language]))).toEqual([]);
});
