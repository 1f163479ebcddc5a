/** The list one came from, for the way back out of a ticket. */
let last = "/mine";

export function rememberList(): void {
  last = window.location.pathname.replace(/^\/agent/, "") + window.location.search;
}

export const lastList = (): string => last;
