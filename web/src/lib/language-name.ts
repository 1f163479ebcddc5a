/** A language by its name in another; null when it is not known which it is. */
export function languageName(code: string, language: string): string | null {
  if (code === "" || code === "und") return null;
  try {
    return new Intl.DisplayNames(language, { type: "language", fallback: "none" }).of(code) ?? null;
  } catch {
    return null;
  }
}
