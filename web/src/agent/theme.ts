/** Mantine in the clothes of styles/tokens.css. */
import {
  Combobox,
  createTheme,
  Drawer,
  DrawerHeader,
  Input,
  Modal,
  ModalHeader,
  Popover,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#eaf4f5",
  "#d3e6e9",
  "#a5cdd3",
  "#73b2bb",
  "#4b9ba7",
  "#328c9a",
  "#227f8c",
  "#14606a",
  "#0e4d55",
  "#073a41",
];

/** The surfaces of the dark scheme, from text to ground. */
const dark: MantineColorsTuple = [
  "#e6ecea",
  "#c3cdca",
  "#a2b0ac",
  "#71807b",
  "#3a4845",
  "#2b3835",
  "#1d2725",
  "#171f1d",
  "#101615",
  "#0b100f",
];

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 7 },
  colors: { petrol, dark },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  headings: { fontFamily: "var(--font)", fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    // Options of a list that nobody opened are not drawn: a ticket has a dozen such lists.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    Input: Input.extend({ vars: () => ({ wrapper: { "--input-bd": "var(--line-strong)" } as object }) }),
    // A header of a dialog is no banner of the page.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: "none" } }),
    DrawerHeader: DrawerHeader.extend({ defaultProps: { role: "none" } }),
    Drawer: Drawer.extend({
      defaultProps: { zIndex: "var(--z-sheet)" },
      styles: { title: { fontWeight: 650, fontSize: "1.0625rem" } },
    }),
    // Lists and menus of a dialog lie upon it.
    Popover: Popover.extend({ defaultProps: { zIndex: "calc(var(--z-dialog) + 10)" } }),
    Tooltip: Tooltip.extend({ defaultProps: { zIndex: "calc(var(--z-dialog) + 20)" } }),
    Modal: Modal.extend({
      defaultProps: { zIndex: "var(--z-dialog)" },
      styles: { title: { fontWeight: 650, fontSize: "1.0625rem" } },
    }),
  },
});

const tokens = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-default": "var(--raised)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-dimmed": "var(--ink-2)",
  "--mantine-color-placeholder": "var(--ink-2)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-anchor": "var(--accent-text)",
  "--mantine-color-petrol-light": "var(--accent-soft)",
  "--mantine-color-petrol-light-color": "var(--accent-text)",
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: tokens,
  dark: tokens,
});
