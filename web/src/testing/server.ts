import { setupServer } from "msw/node";

import type { Me } from "@/api/types";

import { fakeDesk, type FakeDesk } from "./fake-desk";

export const server = setupServer();

/** A fresh desk behind the API for one test. */
export function openDesk(me?: Me): FakeDesk {
  const desk = fakeDesk(me);
  server.use(...desk.handlers);
  return desk;
}
