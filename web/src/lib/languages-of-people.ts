/** Languages that people speak and write, by their two letters, beside those of the interface. */
const COMMON =
  "ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh";

export function spokenLanguages(language: string, more: readonly string[] = []) {
  const names = new Intl.DisplayNames(language, { type: "language" });
  return [...new Set([...COMMON.split(" "), ...more])]
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((one, two) => one.label.localeCompare(two.label, language));
}
