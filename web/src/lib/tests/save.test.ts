import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";

import { keepSaved } from "@/lib/save";

test("a read that began before a change does not put back what was", async () => {
  const client = new QueryClient();
  const queryKey = ["hours"];
  let answer: (read: string) => void = () => undefined;
  const reading = client
    .query({ queryKey, queryFn: () => new Promise<string>((done) => (answer = done)) })
    .catch(() => undefined);
  await keepSaved(client, queryKey, "from nine");
  answer("from eight");
  await reading;
  expect(client.getQueryData(queryKey)).toBe("from nine");
});
