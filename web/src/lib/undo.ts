/** How what was done is taken back: each thing as long as its notice stands, the last of them by key. */

type TakeBack = () => void;

const standing: TakeBack[] = [];

/** Offers it until the answer is called. */
export function offerUndo(takeBack: TakeBack): () => void {
  standing.push(takeBack);
  return () => {
    const at = standing.indexOf(takeBack);
    if (at >= 0) standing.splice(at, 1);
  };
}

/** Of what was done last; null when there is nothing to take back. */
export const lastUndo = (): TakeBack | null => standing.at(-1) ?? null;

/** Who leaves takes nothing back. */
export function forgetUndo(): void {
  standing.length = 0;
}
