/** Fields side by side stand in line when their hints are below them. */
export const HINT_BELOW: ("label" | "input" | "description" | "error")[] = [
  "label",
  "input",
  "description",
  "error",
];
