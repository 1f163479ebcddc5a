import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";

import { createQueryClient } from "@/lib/query-client";
import { openDesk } from "@/testing/server";

import { useDeflection } from "../use-deflection";

const client = createQueryClient(() => undefined);
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

test("a request is deflected once, however many articles answered, and not at all once it is sent", async () => {
  const desk = openDesk();
  const { result } = renderHook(() => useDeflection(false), { wrapper });
  const said = () =>
    desk.sent.map(({ path, body }) => [path.split("/")[4], (body as { asking: string }).asking]);
  act(() => {
    result.current.deflected("01KART", "en");
  });
  act(() => {
    result.current.deflected("01KART", "en");
  });
  act(() => {
    result.current.deflected("01KOTHER", "en");
  });
  const once = [
    ["01KART", "deflected"],
    ["01KART", "after_all"],
    ["01KOTHER", "deflected"],
  ];
  await waitFor(() => {
    expect(said()).toHaveLength(3);
  });
  expect(said()).toEqual(expect.arrayContaining(once));
  act(() => {
    result.current.asked();
  });
  await waitFor(() => {
    expect(said()).toHaveLength(4);
  });
  expect(said()).toContainEqual(["01KOTHER", "after_all"]);
});
