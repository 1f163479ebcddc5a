import { expect, test } from "vitest";

import { laterOffers } from "../later";

/** Local instants, as the reader's calendar has them. */
const offersAt = (local: string) =>
  laterOffers(new Date(local).getTime()).map(({ at }) => {
    const when = new Date(at);
    return `${when.toDateString().slice(0, 10)} ${when.toTimeString().slice(0, 5)}`;
  });

test.each([
  ["2026-11-23T09:04", ["Mon Nov 23 12:15", "Tue Nov 24 08:00", "Mon Nov 30 08:00"]],
  ["2026-11-27T15:00", ["Fri Nov 27 18:00", "Mon Nov 30 08:00", "Fri Dec 04 08:00"]],
  ["2026-11-28T10:00", ["Sat Nov 28 13:00", "Mon Nov 30 08:00", "Mon Dec 07 08:00"]],
  ["2026-11-29T10:00", ["Sun Nov 29 13:00", "Mon Nov 30 08:00", "Mon Dec 07 08:00"]],
])("at %s", (now, offers) => {
  expect(offersAt(now)).toEqual(offers);
});
