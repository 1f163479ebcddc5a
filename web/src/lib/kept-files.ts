import { useCallback, useMemo } from "react";

import { useDraft } from "./draft";

/** A file as it is kept with a draft. Without an id it had not arrived: its name alone is left. */
export interface KeptFile {
  id: string | null;
  name: string;
  size: number;
  type: string;
}

export interface KeptFiles {
  /** As they were when the page was opened. */
  files: readonly KeptFile[];
  keep: (files: readonly KeptFile[]) => void;
}

const NONE: { files: readonly KeptFile[] } = { files: [] };

/** The files of a draft, kept on the device beside its words: uploads outlive a reload, and so does the form session. */
export function useKeptFiles(draft: string): KeptFiles {
  const { value, change, clear } = useDraft(`${draft}.files`, NONE);
  const keep = useCallback(
    (files: readonly KeptFile[]) => {
      if (files.length === 0) clear();
      else change({ files });
    },
    [change, clear],
  );
  return useMemo(() => ({ files: value.files, keep }), [value.files, keep]);
}

/** For who keeps them elsewhere. */
export const KEPT_NOWHERE: KeptFiles = { files: [], keep: () => undefined };
