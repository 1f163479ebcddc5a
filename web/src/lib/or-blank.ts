import { isProblem } from "./problem";

/** One that is not there yet begins blank: saving it makes it. */
export const orBlank = <Thing>(found: Promise<Thing>, blank: Thing): Promise<Thing> =>
  found.catch((error: unknown) => {
    if (isProblem(error, 404)) return blank;
    throw error;
  });
