import { useEffect } from "react";

import { useBranding } from "@/lib/branding";

export function usePageTitle(title: string): void {
  const { name } = useBranding();
  useEffect(() => {
    document.title = title === "" ? name : `${title} · ${name}`;
  }, [title, name]);
}
