import "@testing-library/jest-dom/vitest";

import { notifications } from "@mantine/notifications";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

import { startLanguage } from "@/lib/language";
import { setProductClock } from "@/lib/product-clock";

import { NOW } from "./builders";
import { server } from "./server";
import { styleOf } from "./styles";

// What a browser has and jsdom has not.
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
};
// Nothing comes near, as long as a test does not say so.
window.IntersectionObserver = class {
  observe = () => undefined;
  disconnect = () => undefined;
} as unknown as typeof IntersectionObserver;
Object.defineProperty(document, "fonts", {
  configurable: true,
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
});
window.getComputedStyle = styleOf;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// Nothing is laid out here, so nothing can be edited with formatting; tests that are about that say so.
vi.mock("@/components/rich-text/editor", () => {
  throw new Error("There is no layout.");
});

const bundles = {
  en: async () => ({
    ...(await import("@/portal/language-en")).default,
    ...(await import("@/agent/language-en")).default,
  }),
  de: async () => ({
    ...(await import("@/portal/language-de")).default,
    ...(await import("@/agent/language-de")).default,
  }),
};

// Machines under load are slow; a test that will pass should not be failed for that.
// Hidden elements are found too: telling them apart asks for the style of every element, which is most of the time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });

beforeAll(async () => {
  server.listen({ onUnhandledRequest: "error" });
  await startLanguage(bundles, "en");
});
beforeEach(() => {
  setProductClock(NOW);
});
afterEach(() => {
  cleanup();
  notifications.clean();
  server.resetHandlers();
  window.localStorage.clear();
  window.sessionStorage.clear();
});
afterAll(() => {
  server.close();
});
