import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { Formatted } from "@/components/rich-text/formatted";
import { PicturesFrom } from "@/components/rich-text/picture";
import { ApiProblem, NoAnswer } from "@/lib/problem";

const FILE = { id: "ada-01J", name: "map.png", size: 9, type: "image/png", href: "/there" };
const HTML = '<p>Here: <img src="cid:ada-01J" alt="map.png"></p>';

let near: () => void;
beforeEach(() => {
  window.IntersectionObserver = class {
    constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
      near = () => {
        act(() => {
          seen([{ isIntersecting: true }]);
        });
      };
    }
    observe = () => undefined;
    disconnect = () => undefined;
  } as unknown as typeof IntersectionObserver;
});

const show = (html: string, download: () => Promise<{ url: string }>) =>
  render(
    <PicturesFrom value={{ files: [FILE], download }}>
      <Formatted html={html} />
    </PicturesFrom>,
  );

it("is asked for when it comes near, and shown from where its file is", async () => {
  const download = vi.fn(() => Promise.resolve({ url: "https://bucket.example/1?signed" }));
  show(HTML, download);
  expect(screen.getByText("map.png")).toBeVisible();
  expect(download).not.toHaveBeenCalled();
  near();
  const picture = await screen.findByRole("img", { name: "map.png" });
  expect(picture).toHaveAttribute("src", "https://bucket.example/1?signed");
  expect(download).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("button", { name: "Show map.png large" })).toBeVisible();
});

it.each([
  ["of another message", '<img src="cid:ada-02K" alt="theirs.png">'],
  ["of nobody", '<img src="cid:" alt="none">'],
  ["of elsewhere", '<img src="https://x.example/track.png" alt="spy">'],
])("a picture %s is asked for nowhere", (_, html) => {
  const download = vi.fn(() => Promise.reject(new NoAnswer("x")));
  const { container } = show(html, download);
  expect(container.querySelector("img")).toBeNull();
  expect(download).not.toHaveBeenCalled();
});

it("while the service looks at its file it is asked for again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const pending = new ApiProblem(
    { type: "about:blank", title: "", status: 409, code: "attachment_pending", detail: "" },
    null,
  );
  const download = vi.fn().mockRejectedValueOnce(pending).mockResolvedValue({ url: "https://b.example/1" });
  show(HTML, download);
  near();
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  await waitFor(() => {
    expect(screen.getByRole("img", { name: "map.png" })).toBeVisible();
  });
  vi.useRealTimers();
});

it("within a link it is pressed to go there", () => {
  show(`<a href="https://x.example/">${HTML}</a>`, () => new Promise(() => undefined));
  expect(screen.queryByRole("button")).toBeNull();
  fireEvent.click(screen.getByRole("link"));
});
