import { createContext } from "react";

/** How far a picture of the text has come, from 0 to 1; null of one whose file is not there. */
export const PicturesComing = createContext<(file: string) => number | null>(() => null);
