import type { IntakeRule } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { useSave } from "@/lib/save";

import { rulesQuery } from "./get-rules";

export const useSaveRules = () =>
  useSave(rulesQuery().queryKey, (body: { rules: IntakeRule[] }, ifMatch) =>
    api.put("/api/settings/routing", { body, ifMatch }),
  );
