import { preferencesOf, USUAL } from "@/features/preferences/testing";

import type { FakeDesk } from "./fake-desk";
import { server } from "./server";

type Seconds = typeof USUAL.undo_send;

/** Somebody has chosen for how many seconds they can have back what they send; in other tests it goes at once. */
export const undoingFor = (desk: FakeDesk, undo_send: Seconds): void => {
  server.use(...preferencesOf({ settings: { ...USUAL, undo_send } })(desk));
};
