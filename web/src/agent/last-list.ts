/** The list one came from: the way back, what stands beside a ticket in it, and the row the keyboard stood on. */
const PLACE = "helpdesk.list";

interface Kept {
  address: string;
  ids: readonly string[];
  /** By the path of each list. */
  rows: Record<string, string>;
}

const NOTHING: Kept = { address: "/mine", ids: [], rows: {} };

function kept(): Kept {
  try {
    return { ...NOTHING, ...(JSON.parse(window.sessionStorage.getItem(PLACE) ?? "{}") as Partial<Kept>) };
  } catch {
    return NOTHING;
  }
}

function keep(part: Partial<Kept>): void {
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify({ ...kept(), ...part }));
  } catch {
    // A full or forbidden store costs the way back, not the work.
  }
}

const path = () => window.location.pathname.replace(/^\/agent/, "");

/** Called while a list is shown, with what stands in it. */
export function rememberList(ids: readonly string[]): void {
  keep({ address: path() + window.location.search, ids });
}

export const rememberRow = (id: string): void => {
  keep({ rows: { ...kept().rows, [path()]: id } });
};

export const lastRow = (): string | null => kept().rows[path()] ?? null;

export const lastList = (): string => kept().address;

export function besideInList(id: string): { next: string | null; previous: string | null } {
  const { ids } = kept();
  const at = ids.indexOf(id);
  if (at < 0) return { next: ids[0] ?? null, previous: null };
  return { next: ids[at + 1] ?? null, previous: ids[at - 1] ?? null };
}
