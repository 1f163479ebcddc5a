/** Styles as these tests need them: no sheet is loaded, so an element has those it carries itself, its tag's display
 * and the page's direction.
 *
 * jsdom works out the whole cascade anew for every question, which was most of the time of these tests.
 */
const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIALOG DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE UL"
  ).split(" "),
);

function displayOf(element: HTMLElement): string {
  if (element.hasAttribute("hidden")) return "none";
  return element.style.display || (BLOCKS.has(element.tagName) ? "block" : "inline");
}

export function styleOf(element: Element): CSSStyleDeclaration {
  const { style } = element as HTMLElement;
  return new Proxy(style, {
    get(own, name) {
      if (name === "display") return displayOf(element as HTMLElement);
      if (name === "direction") return document.dir || "ltr";
      if (name === "visibility") return own.visibility || "visible";
      if (name === "getPropertyValue") {
        return (property: string) =>
          property === "display" ? displayOf(element as HTMLElement) : own.getPropertyValue(property);
      }
      const value: unknown = Reflect.get(own, name, own);
      return typeof value === "function" ? (value as () => unknown).bind(own) : value;
    },
  });
}
