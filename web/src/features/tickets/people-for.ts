import type { OnTicket } from "@/lib/ticket-parts";

interface Offered {
  id: string;
  name: string;
  label: string;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whom a ticket can be given to, oneself first; `query` are beginnings of words of a name, accents or not. */
export function peopleFor(
  { members, me }: Pick<OnTicket, "members" | "me">,
  query: string,
  meWord: string,
): readonly Offered[] {
  const wanted = plain(query).split(" ").filter(Boolean);
  const fits = ({ name }: { name: string }) => {
    const words = plain(name).split(/[\s-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  };
  const others = members.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ id, name, label: name }));
  return [{ id: me.id, name: me.name, label: `${me.name} (${meWord})` }, ...others].filter(fits);
}
