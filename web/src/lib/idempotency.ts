/** One key per thing said: the same words sent again carry the same key, other words get a new one. */
export interface SentKey {
  key: string;
  payload: string;
}

export function keyFor(payload: unknown, last: SentKey | null): SentKey {
  const text = JSON.stringify(payload);
  return last?.payload === text ? last : { key: crypto.randomUUID(), payload: text };
}
