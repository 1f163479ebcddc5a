import { useDeferredValue, type ReactNode } from "react";

interface Props {
  /** What stands there until then. */
  before?: ReactNode;
  children: ReactNode;
}

/** What is drawn a frame after what is beside it, in pieces between which keys are heard. */
export function Later({ before = null, children }: Props) {
  return useDeferredValue(true, false) ? children : before;
}
