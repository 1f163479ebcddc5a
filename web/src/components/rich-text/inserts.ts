/** What can be put into a text while one writes: it is called by a sign at a word's beginning. */
export interface Insert {
  id: string;
  words: string;
  detail: string;
  /** What stands in the text then, and where it leads. */
  text: string;
  href?: string;
  /** In which language its words are. */
  lang?: string;
}

export interface Inserts {
  sign: "#";
  /** What the list is called. */
  label: string;
  /** What is meant by what was typed behind the sign. */
  find: (text: string) => Promise<readonly Insert[]>;
}

export interface Asked {
  /** Where the sign stands. */
  from: number;
  to: number;
  text: string;
}

const LONGEST = 60;
/** What is no text in a line, a picture for example. */
export const THING = "\ufffc";

/** What is asked for right before the caret: behind a sign that begins a word. */
export function askedBefore(line: string, sign: Inserts["sign"]): string | null {
  const at = line.lastIndexOf(sign);
  if (at < 0 || (at > 0 && !/[\s\ufffc([]/u.test(line.charAt(at - 1)))) return null;
  const text = line.slice(at + 1);
  return text.length > LONGEST || text.includes(THING) || /^\s/u.test(text) ? null : text;
}
