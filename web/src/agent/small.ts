/** As Mantine's breakpoint md has it: the navigation is a menu that covers the page, and a page scrolls as a whole. */
export const SMALL = "(max-width: 61.99em)";
