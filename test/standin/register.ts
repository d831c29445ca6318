import { registerHooks } from 'node:module';

// Loaded before the app: from here on `electron` is the stand-in, and nothing else changes.
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: standIn, shortCircuit: true, format: 'module-typescript' };
    if (specifier.startsWith('electron/')) throw new Error(`The stand-in for Electron lacks ${specifier}.`);
    return next(specifier, context);
  },
});
