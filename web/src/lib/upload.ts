import type { Upload } from "@/api/types";

import { NoAnswer } from "./problem";

/** Send a file to the store with a presigned form. XMLHttpRequest, because fetch does not report upload progress. */
export function sendFile(
  upload: Upload,
  file: File,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    form.append("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", upload.url);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new Error(`The store refused the file: ${request.status}`));
    };
    request.onerror = () => {
      reject(new NoAnswer("upload"));
    };
    request.onabort = () => {
      reject(new DOMException("Upload stopped", "AbortError"));
    };
    signal?.addEventListener("abort", () => {
      request.abort();
    });
    request.send(form);
  });
}
