import { Node } from "@tiptap/core";
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from "@tiptap/react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";

import { pictureHere } from "@/lib/pictures-here";

import { PicturesComing } from "./coming";
import styles from "./picture.module.css";
import { fileOf } from "./reference";

function WrittenPicture({ node, selected }: ReactNodeViewProps) {
  const { t } = useTranslation();
  const { src, alt } = node.attrs as { src: string; alt: string };
  const file = fileOf(src) ?? "";
  const progress = useContext(PicturesComing)(file);
  const url = progress === null ? undefined : pictureHere(file);
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
