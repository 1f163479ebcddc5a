import { useEffect, useRef, useState } from "react";

import type { StoredAttachment } from "@/api/types";
import { pictureHere } from "@/lib/pictures-here";
import { isProblem } from "@/lib/problem";

export interface PictureFiles {
  files: readonly StoredAttachment[];
  /** Where one can be fetched now. */
  download: (file: StoredAttachment) => Promise<{ url: string }>;
}

const AGAIN_MS = 2_000;
/** So often it is asked for while the service still looks at the file. */
const TRIES = 10;

/** Where a picture can be seen, and whether nowhere; it is asked for when its box comes near. */
export function useAddress(
  from: PictureFiles | null,
  id: string,
  box: { current: Element | null },
): [url: string | undefined, failed: boolean] {
  const file = from?.files.find((one) => one.id === id);
  const here = pictureHere(id.split("-").at(-1) ?? id);
  const [address, setAddress] = useState<string>();
  const [failed, setFailed] = useState(false);
  const latest = useRef(from);
  useEffect(() => {
    latest.current = from;
  });
  const wanted = here === undefined && file !== undefined;
  useEffect(() => {
    if (!wanted || box.current === null) return;
    let gone = false;
    let timer = 0;
    const ask = (left: number) => {
      latest.current?.download(file).then(
        ({ url }) => {
          if (!gone) setAddress(url);
        },
        (error: unknown) => {
          if (gone) return;
          if (isProblem(error, 409) && left > 0) timer = window.setTimeout(ask, AGAIN_MS, left - 1);
          else setFailed(true);
        },
      );
    };
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        ask(TRIES);
      },
      { rootMargin: "300px" },
    );
    near.observe(box.current);
    return () => {
      gone = true;
      window.clearTimeout(timer);
      near.disconnect();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- an attachment never changes
  }, [wanted, id, box]);
  return [here ?? address, failed || (here === undefined && file === undefined)];
}
