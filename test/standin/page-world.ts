export interface PageWorldOptions {
  /** The origin of the app's pages; no other page gets the bridge. */
  origin: string;
  binding: string;
  /** The global name through which the host delivers the app's messages. */
  deliverKey: string;
}

/** The built preload, wrapped as a CommonJS module. */
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

interface PageWorldCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * Runs in the page before its own scripts: provides `electron` to the preload and exposes its functions to the page.
 * Chromium gets it as text, so it must not use anything from outside itself.
 */
function pageWorld({ origin, binding, deliverKey }: PageWorldOptions, preload: Preload, codec: PageWorldCodec): void {
  const page = window as unknown as Record<string | symbol, unknown>;
  const callHost = page[binding] as (message: string) => Promise<string>;
  // Electron runs a preload only in the top frame.
  if (window !== window.top || location.origin !== origin) return;
  delete page[binding];

  const lacks = (name: string) => new Error(`The stand-in for Electron lacks ${name}.`);
  const strict = <T extends object>(name: string, parts: T): T =>
    new Proxy(parts, {
      get(target, key) {
        if (!(key in target) && typeof key === 'string' && key !== 'then') throw lacks(`${name}.${key}`);
        return Reflect.get(target, key);
      },
    });

  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      // Throws for functions, promises and symbols, as Electron's own serialisation does.
      const message = codec.encode({ kind: 'invoke', channel, args: codec.encode(structuredClone(args)) });
      const reply = codec.decode(await callHost(message)) as { ok: boolean; value: string };
      if (!reply.ok) throw new Error(`Error invoking remote method '${channel}': ${reply.value}`);
      return codec.decode(reply.value);
    },
    on(channel: string, listener: Listener) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };

  /** Values between the preload and the page: copied, with proxies for functions and promises. */
  const cross = (value: unknown, seen: Map<object, unknown>): unknown => {
    if (typeof value === 'symbol') throw new TypeError('A symbol cannot cross the context bridge.');
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const given = args.map((arg) => cross(arg, new Map()));
        try {
          return cross((value as (...args: unknown[]) => unknown)(...given), new Map());
        } catch (error) {
          throw new Error(error instanceof Error ? error.message : String(error));
        }
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof Promise) {
      return value.then(
        (result) => cross(result, new Map()),
        (error) => Promise.reject(new Error(error instanceof Error ? error.message : String(error))),
      );
    }
    if (value instanceof Error) return new Error(value.message);
    const isArray = Array.isArray(value);
    if (!isArray && Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value);
    const copy: Record<string, unknown> = isArray ? ([] as unknown as Record<string, unknown>) : {};
    seen.set(value, copy);
    for (const [key, part] of Object.entries(value)) copy[key] = cross(part, seen);
    return copy;
  };

  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };

  const electron = strict('electron', {
    contextBridge: strict('contextBridge', {
      exposeInMainWorld(key: string, api: unknown) {
        if (key in page)
          throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`);
        Object.defineProperty(page, key, { value: freeze(cross(api, new Map())), enumerable: true });
      },
    }),
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
  });

  // A sandboxed preload has `require` for Electron and a few of Node's modules; this one needs only Electron.
  const requireElectron = (name: string) => {
    if (name === 'electron') return electron;
    throw lacks(`require('${name}') in a preload`);
  };
  const module = { exports: {} };
  preload(requireElectron, module, module.exports);

  // `window.open` is passed on and denied: the app's handler never allows a second window.
  window.open = (url) => {
    void callHost(codec.encode({ kind: 'open', url: new URL(String(url ?? 'about:blank'), location.href).href }));
    return null;
  };

  page[Symbol.for(deliverKey)] = (channel: string, args: string) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...(codec.decode(args) as unknown[]));
  };
}

/** The same as text, for Chromium to run before every page. */
export function pageWorldScript(options: PageWorldOptions, preload: string, codec: PageWorldCodec): string {
  const wrapped = `function (require, module, exports) {${preload}\n}`;
  return `(${pageWorld})(${JSON.stringify(options)}, ${wrapped}, { encode: ${codec.encode}, decode: ${codec.decode} });`;
}
