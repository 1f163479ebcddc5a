import { expect, test } from "vitest";

import type { RuleConditions } from "@/api/settings-types";

import { rowsOfWhen, whenOfRows } from "../rows";

test("what is asked of a mail's checks stands in rows of its own, and is read back from them", () => {
  const when: RuleConditions = {
    channels: ["email"],
    spf: ["fail", "none"],
    dmarc: ["fail"],
    mailboxes: ["hardware"],
  };
  const rows = rowsOfWhen(when);
  expect(rows).toEqual({ channel: ["email"], spf: ["fail", "none"], dmarc: ["fail"], mailbox: ["hardware"] });
  expect(whenOfRows(rows, null)).toMatchObject({ ...when, dkim: [], words: [], hours: null });
});
