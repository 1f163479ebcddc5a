import { Node } from "@tiptap/core";
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from "@tiptap/react";
import { useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { earlierPicture, pictureHere } from "@/lib/pictures-here";

import { PicturesComing } from "./coming";
import styles from "./picture.module.css";
import { fileOf } from "./reference";

/** Where it is on this device, if it is. */
function useHere(file: string): string | undefined {
  const here = pictureHere(file);
  const [found, setFound] = useState<{ file: string; url: string | null }>();
  const wanted = here === undefined && found?.file !== file;
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    void earlierPicture(file).then((url) => {
      if (!gone) setFound({ file, url });
    });
    return () => {
      gone = true;
    };
  }, [file, wanted]);
  return here ?? (found?.file === file ? (found.url ?? undefined) : undefined);
}

function WrittenPicture({ node, selected }: ReactNodeViewProps) {
  const { t } = useTranslation();
  const { src, alt } = node.attrs as { src: string; alt: string };
  const file = fileOf(src) ?? "";
  const progress = useContext(PicturesComing)(file);
  const here = useHere(file);
  const url = progress === null ? undefined : here;
  return (
    <NodeViewWrapper as="span" className={styles.written} data-selected={selected || undefined}>
      {url === undefined ? (
        <span className={styles.absent}>
          [<bdi>{alt}</bdi>] {progress === null && t("attachments.lost")}
        </span>
      ) : (
        <img src={url} alt={alt} className={styles.small} />
      )}
      {progress !== null && progress < 1 && (
        <progress className={styles.progress} value={progress} max={1} aria-label={alt} />
      )}
    </NodeViewWrapper>
  );
}

/** A picture in the text: one of its files. What is pasted from elsewhere with an address is none. */
export const PictureNode = Node.create({
  name: "picture",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" } }),
  parseHTML: () => [{ tag: 'img[src^="cid:"]' }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(WrittenPicture),
});
