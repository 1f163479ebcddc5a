import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";

import type { OwnSettings } from "@/api/types";
import { preferencesOf, USUAL } from "@/features/preferences/testing";
import { useChangeOwnSettings, useOwnSettings } from "@/lib/desk/own-settings";
import { createQueryClient } from "@/lib/query-client";
import { openDesk, server } from "@/testing/server";

/** `held` is what the service holds; another window may change it. */
async function start(settings: OwnSettings = USUAL) {
  const desk = openDesk();
  const held = { settings };
  server.use(...preferencesOf(held)(desk));
  const client = createQueryClient(() => undefined);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const own = renderHook(() => ({ settings: useOwnSettings().data, change: useChangeOwnSettings() }), {
    wrapper,
  });
  await waitFor(() => {
    expect(own.result.current.settings).toEqual(settings);
  });
  const change = (part: Partial<OwnSettings>) => {
    act(() => {
      own.result.current.change(part);
    });
  };
  return { held, desk, change, shown: () => own.result.current.settings };
}

test("a change is shown at once and saved with all that one had chosen before", async () => {
  const { held, change, shown } = await start({ ...USUAL, density: "compact", revision: 4 });
  change({ list_width: 420 });
  await waitFor(() => {
    expect(shown()?.list_width).toBe(420);
  });
  await waitFor(() => {
    expect(held.settings).toEqual({ ...USUAL, density: "compact", list_width: 420, revision: 5 });
  });
  expect(shown()?.density).toBe("compact");
});

test("what another window saved meanwhile stays, without a word", async () => {
  const { held, change, shown } = await start();
  held.settings = { ...USUAL, density: "comfortable", panel_width: 300, revision: 7 };
  change({ list_width: 500 });
  await waitFor(() => {
    expect(held.settings).toMatchObject({ density: "comfortable", panel_width: 300, list_width: 500 });
  });
  await waitFor(() => {
    expect(shown()).toEqual(held.settings);
  });
});

test("of changes that follow one another none is lost, and the last is what is shown all along", async () => {
  const { held, desk, change, shown } = await start();
  change({ list_width: 400 });
  change({ panel_width: 300 });
  change({ list_width: 410 });
  await waitFor(() => {
    expect(shown()).toMatchObject({ list_width: 410, panel_width: 300 });
  });
  await waitFor(() => {
    expect(held.settings).toMatchObject({ list_width: 410, panel_width: 300, revision: 3 });
  });
  await waitFor(() => {
    expect(shown()?.revision).toBe(3);
  });
  expect(desk.sent).toHaveLength(3);
});
