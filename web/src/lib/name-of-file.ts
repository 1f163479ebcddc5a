/** How a document of the settings is called: by its name, or else by its id. */
export const nameOfFile = ({ id, name }: { id?: unknown; name?: unknown }) => ({
  id: String(id),
  name: typeof name === "string" ? name : String(id),
});

/** By the id, which is said where nothing has it. */
export const nameIn =
  (all: readonly { id: string; name: string }[]) =>
  (id: string): string =>
    all.find((one) => one.id === id)?.name ?? id;
