/** What is where at which width of the window; the style sheets have the same numbers. */

/** As Mantine's breakpoint md has it: the rail is a menu that covers the page, and a page scrolls as a whole. */
export const SMALL = "(max-width: 61.99em)";

/** What is used most is in a bar at the bottom. */
export const PHONE = "(max-width: 39.99em)";

/** A list and a ticket have room beside each other. */
export const WIDE = "(min-width: 80em)";

/** The rail has its full width. */
export const ROOMY = "(min-width: 105em)";
