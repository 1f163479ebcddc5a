import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api } from "@/lib/api-client";

import { forgetDevice, keepDevice, ownDevice, subscribed } from "../device";

const devicesQuery = queryOptions({
  queryKey: ["me", "devices"],
  queryFn: () => api.get("/api/me/devices"),
});

export const useDevices = () => useQuery(devicesQuery);

/** Answers false when the person said no to the browser. */
export function useAddDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (key: string): Promise<boolean> => {
      const draft = await subscribed(key);
      if (draft === null) return false;
      const before = ownDevice();
      const { id } = await api.post("/api/me/devices", { body: draft });
      keepDevice(id);
      if (before !== null && before !== id)
        await api.delete("/api/me/devices/{device_id}", { path: { device_id: before } });
      return true;
    },
    onSettled: () => client.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
}

export function useRemoveDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const left = await api.delete("/api/me/devices/{device_id}", { path: { device_id: id } });
      if (id === ownDevice()) await forgetDevice();
      return left;
    },
    onSuccess: (left) => {
      client.setQueryData(devicesQuery.queryKey, left);
    },
  });
}
