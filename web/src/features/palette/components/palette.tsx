import { CloseButton } from "@mantine/core";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import "@mantine/spotlight/styles.layer.css";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useId, useLayoutEffect, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { announce } from "@/lib/announcer";
import { useFocusOnMount } from "@/lib/focus";
import { begunInPalette } from "@/lib/palette";
import { keyOf } from "@/lib/shortcuts";

import type { Hit, Source } from "../sources";
import { useFound } from "../use-found";
import { HitRow } from "./hit-row";
import styles from "./palette.module.css";

interface Props {
  sources: readonly Source[];
  opened: boolean;
  onClose: () => void;
  /** Leads to an address in the app. */
  onGo: (to: string, place: "here" | "tab") => void;
}

const [store, spotlight] = createSpotlight();

/** Actions and things by their words, over every page. */
export function Palette({ sources, opened, onClose, onGo }: Props) {
  // Before the next key: it is typed where the field was that this one takes over from.
  useLayoutEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened]);
  const { t } = useTranslation("agent");
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      size={640}
      yOffset="12vh"
      zIndex={400}
      returnFocus={false}
      closeOnEscape={false}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { "aria-label": t("palette.title") } }}
      onSpotlightClose={onClose}
    >
      {opened && <Inside {...{ sources, onClose, onGo }} />}
    </Spotlight.Root>
  );
}

function Inside({ sources, onClose, onGo }: Omit<Props, "opened">) {
  const { t } = useTranslation(["agent", "common"]);
  const [query, setQuery] = useState(begunInPalette);
  const [only, setOnly] = useState<string | null>(null);
  const [stands, setStands] = useState<string | null>(null);
  // At once: the next key is typed here already.
  const input = useFocusOnMount<HTMLInputElement>();
  const base = useId();
  const { groups, looking, partly } = useFound(sources, query, only);

  const rows = groups.flatMap(({ source, hits }) =>
    hits.map((hit) => ({ hit, source, key: `${source.id} ${hit.id}` })),
  );
  const at = Math.max(
    rows.findIndex(({ key }) => key === stands),
    0,
  );
  const current = rows[at];
  const idOf = (key: string) => `${base}-${key.replaceAll(/[^\w-]/g, "_")}`;
  const currentId = current === undefined ? undefined : idOf(current.key);
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);

  const type = (text: string) => {
    setQuery(text);
    setStands(null);
  };
  const within = (id: string | null) => {
    setOnly(id);
    setStands(null);
    input.current?.focus();
  };
  const step = (by: number) => {
    setStands(rows[(at + by + rows.length) % rows.length]?.key ?? null);
  };
  const choose = ({ refusal, words, to, run }: Hit, place: "here" | "tab") => {
    if (refusal != null) {
      announce(t("agent:refused.say", { action: words, reason: refusal }));
      return;
    }
    onClose();
    if (to !== undefined) onGo(to, place);
    run?.();
  };
  const keys: Record<string, (() => void) | undefined> = {
    ArrowDown: () => {
      step(1);
    },
    ArrowUp: () => {
      step(-1);
    },
    Enter: () => {
      if (current !== undefined) choose(current.hit, "here");
    },
    "Ctrl+Enter": () => {
      if (current !== undefined) choose(current.hit, "tab");
    },
    Tab: () => {
      if (current !== undefined) within(current.source.id);
    },
    Escape: () => {
      if (only === null) onClose();
      else within(null);
    },
  };
  // Before Spotlight has them: where one stands is known to whoever reads the page out.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.shiftKey && event.key === "Tab" ? "Escape" : keyOf(event);
    const leaves = key === "Backspace" && query === "" && only !== null ? keys.Escape : undefined;
    const act = keys[key] ?? leaves;
    if (act === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const scope = sources.find(({ id }) => id === only);
  const nothing = rows.length === 0 && !looking;
  return (
    <>
      <div className={styles.top} onKeyDownCapture={onKeyDown}>
        {scope !== undefined && (
          <span className={styles.scope}>
            {scope.words(t)}
            <CloseButton
              size="xs"
              tabIndex={-1}
              aria-label={t("agent:palette.all")}
              onClick={() => {
                within(null);
              }}
            />
          </span>
        )}
        <Spotlight.Search
          ref={input}
          className={styles.search}
          size="md"
          value={query}
          leftSection={<IconSearch size={18} aria-hidden />}
          placeholder={t("agent:palette.placeholder")}
          data-autofocus
          maxLength={200}
          role="combobox"
          aria-label={t("agent:palette.title")}
          aria-expanded={rows.length > 0}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={currentId}
          onChange={(event) => {
            type(event.currentTarget.value);
          }}
        />
      </div>
      <div id={`${base}-list`} role="listbox" aria-label={t("agent:palette.found")} className={styles.list}>
        {groups.map(({ source, hits }) => (
          <div key={source.id} role="group" aria-labelledby={`${base}-of-${source.id}`}>
            <div id={`${base}-of-${source.id}`} className={styles.group} role="presentation">
              {source.words(t)}
            </div>
            {hits.map((hit) => {
              const key = `${source.id} ${hit.id}`;
              return (
                <HitRow
                  key={key}
                  id={idOf(key)}
                  hit={hit}
                  Icon={source.Icon}
                  current={key === current?.key}
                  onPoint={() => {
                    setStands(key);
                  }}
                  onChoose={(place) => {
                    choose(hit, place);
                  }}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p role="status" className={nothing || looking || partly ? styles.said : "visually-hidden"}>
        {looking && t("agent:palette.looking")}
        {!looking && partly && t("agent:palette.partly")}
        {nothing && !partly && t("agent:palette.nothing")}
        {rows.length > 0 && !looking && !partly && t("agent:palette.count", { count: rows.length })}
      </p>
      <Hints sources={sources} />
    </>
  );
}

/** What the signs ask for, for those who look. */
function Hints({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <Spotlight.Footer className={styles.hints}>
      {sources.flatMap(({ id, sign, words }) =>
        sign === undefined
          ? []
          : [
              <span key={id}>
                <kbd>{sign}</kbd> {words(t)}
              </span>,
            ],
      )}
      <span>
        <kbd>Tab</kbd> {t("agent:palette.tab")}
      </span>
    </Spotlight.Footer>
  );
}
