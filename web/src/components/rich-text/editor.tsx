import { DOMSerializer } from "@tiptap/pm/model";
import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useImperativeHandle, useLayoutEffect, useRef } from "react";

import type { FieldProps } from "./field-props";
import { InsertList, type InsertListHandle } from "./insert-list";
import styles from "./rich-text.module.css";
import { PictureNode } from "./picture-node";
import { referenceTo } from "./reference";
import { Toolbar } from "./toolbar";
import { documentOf, isPlain, textOf, type Written } from "./written";

/** What the service keeps of a message, and nothing else can be written. */
const EXTENSIONS = [
  StarterKit.configure({
    trailingNode: false,
    heading: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      protocols: ["mailto"],
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  PictureNode,
];

const contentOf = ({ text, html }: Written) => html ?? documentOf(text);

/** Where elements load nothing: in the page itself a picture would ask for its `cid:` address. */
const inert = document.implementation.createHTMLDocument();

function htmlOf({ schema, state }: Editor): string {
  const made = DOMSerializer.fromSchema(schema).serializeFragment(state.doc.content, { document: inert });
  const box = inert.createElement("div");
  box.append(made);
  return box.innerHTML;
}

function writtenIn(editor: Editor): Written {
  const document = editor.getJSON();
  return { text: textOf(document), html: isPlain(document) ? null : htmlOf(editor) };
}

/** The field with formatting: what was typed into the plain one before is carried over, the caret too. */
export default function RichField(props: FieldProps) {
  const { ref, label, placeholder, lang, inserts, errorId, value, caret, onChange } = props;
  const list = useRef<InsertListHandle>(null);
  const shown = useRef(value);
  const editor = useEditor({
    extensions: EXTENSIONS,
    injectCSS: false,
    content: contentOf(value),
    onUpdate: ({ editor: changed }) => {
      shown.current = writtenIn(changed);
      onChange(shown.current);
    },
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-placeholder": placeholder,
        ...(lang === undefined ? {} : { lang }),
        ...(errorId === undefined ? {} : { "aria-invalid": "true", "aria-describedby": errorId }),
        dir: "auto",
        class: styles.text ?? "",
      },
    },
  });
  useImperativeHandle(
    ref,
    () => ({
      element: editor.view.dom,
      key: (event) => list.current?.key(event) ?? false,
      put: (pictures, at) => {
        const place = at && editor.view.posAtCoords({ left: at.x, top: at.y })?.pos;
        const content = pictures.map(({ file, name }) => ({
          type: "picture",
          attrs: { src: referenceTo(file), alt: name },
        }));
        editor
          .chain()
          .focus()
          .insertContentAt(place ?? editor.state.selection.to, content)
          .run();
      },
      drop: (file) => {
        const { tr, doc } = editor.state;
        doc.descendants((node, place) => {
          if (node.attrs.src !== referenceTo(file)) return;
          tr.delete(tr.mapping.map(place), tr.mapping.map(place + node.nodeSize));
        });
        editor.view.dispatch(tr);
      },
    }),
    [editor],
  );
  const began = useRef(caret);
  useLayoutEffect(() => {
    const { doc } = editor.state;
    // In plain text every sign stands one place further in.
    editor.commands.setTextSelection(began.current === null ? doc.content.size : began.current + 1);
    // At once: a key that fell between two fields would be taken for a command.
    if (began.current !== null) editor.view.dom.focus({ preventScroll: true });
  }, [editor]);
  // At once: after another key, what was drawn before it would be put in its place.
  useLayoutEffect(() => {
    if (shown.current.text === value.text && shown.current.html === value.html) return;
    shown.current = value;
    editor.commands.setContent(contentOf(value), { emitUpdate: false });
    editor.commands.setTextSelection(editor.state.doc.content.size);
  }, [editor, value]);
  return (
    <>
      <Toolbar editor={editor} />
      <div className={styles.field} data-placeholder={value.text === "" ? placeholder : undefined}>
        <EditorContent editor={editor} />
      </div>
      {inserts !== undefined && <InsertList ref={list} editor={editor} of={inserts} />}
    </>
  );
}
