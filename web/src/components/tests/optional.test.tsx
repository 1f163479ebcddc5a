import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { optional } from "../optional";

const Words = ({ said }: { said: string }) => <p>{said}</p>;

test("what cannot be fetched leaves the page as it is, and comes with the next connection", async () => {
  const load = vi.fn(() => Promise.resolve(Words)).mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const Part = optional(load, <i>waits</i>);
  render(
    <main>
      typed <Part said="here" />
    </main>,
  );
  await act(() => Promise.resolve());
  expect(screen.getByRole("main")).toHaveTextContent("typed waits");
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  expect(await screen.findByText("here")).toBeVisible();
  expect(load).toHaveBeenCalledTimes(2);
});

test("once it is there it is there at once", async () => {
  const Part = optional(() => Promise.resolve(Words));
  const first = render(<Part said="one" />);
  expect(await screen.findByText("one")).toBeVisible();
  first.unmount();
  render(<Part said="two" />);
  expect(screen.getByText("two")).toBeVisible();
});

test("what left before it came is not disturbed", async () => {
  let come: (part: typeof Words) => void = () => undefined;
  const Part = optional(() => new Promise<typeof Words>((resolve) => (come = resolve)));
  const shown = render(<Part said="late" />);
  shown.unmount();
  come(Words);
  await act(() => Promise.resolve());
  expect(screen.queryByText("late")).toBeNull();
});
