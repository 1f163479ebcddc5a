/** How wide the window is for what asks media queries; no sheet is loaded, so nothing else follows. */
import { vi } from "vitest";

const EM = 16;

const holds = (query: string, width: number): boolean =>
  [...query.matchAll(/\((min|max)-width:\s*([\d.]+)em\)/g)].every(([, bound, ems]) =>
    bound === "min" ? width >= Number(ems) * EM : width <= Number(ems) * EM,
  );

/** Until mocks are restored. */
export function atWidth(width: number): void {
  vi.spyOn(window, "matchMedia").mockImplementation(
    (query) =>
      ({
        matches: query.includes("-width:") && holds(query, width),
        media: query,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }) as unknown as MediaQueryList,
  );
}
