import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";

import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { createQueryClient } from "@/lib/query-client";
import { server } from "@/testing/server";

it("brings all organizations to whoever chooses among them, page by page", async () => {
  server.use(
    http.get("*/api/organizations", ({ request }) => {
      const from = Number(new URL(request.url).searchParams.get("cursor") ?? 0);
      const items = Array.from({ length: 100 }, (_, n) => ({ id: `o${from + n}`, name: `No. ${from + n}` }));
      return HttpResponse.json({ items, cursor: from < 200 ? String(from + 100) : null });
    }),
  );
  const client = createQueryClient(() => undefined);
  const { result } = renderHook(() => useAllOrganizations(), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  await waitFor(() => {
    expect(result.current.data?.map(({ id }) => id)).toHaveLength(300);
  });
});
