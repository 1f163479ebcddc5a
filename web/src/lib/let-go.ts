/** Files of what was not sent for long: the service lets go of them (infra/data.yaml), and their ids say when they came. */
import type { NamedUpload } from "@/api/types";

export const KEPT_DAYS = 62;

const DAY_MS = 86_400_000;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** An id begins with its instant. */
const OF_INSTANT = 10;

const cameAt = (id: string): number =>
  Array.from(id.slice(0, OF_INSTANT).toUpperCase()).reduce(
    (at, letter) => at * 32 + LETTERS.indexOf(letter),
    0,
  );

export const isLetGo = ({ id }: Pick<NamedUpload, "id">, now: number): boolean =>
  id.length === 26 && now - cameAt(id) > KEPT_DAYS * DAY_MS;
