import { useCallback, useEffect, useRef, useState } from "react";

import type { NamedUpload, Upload } from "@/api/types";

import { KEPT_NOWHERE, type KeptFile, type KeptFiles } from "./kept-files";
import { isProblem } from "./problem";
import { sendFile } from "./upload";

export type AttachmentState =
  "uploading" | "done" | "failed" | "refused" | "too_large" | "too_many" | "empty" | "lost";

export interface Attachment {
  key: string;
  name: string;
  size: number;
  /** Null of one that was chosen before the page was loaded anew: browsers do not keep it. */
  file: File | null;
  state: AttachmentState;
  progress: number;
  upload: NamedUpload | null;
  /** It stands in the text, not below it. */
  inText: boolean;
  /** Why the service takes it in no case. */
  refusal?: unknown;
}

export interface FileFacts {
  name: string;
  size: number;
  type: string;
}

export type AskForUpload = (file: FileFacts) => Promise<Upload>;

export interface Attachments {
  items: readonly Attachment[];
  maxBytes: number;
  /** What became of each. */
  add: (files: Iterable<File>, inText?: boolean) => readonly Attachment[];
  again: (key: string) => void;
  /** Send everything again, after the session they were bound to has run out. */
  renew: () => Promise<void>;
  remove: (key: string) => void;
  clear: () => void;
  busy: boolean;
  failed: boolean;
  /** Wait for what is on its way; UploadsFailed when something did not arrive. */
  settled: () => Promise<void>;
  uploads: () => NamedUpload[];
}

/** Who keeps files as soon as they have arrived. */
export interface Taker {
  /** How many are there already. */
  count: () => number;
  take: (upload: NamedUpload, from: Attachment) => void;
}

/** What the API takes of one file. */
const MAX_BYTES = 25_000_000;

/** What it takes with one message. */
export const MAX_FILES = 10;

/** A file did not arrive; its row says so. */
export class UploadsFailed extends Error {
  constructor() {
    super("A file could not be uploaded");
    this.name = "UploadsFailed";
  }
}

const restored = ({ id, name, size, type }: KeptFile): Attachment => ({
  ...{ key: crypto.randomUUID(), name, size, file: null, progress: 1, inText: false },
  ...(id === null ? { state: "lost", upload: null } : { state: "done", upload: { id, name, size, type } }),
});

/** What is left of one that a reload takes the file from. */
const left = ({ name, size, file, upload, state }: Attachment): KeptFile[] =>
  ["uploading", "done", "failed", "lost"].includes(state)
    ? [{ id: upload?.id ?? null, name, size, type: upload?.type ?? file?.type ?? "" }]
    : [];

const isBad = (item: Attachment): boolean => item.state !== "uploading" && item.state !== "done";

/** It is there, or could be yet: it takes one of the places. */
const mayCome = ({ state }: Attachment): boolean =>
  state === "uploading" || state === "done" || state === "failed";

/** Files on their way: each is sent as soon as it is chosen, so that sending the form takes no time. */
export function useAttachments(
  ask: AskForUpload,
  maxBytes = MAX_BYTES,
  { files, keep }: KeptFiles = KEPT_NOWHERE,
  taker?: Taker,
): Attachments {
  const [items, setItems] = useState<readonly Attachment[]>(() => files.map(restored));
  const latest = useRef(items);
  const stops = useRef(new Map<string, AbortController>());
  const running = useRef(new Map<string, Promise<void>>());
  const takes = useRef(taker);
  useEffect(() => {
    takes.current = taker;
  });

  const put = useCallback(
    (next: readonly Attachment[]) => {
      const [before, after] = [latest.current, next].map((all) => all.flatMap(left));
      latest.current = next;
      setItems(next);
      if (JSON.stringify(before) !== JSON.stringify(after)) keep(after ?? []);
    },
    [keep],
  );

  const patch = useCallback(
    (key: string, part: Partial<Attachment>) => {
      put(latest.current.map((item) => (item.key === key ? { ...item, ...part } : item)));
    },
    [put],
  );

  const upload = useCallback(
    async (key: string, file: File | null) => {
      if (file === null) {
        patch(key, { state: "lost", upload: null });
        return;
      }
      const stop = new AbortController();
      stops.current.set(key, stop);
      patch(key, { state: "uploading", progress: 0, upload: null });
      try {
        const type = file.type || "application/octet-stream";
        const place = await ask({ name: file.name, size: file.size, type });
        await sendFile(
          place,
          file,
          (progress) => {
            patch(key, { progress });
          },
          stop.signal,
        );
        const arrived = { id: place.id, name: file.name, size: file.size, type };
        const item = latest.current.find((one) => one.key === key);
        if (takes.current === undefined) patch(key, { state: "done", progress: 1, upload: arrived });
        else if (item !== undefined) {
          takes.current.take(arrived, item);
          put(latest.current.filter((one) => one.key !== key));
        }
      } catch (error) {
        const final = isProblem(error, 403, 422);
        patch(key, final ? { state: "refused", refusal: error } : { state: "failed" });
      } finally {
        stops.current.delete(key);
        running.current.delete(key);
      }
    },
    [ask, patch, put],
  );

  const send = (key: string, file: File | null): Promise<void> => {
    const done = upload(key, file);
    running.current.set(key, done);
    return done;
  };

  const hasRoom = (beside: readonly Attachment[]) =>
    beside.filter(mayCome).length + (taker?.count() ?? 0) < MAX_FILES;

  const verdict = (file: File, before: readonly Attachment[]): AttachmentState => {
    if (file.size === 0) return "empty";
    if (file.size > maxBytes) return "too_large";
    return hasRoom(before) ? "uploading" : "too_many";
  };

  const add = (files: Iterable<File>, inText = false) => {
    const chosen = [...files];
    const again = ({ state, name }: Attachment) =>
      state === "lost" && chosen.some((file) => file.name === name);
    const before = latest.current.filter((item) => !again(item));
    const all = [...before];
    for (const file of chosen) {
      all.push({
        key: crypto.randomUUID(),
        name: file.name,
        size: file.size,
        file,
        state: verdict(file, all),
        progress: 0,
        upload: null,
        inText,
      });
    }
    const fresh = all.slice(before.length);
    put(all);
    for (const item of fresh) if (item.state === "uploading") void send(item.key, item.file);
    return fresh;
  };

  const again = (key: string) => {
    const item = latest.current.find((candidate) => candidate.key === key);
    if (item) void send(key, item.file);
  };

  const renew = async () => {
    await Promise.all(latest.current.map((item) => send(item.key, item.file)));
  };

  const settled = async () => {
    await Promise.all(running.current.values());
    if (latest.current.some(isBad)) throw new UploadsFailed();
  };

  const remove = (key: string) => {
    stops.current.get(key)?.abort();
    const others = latest.current.filter((item) => item.key !== key);
    put(others);
    const next = others.find((item) => item.state === "too_many");
    if (next !== undefined && hasRoom(others)) void send(next.key, next.file);
  };

  const clear = () => {
    put([]);
  };

  return {
    items,
    maxBytes,
    add,
    again,
    renew,
    remove,
    clear,
    busy: items.some((item) => item.state === "uploading"),
    failed: items.some(isBad),
    settled,
    uploads: () => latest.current.flatMap((item) => (item.upload === null ? [] : [item.upload])),
  };
}
