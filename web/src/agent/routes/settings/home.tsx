import { useMediaQuery } from "@mantine/hooks";
import { Navigate } from "@tanstack/react-router";

import { SMALL } from "@/lib/widths";

import { TABS } from "../../settings-tabs";

/** On a narrow screen the list is the page; elsewhere its first page is opened beside it. */
export function SettingsHome() {
  const small = useMediaQuery(SMALL, undefined, { getInitialValueInEffect: false });
  const [first] = TABS;
  return small || first === undefined ? null : <Navigate to={first.to} replace />;
}
