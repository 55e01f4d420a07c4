import {
  ActionIcon,
  Button,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  Modal,
  Portal,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** Mantine's greys of the dark scheme, in the tone of tokens.css: words first, ground last. */
const dark: MantineColorsTuple = [
  "#e4e7eb",
  "#c6cdd5",
  "#a3adb9",
  "#7a8593",
  "#454d58",
  "#363d46",
  "#1d2127",
  "#16191e",
  "#121519",
  "#0d0f12",
];

/** Dense: 13 px words in controls of 30 px, on a grid of 8 px. */
export const theme = createTheme({
  primaryColor: "indigo",
  colors: { dark },
  primaryShade: { light: 8, dark: 8 },
  fontFamily: systemFonts,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: "13px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  headings: {
    fontFamily: systemFonts,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "15px", lineHeight: "24px" },
      h3: { fontSize: "14px", lineHeight: "20px" },
    },
  },
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    Button: Button.extend({ defaultProps: { size: "xs" } }),
    Input: Input.extend({ defaultProps: { size: "xs" } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: "xs" },
      styles: { description: { fontSize: "12px" }, error: { fontSize: "12px" } },
    }),
    Menu: Menu.extend({
      // The placeholder is no menu item: without it the first item has the focus.
      defaultProps: { transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 100 },
        styles: { title: { fontWeight: 600 } },
        closeButtonProps: { "aria-label": "Close" },
      },
    }),
    // A landmark of its own, so that nothing on the page stands outside of one.
    Portal: Portal.extend({ defaultProps: { target: "#overlays" } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 80 } },
    }),
  },
});

/** Mantine's own quiet words are too pale to read easily: ours take their place. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});

const shared = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--words)",
  "--mantine-color-dimmed": "var(--words-quiet)",
  "--mantine-color-placeholder": "var(--words-quiet)",
  "--mantine-color-error": "var(--status-bad)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-indigo-light": "var(--surface-selected)",
  "--mantine-color-indigo-light-hover": "var(--surface-hover)",
  "--mantine-color-indigo-light-color": "var(--accent)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--surface-hover)",
};
