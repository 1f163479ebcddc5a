import type { ReactNode } from "react";

import { ErrorState, Loading } from "./states";

interface Query<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface Props<Data> {
  of: Query<Data>;
  /** As many as the content will be long. */
  lines?: number;
  /** The page consists of it. */
  whole?: boolean;
  /** Where else to look when there is nothing. */
  onward?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** What was asked for once it is there; until then that it comes, or why it did not and another try. */
export function Loaded<Data>({ of, lines, whole, onward, children }: Props<Data>) {
  if (of.data !== undefined) return children(of.data);
  const retry = () => {
    of.refetch();
  };
  if (of.error === null) return <Loading {...(lines === undefined ? {} : { lines })} onRetry={retry} />;
  return (
    <ErrorState
      error={of.error}
      onward={onward}
      {...(whole === undefined ? {} : { whole })}
      onRetry={retry}
    />
  );
}
