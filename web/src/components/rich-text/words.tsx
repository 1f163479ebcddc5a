import { PlainText } from "@/components/plain-text";

import { Formatted } from "./formatted";
import type { Written } from "./written";

/** What somebody wrote, with its formatting where it has some. */
export const Words = ({ text, html }: Written) =>
  html === null ? <PlainText text={text} /> : <Formatted html={html} />;
