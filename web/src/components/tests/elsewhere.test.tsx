import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { AskedForPictures } from "@/components/rich-text/elsewhere";
import { Formatted } from "@/components/rich-text/formatted";

const LOGO = '<p><img alt="Logo" data-src="http://cdn.example/l.png" width="200" height="50"></p>';
const DOT = "<img data-src='https://t.example/1.gif' width='1' height='1'>";
const WORDS = "Show pictures of this message";

const show = (html: string) =>
  render(
    <article tabIndex={-1}>
      <AskedForPictures html={html}>
        <Formatted html={html} />
      </AskedForPictures>
    </article>,
  );

const frame = () => screen.getByTitle<HTMLIFrameElement>("Logo");

function loaded(): HTMLImageElement {
  // Frames load nothing here.
  Object.defineProperty(frame(), "contentDocument", { value: document.implementation.createHTMLDocument() });
  fireEvent.load(frame());
  const [image] = frame().contentDocument?.images ?? [];
  if (image === undefined) throw new Error("There is no picture in the frame.");
  return image;
}

const tell = (image: HTMLImageElement, what: string) => {
  act(() => {
    image.dispatchEvent(new Event(what));
  });
};

it("loads pictures of other servers when they are wanted, where they stood, and no dot that only tells of reading", () => {
  const { container } = show(LOGO + DOT);
  expect(container.querySelector("iframe, img")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: WORDS }));
  expect(screen.queryByRole("button", { name: WORDS })).toBeNull();
  expect(screen.getByRole("article")).toHaveFocus();
  expect(container.querySelectorAll("iframe, img")).toHaveLength(1);
  expect(screen.getByRole("img", { name: "Logo" }).closest("p")).not.toBeNull();
  expect(frame()).toHaveAttribute("sandbox", "allow-same-origin");
  const image = loaded();
  expect(image.src).toBe("https://cdn.example/l.png");
  expect(image.referrerPolicy).toBe("no-referrer");
});

it("is as large as the mail says, else as the picture is", () => {
  show(LOGO.replace(' height="50"', ""));
  fireEvent.click(screen.getByRole("button", { name: WORDS }));
  const image = loaded();
  Object.defineProperties(image, { naturalWidth: { value: 400 }, naturalHeight: { value: 300 } });
  tell(image, "load");
  expect(frame()).toHaveStyle({ width: "200px", aspectRatio: String(400 / 300) });
});

it("one that is not there is a link again", () => {
  show(LOGO);
  fireEvent.click(screen.getByRole("button", { name: WORDS }));
  tell(loaded(), "error");
  expect(screen.getByRole("link")).toHaveTextContent("[Logo]");
});

it.each(["<p>Hi</p>", DOT, '<p><img src="cid:ada-01J" alt="map"></p>'])(
  "asks nothing where there are none: %s",
  (html) => {
    show(html);
    expect(screen.queryByRole("button", { name: WORDS })).toBeNull();
  },
);
