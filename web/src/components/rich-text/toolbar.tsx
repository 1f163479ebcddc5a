import { ActionIcon, Button, Popover, TextInput } from "@mantine/core";
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconSourceCode,
  type Icon,
} from "@tabler/icons-react";
import { useEditorState, type ChainedCommands, type Editor } from "@tiptap/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./rich-text.module.css";

interface Tool {
  id: "bold" | "italic" | "bulletList" | "orderedList" | "blockquote" | "code" | "codeBlock";
  Icon: Icon;
  use: (chain: ChainedCommands) => ChainedCommands;
}

const MARKS: readonly Tool[] = [
  { id: "bold", Icon: IconBold, use: (chain) => chain.toggleBold() },
  { id: "italic", Icon: IconItalic, use: (chain) => chain.toggleItalic() },
];

const BLOCKS: readonly Tool[] = [
  { id: "bulletList", Icon: IconList, use: (chain) => chain.toggleBulletList() },
  { id: "orderedList", Icon: IconListNumbers, use: (chain) => chain.toggleOrderedList() },
  { id: "blockquote", Icon: IconBlockquote, use: (chain) => chain.toggleBlockquote() },
  { id: "code", Icon: IconCode, use: (chain) => chain.toggleCode() },
  { id: "codeBlock", Icon: IconSourceCode, use: (chain) => chain.toggleCodeBlock() },
];

export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation("agent");
  const button = (tool: Tool) => <ToolButton key={tool.id} editor={editor} of={tool} />;
  return (
    <div className={styles.tools} role="group" aria-label={t("formatting.label")}>
      {MARKS.map(button)}
      <LinkButton editor={editor} />
      {BLOCKS.map(button)}
    </div>
  );
}

/** The selection stays in the text while one presses. */
const keepSelection = (event: { preventDefault: () => void }) => {
  event.preventDefault();
};

const tool = (words: string, on: boolean) => ({
  size: 28,
  variant: on ? "light" : "subtle",
  ...(on ? {} : { color: "gray" }),
  "aria-label": words,
  title: words,
  "aria-pressed": on,
  onMouseDown: keepSelection,
});

function ToolButton({ editor, of: { id, Icon: Sign, use } }: { editor: Editor; of: Tool }) {
  const { t } = useTranslation("agent");
  const on = useEditorState<boolean>({ editor, selector: (state) => state.editor.isActive(id) });
  const words = t(`formatting.${id}`);
  return (
    <ActionIcon {...tool(words, on)} onClick={() => use(editor.chain().focus()).run()}>
      <Sign size={17} />
    </ActionIcon>
  );
}

/** Where it leads, as one would type it; null for what is no address of the web or for mail. */
function absolute(typed: string): string | null {
  const address = /^(https?|mailto):/i.test(typed)
    ? typed
    : /^[^\s/:]+@[^\s/:]+$/.test(typed)
      ? `mailto:${typed}`
      : `https://${typed}`;
  return URL.canParse(address) ? address : null;
}

function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation("agent");
  const on = useEditorState<boolean>({ editor, selector: (state) => state.editor.isActive("link") });
  const [address, setAddress] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const words = t("formatting.link");
  const apply = () => {
    const typed = address?.trim() ?? "";
    const href = typed === "" ? "" : absolute(typed);
    setWrong(href === null);
    if (href === null) return;
    setAddress(null);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href === "") chain.unsetLink().run();
    else if (!editor.state.selection.empty || on) chain.setLink({ href }).run();
    else {
      const mark = { type: "link", attrs: { href } };
      chain.insertContent({ type: "text", text: typed, marks: [mark] }).run();
    }
  };
  return (
    <Popover
      opened={address !== null}
      trapFocus
      returnFocus
      position="bottom-start"
      onChange={(opened) => {
        if (!opened) setAddress(null);
      }}
    >
      <Popover.Target>
        <ActionIcon
          {...tool(words, on)}
          onClick={() => {
            const found: unknown = editor.getAttributes("link").href;
            setAddress(typeof found === "string" ? found : "");
          }}
        >
          <IconLink size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.link}
          onSubmit={(event) => {
            event.preventDefault();
            apply();
          }}
        >
          <TextInput
            size="xs"
            aria-label={t("formatting.address")}
            placeholder="https://"
            error={wrong && t("formatting.noAddress")}
            value={address ?? ""}
            onChange={(event) => {
              setWrong(false);
              setAddress(event.currentTarget.value);
            }}
          />
          <Button size="xs" type="submit">
            {address === "" && on ? t("formatting.unlink") : t("formatting.setLink")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
