import { IconUser } from "@tabler/icons-react";

import type { PersonFound } from "@/api/types";
import { api } from "@/lib/api-client";

import type { Hit, Source } from "./sources";

/** One letter says of nobody who is meant. */
const FEWEST = 2;

const hitOf = ({ id, name, email, phone, organization_name }: PersonFound): Hit => ({
  ...{ id, words: name, to: `/people/${encodeURIComponent(id)}` },
  detail: [organization_name, email === "" ? phone : email].filter(Boolean).join(" · "),
});

/** People who ask, by beginnings of words of their name, address and organization, or by their number. */
export const personSource = (): Source => ({
  id: "people",
  words: (t) => t("agent:palette.people"),
  Icon: IconUser,
  sign: "@",
  ask: (text) =>
    text.length < FEWEST
      ? null
      : api.get("/api/people", { query: { q: text } }).then(({ items }) => items.map(hitOf)),
});
