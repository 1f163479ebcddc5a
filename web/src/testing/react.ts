/**
 * React as it is shipped: its development build takes half as much time again, and nobody runs it. That build alone has
 * `act`, which the testing library needs; what it does is done here: when it ends, all that React has to do is done.
 */
interface Changeable {
  act?: (callback: () => unknown) => PromiseLike<unknown>;
  jsxDEV?: (type: unknown, props: unknown, key: unknown) => unknown;
}

const waiting = new Set<() => void>();

/** A way to do something later that can be done before. */
function early(later: (callback: () => void) => unknown) {
  return (callback: () => void) => {
    const once = () => {
      if (waiting.delete(once)) callback();
    };
    waiting.add(once);
    return later(once);
  };
}

function doAll() {
  for (const once of waiting) once();
}

const { setImmediate: immediate, queueMicrotask: microtask } = globalThis;
const mode = process.env.NODE_ENV;
// React takes what it finds when it is loaded.
Object.assign(globalThis, { setImmediate: early(immediate), queueMicrotask: early(microtask) });
process.env.NODE_ENV = "production";
const react = (await import("react")).default as unknown as Changeable;
const { flushSync } = await import("react-dom");
await import("react-dom/client");
const { jsx } = await import("react/jsx-runtime");
const development = (await import("react/jsx-dev-runtime")).default as unknown as Changeable;
process.env.NODE_ENV = mode;
Object.assign(globalThis, { setImmediate: immediate, queueMicrotask: microtask });

development.jsxDEV ??= (type, props, key) => (jsx as (...all: unknown[]) => unknown)(type, props, key);
react.act ??= (callback) => {
  let result: unknown;
  flushSync(() => {
    result = callback();
  });
  doAll();
  return Promise.resolve(result).then((value) => {
    doAll();
    return value;
  });
};

export {};
