import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Editor } from "@tiptap/core";
import { useEffect, useLayoutEffect, useState } from "react";
import { beforeAll, expect, it, vi } from "vitest";

import { RichText } from "@/components/rich-text/rich-text";
import { NOTHING, type Written } from "@/components/rich-text/written";

vi.unmock("@/components/rich-text/editor");

const keys: string[] = [];
const held: { value: Written; change: (value: Written) => void } = {
  value: NOTHING,
  change: () => undefined,
};

function Field({ first, onDrawn }: { first: Written; onDrawn: (text: string) => void }) {
  const [now, setNow] = useState(first);
  useLayoutEffect(() => {
    onDrawn(now.text);
  }, [now, onDrawn]);
  useEffect(() => {
    held.value = now;
    held.change = setNow;
  }, [now]);
  return (
    <MantineProvider env="test">
      <RichText
        ref={null}
        label="Reply"
        placeholder="To Rita"
        error={null}
        value={now}
        onChange={setNow}
        onKey={(event) => {
          keys.push(event.key);
          return event.key === "Escape";
        }}
      />
      <button type="button">After</button>
    </MantineProvider>
  );
}

const show = (first: Written, onDrawn: (text: string) => void = () => undefined) =>
  render(<Field {...{ first, onDrawn }} />);
const field = () => screen.getByLabelText("Reply");
const formatted = () =>
  waitFor(() => {
    expect(field()).toHaveAttribute("contenteditable", "true");
    return field();
  });

beforeAll(async () => {
  // The editor asks where things are; here they are nowhere.
  const nowhere = () =>
    ({ x: 0, y: 0, width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 }) as DOMRect;
  Range.prototype.getBoundingClientRect = nowhere;
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  document.elementFromPoint = () => null;
  // To read it takes longer on a busy machine than one waits for a field.
  await import("@/components/rich-text/editor");
}, 120_000);

it("carries over what was typed before formatting was there, the focus and the caret too", async () => {
  show({ text: "one\n\ntwo", html: null });
  const plain = field();
  expect(plain).toBeInstanceOf(HTMLTextAreaElement);
  act(() => {
    plain.focus();
  });
  (plain as HTMLTextAreaElement).setSelectionRange(5, 5);
  const rich = await formatted();
  expect(rich.innerHTML).toBe("<p>one</p><p>two</p>");
  expect(rich).toHaveFocus();
  await waitFor(() => {
    const at = window.getSelection();
    expect([at?.anchorNode?.textContent, at?.anchorOffset]).toEqual(["two", 0]);
  });
  expect(held.value).toEqual({ text: "one\n\ntwo", html: null });
});

it("waits for a word that is being put together from several keys", async () => {
  vi.resetModules();
  const { RichText: Fresh } = await import("@/components/rich-text/rich-text");
  const { rerender } = render(<div />);
  const given = { ref: null, label: "Reply", placeholder: "", error: null, value: NOTHING };
  rerender(
    <MantineProvider env="test">
      <Fresh {...given} onChange={() => undefined} onKey={() => false} />
    </MantineProvider>,
  );
  fireEvent.compositionStart(field());
  fireEvent.focus(field());
  await import("@/components/rich-text/editor");
  await act(() => Promise.resolve());
  expect(field()).toBeInstanceOf(HTMLTextAreaElement);
  fireEvent.compositionEnd(field());
  await formatted();
});

it("shows formatting that a draft has at once, and what replaces it", async () => {
  show({ text: "bold", html: "<p><strong>bold</strong></p>" });
  expect((await formatted()).innerHTML).toBe("<p><strong>bold</strong></p>");
  act(() => {
    held.change({ text: "plain", html: null });
  });
  expect(field().innerHTML).toBe("<p>plain</p>");
});

it("keeps its caret when a key comes while the one before is drawn", async () => {
  const editor = () => (field() as unknown as { editor: Editor }).editor.commands;
  const key = (sign: string) => editor().insertContent(sign);
  show({ text: "one\n\ntwo", html: null }, (text) => {
    if (text === "onea\n\ntwo") key("b");
  });
  fireEvent.focus(field());
  await formatted();
  act(() => void editor().setTextSelection(4));
  act(() => void key("a"));
  act(() => void key("c"));
  expect(held.value.text).toBe("oneabc\n\ntwo");
});

it("tells its text and its formatting, and no formatting where it has none", async () => {
  const user = userEvent.setup({ delay: null });
  show({ text: "words", html: null });
  await user.click(field());
  await formatted();
  await user.click(screen.getByRole("button", { name: "List" }));
  expect(held.value).toEqual({ text: "- words", html: "<ul><li><p>words</p></li></ul>" });
  expect(screen.getByRole("button", { name: "List" })).toHaveAttribute("aria-pressed", "true");
  await user.click(screen.getByRole("button", { name: "List" }));
  expect(held.value).toEqual({ text: "words", html: null });
});

it.each([
  ["x.example/a", "https://x.example/a"],
  ["http://x.example", "http://x.example"],
  ["a@b.example", "mailto:a@b.example"],
])("makes a link to %s that leads there", async (typed, href) => {
  const user = userEvent.setup({ delay: null });
  show({ text: "see ", html: null });
  await user.click(field());
  await formatted();
  await user.click(screen.getByRole("button", { name: "Link" }));
  await user.type(await screen.findByLabelText("Address of the link"), typed);
  await user.click(screen.getByRole("button", { name: "Set" }));
  expect(held.value.html).toContain(`<a href="${href}">${typed}</a>`);
});

it("lets no script address become a link", async () => {
  const user = userEvent.setup({ delay: null });
  show({ text: "see ", html: null });
  await user.click(field());
  await formatted();
  await user.click(screen.getByRole("button", { name: "Link" }));
  await user.type(await screen.findByLabelText("Address of the link"), "javascript:alert(1)");
  await user.click(screen.getByRole("button", { name: "Set" }));
  expect(screen.getByText("A web or mail address is needed.")).toBeVisible();
  expect(held.value).toEqual({ text: "see ", html: null });
});

it("leaves keys to who is asked first, and Tab to the page, in lists too", async () => {
  show({ text: "- a", html: "<ul><li><p>a</p></li><li><p>b</p></li></ul>" });
  const rich = await formatted();
  keys.length = 0;
  rich.focus();
  expect(fireEvent.keyDown(rich, { key: "Tab" })).toBe(true);
  expect(fireEvent.keyDown(rich, { key: "Escape" })).toBe(false);
  expect(keys).toEqual(["Tab", "Escape"]);
  expect(rich.innerHTML).toBe("<ul><li><p>a</p></li><li><p>b</p></li></ul>");
});
