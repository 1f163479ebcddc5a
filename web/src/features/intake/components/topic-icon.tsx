import type { Topic } from "@/api/types";

/** Lines on a ground of 24 by 24. */
const LINES: Record<Topic["icon"], string> = {
  key: "M14.5 9.5a5 5 0 1 0-4.4 4.96L12 16.5h2v2h2v2h4v-3.6l-5.9-5.9a5 5 0 0 0 .4-1.5ZM8.5 8.5h.01",
  laptop: "M5 16V7a1.5 1.5 0 0 1 1.5-1.5h11A1.5 1.5 0 0 1 19 7v9M2.5 18.5h19L20 16H4z",
  app: "M5.5 4.5h13a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1ZM4.5 9h15M7.5 6.8h.01M10 6.8h.01",
  wifi: "M12 18.5h.01M9 15a4.5 4.5 0 0 1 6 0M6 11.7a9 9 0 0 1 12 0M3 8.4a13.5 13.5 0 0 1 18 0",
  phone: "M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM11 17.5h2",
  printer: "M7 9V4h10v5M7 17H4.5v-6a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v6H17M7 14h10v6H7z",
  mail: "M4.5 6h15a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM4 7l8 6 8-6",
  people:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5v-1a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5v1M16 4.8a3.5 3.5 0 0 1 0 6.5M18 13.8a5 5 0 0 1 3.5 4.7v1",
  building: "M5 20V4.5h9V20M14 9.5h5V20M3 20h18M8 8h3M8 12h3M8 16h3",
  box: "M12 3.5l7.5 4v9l-7.5 4-7.5-4v-9zM4.5 7.5l7.5 4 7.5-4M12 11.5v9",
  shield: "M12 3.5l7 2.5v5.5c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6zM9 12l2.2 2.2L15.5 10",
  question:
    "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.5 9.6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.7M12 16.5h.01",
};

export const ICONS = Object.keys(LINES) as readonly Topic["icon"][];

export function TopicIcon({ icon, size = 24 }: { icon: Topic["icon"]; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={LINES[icon]} />
    </svg>
  );
}
