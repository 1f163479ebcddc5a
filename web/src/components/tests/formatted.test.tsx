import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { Formatted } from "@/components/rich-text/formatted";

const shown = (html: string): string => {
  const { container } = render(<Formatted html={html} />);
  return container.firstElementChild?.innerHTML ?? "";
};

it("shows formatting as it was written", () => {
  const html =
    '<p>Try <strong>water</strong><br><em>now</em></p><ol start="3"><li><p>one</p></li></ol><blockquote><pre><code>x</code></pre></blockquote>';
  expect(shown(html)).toBe(html);
});

it.each([
  ["<p onclick='x()' style='color:red' class='c' id='i'>Hi</p>", "<p>Hi</p>"],
  ["<script>alert(1)</script><img src='https://x.example/i.png' onerror='x()'>Hi<!-- no -->", "Hi"],
  ["<section><font>Hi</font></section>", "Hi"],
  ["<a href='javascript:alert(1)'>Hi</a><a>you</a><a href='/api/me'>there</a>", "Hiyouthere"],
])("makes nothing of what is not on its list: %s", (html, clean) => {
  expect(shown(html)).toBe(clean);
});

it("keeps lines and tables of a mail apart, and its headings out of the page's", () => {
  const html = "<div>One</div><h1>Two</h1><table>\n<tr><td colspan='2'>Three</td><td>Four</td></tr></table>";
  render(<Formatted html={html} />);
  expect(screen.queryByRole("heading")).toBeNull();
  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getByText("One").localName).toBe("div");
  expect(screen.getByText("Three")).toHaveAttribute("colspan", "2");
});

it("loads no picture from elsewhere: it is a link that tells nothing of this page, and a single dot is none", () => {
  const dot = "<img data-src='https://t.example/1.gif' width='1' height='1'>";
  const { container } = render(
    <Formatted html={`<p><img alt="Logo" data-src="https://cdn.example/l.png"></p>${dot}`} />,
  );
  expect(container.querySelector("img")).toBeNull();
  const [link, ...others] = screen.getAllByRole("link");
  expect(others).toEqual([]);
  expect(link).toHaveTextContent("[Logo]");
  expect(link).toHaveAttribute("href", "https://cdn.example/l.png");
  expect(link).toHaveAttribute("rel", expect.stringContaining("noreferrer"));
});

it("opens what a link leads to in a page of its own, which learns nothing of this one", () => {
  render(<Formatted html="<a href='https://x.example/?a=1&amp;b' target='_self' rel='opener'>there</a>" />);
  const link = screen.getByRole("link", { name: "there" });
  expect(link).toHaveAttribute("href", "https://x.example/?a=1&b");
  expect(link).toHaveAttribute("target", "_blank");
  expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
});
