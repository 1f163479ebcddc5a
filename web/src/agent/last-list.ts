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

/** Which ticket was open beside a list is no part of the way back to it. */
export function withoutTicket(search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete("t");
  return asked.size === 0 ? "" : `?${asked.toString()}`;
}

const path = () => window.location.pathname.replace(/^\/agent/, "");

/** Called while a list is shown, with what stands in it. */
export function rememberList(ids: readonly string[]): void {
  keep({ address: path() + withoutTicket(window.location.search), ids });
}

export const rememberRow = (id: string): void => {
  keep({ rows: { ...kept().rows, [path()]: id } });
};

export const lastRow = (): string | null => kept().rows[path()] ?? null;

export const lastList = (): string => kept().address;

/** As the list stands when it is asked: it may change, or come, after the ticket. */
export function besideInList(id: string) {
  const by = (step: 1 | -1): string | null => {
    const { ids } = kept();
    const at = ids.indexOf(id);
    if (at < 0) return step === 1 ? (ids[0] ?? null) : null;
    return ids[at + step] ?? null;
  };
  return {
    get next() {
      return by(1);
    },
    get previous() {
      return by(-1);
    },
  };
}
