import userEvent from "@testing-library/user-event";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { ErrorState } from "@/components/states";
import { problemFrom } from "@/lib/problem";

const answered = (status: number, headers: Record<string, string>) =>
  problemFrom(new Response(JSON.stringify({ code: "internal" }), { status, headers }));

it("a fault of ours has a reference that is copied", async () => {
  const user = userEvent.setup({ delay: null });
  render(<ErrorState error={await answered(500, { "apigw-requestid": "JKJaXmPLvHc=" })} />);
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(screen.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe("JKJaXmPLvHc=");
});

it("what never reached the gateway has the edge's", async () => {
  render(<ErrorState error={await answered(504, { "x-amz-cf-id": "edge-1" })} />);
  expect(screen.getByText("edge-1")).toBeVisible();
});

it("a refusal has none: it says itself what is the matter", async () => {
  render(<ErrorState error={await answered(409, { "apigw-requestid": "JKJaXmPLvHc=" })} />);
  expect(screen.queryByText("JKJaXmPLvHc=")).not.toBeInTheDocument();
});
