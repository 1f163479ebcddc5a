import { MantineProvider } from "@mantine/core";
import { fireEvent, render } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { DragBar } from "../drag-bar";

function open() {
  const onClose = vi.fn();
  Element.prototype.setPointerCapture = vi.fn();
  const { container } = render(
    <MantineProvider env="test">
      <div className="mantine-Drawer-content">
        <DragBar onClose={onClose} />
      </div>
    </MantineProvider>,
  );
  const sheet = container.querySelector<HTMLElement>(".mantine-Drawer-content");
  const bar = container.querySelector("[data-drag-bar]");
  if (sheet === null || bar === null) throw new Error("no sheet");
  const drag = (to: number) => {
    fireEvent.pointerDown(bar, { clientY: 100, pointerId: 1 });
    fireEvent.pointerMove(bar, { clientY: to, pointerId: 1 });
    const far = sheet.style.getPropertyValue("translate");
    fireEvent.pointerUp(bar, { clientY: to, pointerId: 1 });
    return far;
  };
  return { onClose, sheet, drag };
}

test("a sheet follows the thumb, and goes when it was drawn far enough", () => {
  const { onClose, drag } = open();
  expect(drag(220)).toBe("0 120px");
  expect(onClose).toHaveBeenCalledOnce();
});

test("drawn a little it comes back, and upwards it does not go", () => {
  const { onClose, sheet, drag } = open();
  expect(drag(150)).toBe("0 50px");
  expect(sheet.style.getPropertyValue("translate")).toBe("");
  expect(drag(20)).toBe("");
  expect(onClose).not.toHaveBeenCalled();
});
