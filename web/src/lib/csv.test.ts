import { expect, test } from "vitest";

import { csvOf } from "./csv";

test("what a table has is read by other programs as it is, and never as a formula", () => {
  const lines = [
    ["Name", "Domains"],
    ['Acme "North", Ltd', "a.example b.example"],
    ["=1+1", "two\nlines"],
  ];
  expect(csvOf(lines)).toBe(
    'Name,Domains\r\n"Acme ""North"", Ltd",a.example b.example\r\n\'=1+1,"two\nlines"\r\n',
  );
});
