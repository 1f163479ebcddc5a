/** What a language is called in the reader's. */
export const languageName = (code: string, reader: string): string =>
  new Intl.DisplayNames(reader, { type: "language" }).of(code) ?? code;
