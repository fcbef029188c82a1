/** How deep objects are emptied; what lies deeper stays as it is. */
const DEEPEST = 6;

/**
 * A value of the same type that says nothing: no elements, no characters, 0, false. Plain objects keep their fields, each emptied; a
 * promise resolves to what is emptied. Functions, null, undefined and instances of classes stay.
 */
export function emptied(value: unknown, depth = DEEPEST): unknown {
  switch (typeof value) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'bigint':
      return 0n;
    case 'boolean':
      return false;
    case 'object':
      return value === null ? null : emptiedObject(value, depth);
    default:
      return value;
  }
}

function emptiedObject(value: object, depth: number): unknown {
  if (Array.isArray(value)) return [];
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (value instanceof Promise) return value.then((found) => emptied(found, depth));
  if (!isPlain(value) || depth === 0) return value;
  // Whatever a getter gives is emptied too, when it is asked for.
  const fields = Object.entries(Object.getOwnPropertyDescriptors(value)).map(
    ([name, { get, value: own }]) => [
      name,
      {
        get: () => emptied(get === undefined ? own : get.call(value), depth - 1),
        enumerable: true,
        configurable: true,
      },
    ],
  );
  return Object.defineProperties({}, Object.fromEntries(fields));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A function that does what the original does, and gives back nothing of what it found. What is no function, or a class, stays. */
export function stubbed(original: unknown): unknown {
  if (!isFunction(original)) return original;
  return function (this: unknown, ...args: unknown[]) {
    return emptied(original.apply(this, args));
  };
}

/** The same call, with its own result: shows that standing in between changes nothing. */
export function passed(original: unknown): unknown {
  if (!isFunction(original)) return original;
  return function (this: unknown, ...args: unknown[]) {
    return original.apply(this, args);
  };
}

/** Whether something is a function that is called, not a class. */
export function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value));
}
