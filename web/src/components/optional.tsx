import { useEffect, useState, type ComponentType, type ReactNode } from "react";

/**
 * A part that a page can do without, fetched when it is first shown. Until it is here `waiting` stands in its place,
 * and where it cannot be fetched it is tried again with the next connection: the page around it stays as it is.
 */
export function optional<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Optional(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (loaded !== null) return;
      let here = true;
      const fetch = () => {
        load().then(
          (found) => {
            loaded = found;
            if (here) setPart(() => found);
          },
          () => undefined,
        );
      };
      fetch();
      window.addEventListener("online", fetch);
      return () => {
        here = false;
        window.removeEventListener("online", fetch);
      };
    }, []);
    return Part === null ? waiting : <Part {...props} />;
  };
}
