import type { Chat, ChatMessage } from "./api/chat";

type Fetch = (before?: string) => Promise<Chat>;

/** So many pages are gone back at once; there is more to read on the request's own page. */
const MOST_PAGES = 20;

/**
 * The chat as it is now, with all that was read of it before. The newest page follows on what is known without a gap: what
 * lies between is fetched.
 */
export async function merged(fetch: Fetch, known: readonly ChatMessage[]): Promise<Chat> {
  const newest = await fetch();
  const ids = new Set(known.map(({ id }) => id));
  let messages = newest.messages;
  let { earlier } = newest;
  for (let page = 1; earlier !== null && page < MOST_PAGES; page += 1) {
    if (messages.some(({ id }) => ids.has(id))) break;
    const before = await fetch(earlier);
    messages = [...before.messages, ...messages];
    earlier = before.earlier;
  }
  const fresh = new Set(messages.map(({ id }) => id));
  return { ...newest, messages: [...known.filter(({ id }) => !fresh.has(id)), ...messages] };
}
