/** Tables as files that other programs read. */

/** What a spreadsheet would take for a formula is words there, too. */
const FORMULA = /^[=+\-@\t\r]/;

const field = (text: string): string => {
  const words = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
};

/** Lines end as RFC 4180 has them. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");

/** Given to the browser to keep. */
export function keepCsv(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
