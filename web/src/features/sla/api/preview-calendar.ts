import { useMutation } from "@tanstack/react-query";

import type { CalendarFile } from "@/api/settings-types";
import { api } from "@/lib/api-client";

interface Question {
  calendar: CalendarFile;
  at: string;
  seconds: number;
}

export const usePreview = () =>
  useMutation({
    mutationFn: (question: Question) => api.post("/api/settings/sla/preview", { body: question }),
  });
