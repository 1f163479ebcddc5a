import { useLocalStorage } from "@mantine/hooks";

/** Whether what stands beside the thread is folded away; so on this device, whatever ticket is open. */
export function usePanelFolded(): [boolean, () => void] {
  const [folded, setFolded] = useLocalStorage({
    key: "helpdesk.panel-folded",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return [
    folded,
    () => {
      setFolded(!folded);
    },
  ];
}
