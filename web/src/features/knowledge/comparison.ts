/** What two versions of a text have in common, paragraph by paragraph. */
export interface Part {
  change: "same" | "added" | "removed";
  text: string;
}

const BLOCKS = "p, li, pre, blockquote";

/** The paragraphs of cleaned HTML; the page loads nothing of it. */
export function paragraphsOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const block of body.querySelectorAll(BLOCKS)) block.append("\n");
  for (const br of body.querySelectorAll("br")) br.replaceWith("\n");
  return body.textContent
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The longest run of paragraphs that both have stays; the others went or came. */
export function compared(before: readonly string[], after: readonly string[]): Part[] {
  const common = lengths(before, after);
  const parts: Part[] = [];
  let old = 0;
  let now = 0;
  while (old < before.length || now < after.length) {
    const [gone, come] = [before[old], after[now]];
    if (gone !== undefined && gone === come) {
      parts.push({ change: "same", text: gone });
      old += 1;
      now += 1;
    } else if (
      come === undefined ||
      (gone !== undefined && reach(common, old + 1, now) >= reach(common, old, now + 1))
    ) {
      parts.push({ change: "removed", text: gone ?? "" });
      old += 1;
    } else {
      parts.push({ change: "added", text: come });
      now += 1;
    }
  }
  return parts;
}

const reach = (table: readonly (readonly number[])[], old: number, now: number): number =>
  table[old]?.[now] ?? 0;

/** How many paragraphs the rests of both have in common, from each place on. */
function lengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let old = before.length - 1; old >= 0; old -= 1) {
    for (let now = after.length - 1; now >= 0; now -= 1) {
      const row = table[old] ?? [];
      row[now] =
        before[old] === after[now]
          ? reach(table, old + 1, now + 1) + 1
          : Math.max(reach(table, old + 1, now), reach(table, old, now + 1));
    }
  }
  return table;
}
