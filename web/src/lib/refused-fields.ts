/** From what was refused to where it is written: fields are marked with their place (`refused` in field-errors). */
import { FIELDS } from "./focus";

const marked = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-place]")];
const inside = (place: string, around: string): boolean =>
  place === around || place.startsWith(`${around}.`) || place.startsWith(`${around}[`);

/** The field of a place, or one inside of it, or the smallest thing around it. */
export function fieldAt(place: string, root: ParentNode = document): HTMLElement | undefined {
  const fields = marked(root).map((field) => ({ field, at: field.dataset.place ?? "" }));
  const around = fields
    .filter(({ at }) => inside(place, at))
    .sort((one, other) => other.at.length - one.at.length)[0];
  const within = fields.find(({ at }) => inside(at, place));
  return (around?.at === place ? around : (within ?? around))?.field;
}

const LABELLED = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];

function ownName(field: HTMLElement): string {
  const label = LABELLED.some((kind) => field instanceof kind) ? (field as HTMLInputElement).labels : null;
  // Behind the text stands a star where something is required.
  return (field.dataset.name ?? field.ariaLabel ?? label?.[0]?.firstChild?.textContent ?? "").trim();
}

/** How a field is called, behind the names of what it is part of. */
export function nameOfField(field: HTMLElement): string {
  const names = [ownName(field)];
  for (let at = field.parentElement; at !== null && at.tagName !== "FORM"; at = at.parentElement) {
    names.unshift(at.dataset.name ?? (at.role === "group" ? (at.ariaLabel ?? "") : ""));
  }
  return names.filter((name, index) => name !== "" && name !== names[index + 1]).join(" › ");
}

/** What has to be opened before a field can be reached: its tab, or itself. */
function closed(field: HTMLElement): HTMLElement | null {
  const panel = field.closest("[role=tabpanel]");
  const tab = panel && document.getElementById(panel.getAttribute("aria-labelledby") ?? "");
  if (tab?.ariaSelected === "false") return tab;
  return field.matches("button[aria-expanded=false]") ? field : null;
}

/** Opens what hides the field of a place, and puts the focus into it. */
export function goToField(place: string, root: ParentNode = document): void {
  const field = fieldAt(place, root);
  if (field === undefined) return;
  const door = closed(field);
  if (door !== null) {
    door.click();
    requestAnimationFrame(() => {
      goToField(place, root);
    });
    return;
  }
  const target = field.matches(FIELDS) ? field : field.querySelector<HTMLElement>(FIELDS);
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}
