import { fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import type { StoredAttachment } from "@/api/types";
import { AttachmentLinks } from "@/components/attachment-links";
import { NoAnswer } from "@/lib/problem";

const file = (name: string, part: Partial<StoredAttachment> = {}): StoredAttachment => ({
  ...{ id: `ada-${name}`, name, size: 900, type: "image/png", href: `/there/${name}` },
  ...part,
});
const FILES = [file("one.png"), file("two.png"), file("log.txt", { type: "text/plain" })];

beforeEach(() => {
  window.IntersectionObserver = class {
    constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
      queueMicrotask(() => {
        seen([{ isIntersecting: true }]);
      });
    }
    observe = () => undefined;
    disconnect = () => undefined;
  } as unknown as typeof IntersectionObserver;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

const show = (files: readonly StoredAttachment[], html: string | null = null) => {
  const download = vi.fn(({ href }: StoredAttachment) =>
    href === "/gone"
      ? Promise.reject(new NoAnswer("x"))
      : Promise.resolve({ url: `https://b.example${href}` }),
  );
  render(<AttachmentLinks attachments={files} html={html} download={download} />);
  return download;
};

const seen = async (name: string) => {
  const button = await screen.findByRole("button", { name: `Show ${name} large` });
  fireEvent.load(within(button).getByRole("presentation"));
  return button;
};

test("pictures stand side by side, other files as before", async () => {
  show(FILES);
  const picture = within(await seen("one.png")).getByRole("presentation");
  expect(picture).toHaveAttribute("src", "https://b.example/there/one.png");
  expect(screen.getByRole("button", { name: /log\.txt/ })).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});

test("one is opened large, arrows go to the others and round, closing leads back", async () => {
  show(FILES);
  await seen("two.png");
  fireEvent.click(await seen("one.png"));
  const viewer = screen.getByRole("dialog", { name: "one.png" });
  expect(within(viewer).getByText("1 / 2")).toBeVisible();
  fireEvent.keyDown(viewer, { key: "ArrowRight" });
  expect(screen.getByRole("dialog", { name: "two.png" })).toBeVisible();
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "ArrowRight" });
  fireEvent.click(screen.getByRole("button", { name: "Picture before" }));
  expect(screen.getByRole("dialog", { name: "two.png" })).toBeVisible();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test.each([
  ["nobody gives", file("one.png", { href: "/gone" }), null],
  ["is very large", file("one.png", { size: 5_000_001 }), null],
  ["stands in the text", file("one.png"), '<p><img src="cid:ada-one.png" alt="one.png"></p>'],
])("one that %s is a file like others", async (_, one, html) => {
  show([one], html);
  expect(await screen.findByTitle("Download one.png")).toBeVisible();
  expect(screen.queryByRole("button", { name: /large$/ })).toBeNull();
});

test("one that the browser cannot draw is a file like others", async () => {
  show([file("one.png")]);
  const button = await screen.findByRole("button", { name: "Show one.png large" });
  fireEvent.error(within(button).getByRole("presentation"));
  expect(screen.getByTitle("Download one.png")).toBeVisible();
});
