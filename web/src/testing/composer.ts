import { fireEvent, screen } from "@testing-library/react";

/** The field for a reply, opened where it rests. */
export async function replyTo(name: string): Promise<HTMLElement> {
  const words = `Reply to ${name}`;
  await screen.findByRole("region", { name: "What to write" });
  const begin = screen.queryByRole("button", { name: new RegExp(`^${words}`) });
  if (begin !== null) fireEvent.click(begin);
  return screen.findByLabelText(words);
}
