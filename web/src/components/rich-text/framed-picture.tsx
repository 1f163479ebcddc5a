import { useState } from "react";

import styles from "./picture.module.css";

interface Props {
  elsewhere: string;
  name: string;
  width: number | undefined;
  height: number | undefined;
  onFail: () => void;
}

interface Size {
  width: number;
  height: number;
}

/** What browsers may keep of us at the picture's server is not sent along, in those that know the word. */
const WITHOUT_COOKIES: object = { credentialless: "" };

/**
 * A picture of another server, in a page of its own: the policy of that page lets it load pictures and do nothing else,
 * while this one goes on loading none. It is put there from here, since nothing runs in it.
 */
export function FramedPicture({ elsewhere, name, width, height, onFail }: Props) {
  const [found, setFound] = useState<Size>();
  const hold = (frame: HTMLIFrameElement) => {
    const page = frame.contentDocument;
    // A frame that is moved loads anew, and is empty then.
    if (page?.body == null || page.images.length > 0) return;
    const image = page.createElement("img");
    image.addEventListener("load", () => {
      if (image.naturalWidth > 0) setFound({ width: image.naturalWidth, height: image.naturalHeight });
    });
    image.addEventListener("error", onFail);
    Object.assign(image.style, { position: "fixed", inset: "0", width: "100%", height: "100%" });
    image.style.objectFit = "contain";
    image.referrerPolicy = "no-referrer";
    image.src = elsewhere.replace(/^http:/i, "https:");
    page.body.append(image);
  };
  return (
    <span role="img" aria-label={name} className={styles.framed}>
      <iframe
        {...WITHOUT_COOKIES}
        src="/picture.html"
        title={name}
        sandbox="allow-same-origin"
        referrerPolicy="no-referrer"
        loading="lazy"
        tabIndex={-1}
        aria-hidden="true"
        style={sizeOf(found, width, height)}
        onLoad={(event) => {
          hold(event.currentTarget);
        }}
      />
    </span>
  );
}

/** As the mail has it; what it leaves open follows from the picture, once it is there. */
function sizeOf(found: Size | undefined, width?: number, height?: number) {
  const ratio = found === undefined ? (width ?? 160) / (height ?? 160) : found.width / found.height;
  const wide = width ?? (height === undefined ? (found?.width ?? 160) : height * ratio);
  return { width: wide, aspectRatio: ratio };
}
