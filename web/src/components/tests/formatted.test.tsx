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
  ["<div><h1>Hi</h1></div>", "Hi"],
  ["<a href='javascript:alert(1)'>Hi</a><a>you</a><a href='/api/me'>there</a>", "Hiyouthere"],
])("makes nothing of what is not on its list: %s", (html, clean) => {
  expect(shown(html)).toBe(clean);
});

it("opens what a link leads to in a page of its own, which learns nothing of this one", () => {
  render(<Formatted html="<a href='https://x.example/?a=1&amp;b' target='_self' rel='opener'>there</a>" />);
  const link = screen.getByRole("link", { name: "there" });
  expect(link).toHaveAttribute("href", "https://x.example/?a=1&b");
  expect(link).toHaveAttribute("target", "_blank");
  expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
});
