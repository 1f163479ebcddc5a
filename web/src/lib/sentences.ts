/** Lists inside sentences, as the language has them; what people wrote turns nothing around it. */
import { isolated } from "./isolated";
import { localeOf } from "./time-format";

const joined = (type: "conjunction" | "disjunction") => (language: string, texts: readonly string[]) =>
  new Intl.ListFormat(localeOf(language), { type }).format(texts.map(isolated));

export const allOf = joined("conjunction");
export const oneOf = joined("disjunction");
