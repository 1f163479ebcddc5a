import { expect, test } from "vitest";

import { refusalsOf } from "@/lib/field-errors";
import { chooseLanguage } from "@/lib/language";
import { problemFrom } from "@/lib/problem";

const refused = (code: string, values = {}) =>
  problemFrom(
    new Response(
      JSON.stringify({
        errors: [{ field: "steps.0.calendar", code, values, message: "there is no calendar x" }],
      }),
      { status: 422 },
    ),
  );

test("a reason is said in the language of the reader, at the place as forms name it", async () => {
  await chooseLanguage("de");
  const error = await refused("no_calendar", { name: "Büro & Co" });
  expect(refusalsOf(error)).toEqual([
    { place: "steps[0].calendar", message: "Es gibt keinen Kalender Büro & Co." },
  ]);
  await chooseLanguage("en");
  expect(refusalsOf(error)[0]?.message).toBe("There is no calendar Büro & Co.");
});

test("a reason that is new to us is said in the words of the service", async () => {
  expect(refusalsOf(await refused("brand_new"))[0]?.message).toBe("there is no calendar x");
});
