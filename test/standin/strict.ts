/** Properties that JavaScript itself reads of any object. */
const ASKED_BY_THE_LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', 'asymmetricMatch']);

/**
 * An object that throws when a missing property is read, with its name. So a part of Electron that the stand-in lacks
 * fails the run, instead of being `undefined` here and real elsewhere.
 */
export function strict<T extends object>(name: string, parts: T): T {
  return new Proxy(parts, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (value === undefined && !(key in target) && typeof key === 'string' && !ASKED_BY_THE_LANGUAGE.has(key)) {
        throw new Error(`The stand-in for Electron lacks ${name}.${key}.`);
      }
      // Bound, because a proxy has no access to private fields.
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, key, value) {
      if (!(key in target)) throw new Error(`The stand-in for Electron lacks ${name}.${String(key)}.`);
      return Reflect.set(target, key, value, target);
    },
  });
}
