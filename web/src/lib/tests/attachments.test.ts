import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { MAX_FILES } from "../attachments";

interface Document {
  components: { schemas: Record<string, { properties: { attachments?: { maxItems?: number } } }> };
}

test("a message takes as many files as the API says", () => {
  const path = `${import.meta.dirname}/../../../../layers/helpdesk/helpdesk/openapi.json`;
  const { schemas } = (JSON.parse(readFileSync(path, "utf8")) as Document).components;
  for (const draft of ["PortalTicketDraft", "TicketDraft", "MessageDraft", "GuestReply"]) {
    expect(schemas[draft]?.properties.attachments?.maxItems, draft).toBe(MAX_FILES);
  }
});
