import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { capture, FRIMLEY, KENT, Place } from './patchdesk.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('serve', () => {
  const places: Place[] = [];
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const place of places.splice(0)) place.remove();
  });

  /** A project folder with the smallest window that can be served. */
  function project(isBuilt: boolean): Place {
    const place = new Place();
    places.push(place);
    place.write('package.json', JSON.stringify({ version: '9.9.9' }));
    symlinkSync(resolve(ROOT, 'resources'), place.path('resources'));
    if (isBuilt) {
      mkdirSync(place.path('out', 'renderer'), { recursive: true });
      place.write('out/renderer/index.html', '<!doctype html><title>Patchdesk</title>');
    }
    return place;
  }

  function serve(place: Place, args: string[], env: NodeJS.ProcessEnv = {}) {
    const script = resolve(import.meta.dirname, 'serve-elsewhere.ts');
    const child = spawn(process.execPath, [script, place.folder, 'serve', ...args], {
      cwd: place.folder,
      env: place.env({ DISPLAY: '', WAYLAND_DISPLAY: '', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    const heard = { out: '', err: '' };
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      heard.err += text;
    });
    const firstLine = new Promise<string>((found) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        heard.out += text;
        const [line, ...rest] = heard.out.split('\n');
        if (line !== undefined && rest.length > 0) found(line);
      });
    });
    const ended = new Promise<{ code: number | null; signal: string | null }>((done) =>
      child.once('close', (code, signal) => done({ code, signal })),
    );
    return { child, heard, firstLine, ended };
  }

  it('saves everything that was done when its library is replaced, also if it is killed then', async () => {
    const place = project(true);
    await place.json([
      '--library',
      'theirs.patchdesk',
      'import',
      place.write('kent.txt', capture('Kent and Medway ICS', KENT)),
    ]);
    const theirs = readFileSync(place.path('theirs.patchdesk'));
    const served = serve(place, ['--no-open']);
    await served.firstLine;
    await place.json(['import', place.write('frimley.txt', capture('Frimley ICS', FRIMLEY))]);
    renameSync(place.path('theirs.patchdesk'), place.library);
    const savedIn = () => readdirSync(place.folder).filter((name) => /\.saved-.*\.patchdesk$/.test(name));
    await expect.poll(savedIn, { timeout: 5000 }).toHaveLength(1);
    served.child.kill('SIGKILL');
    await served.ended;
    expect(readFileSync(place.library).equals(theirs)).toBe(true);
    expect(await place.json(['check'])).toMatchObject({ ok: true, articles: 2 });
    expect(await place.json(['--library', savedIn()[0] ?? '', 'check'])).toMatchObject({ ok: true, articles: 3 });
  });

  it('prints its address first, answers there, and closes cleanly when told to', async () => {
    const place = project(true);
    const served = serve(place, ['--no-open']);
    const url = new URL(await Promise.race([served.firstLine, served.ended.then(() => served.heard.err)]));
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.hash).toMatch(/^#token=.{20,}/);
    const page = await fetch(new URL('/', url));
    expect(await page.text()).toContain('<title>Patchdesk</title>');

    // The command line works on the same library meanwhile.
    await place.json(['check']);

    served.child.kill('SIGTERM');
    expect(await served.ended).toEqual({ code: 0, signal: null });
    expect(served.heard.err).toBe('');
    await expect(fetch(new URL('/', url))).rejects.toThrow();
  });

  it('ends on Ctrl-C too', async () => {
    const served = serve(project(true), ['--json', '--no-open']);
    await served.firstLine;
    served.child.kill('SIGINT');
    expect(await served.ended).toEqual({ code: 0, signal: null });
    expect(JSON.parse(served.heard.out)).toEqual({ address: expect.stringContaining('http://127.0.0.1:') });
  });

  it('names a port that is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((listening) =>
      other.listen(0, '127.0.0.1', () => listening((other.address() as { port: number }).port)),
    );
    try {
      const served = serve(project(true), ['--no-open', '--port', String(port)]);
      expect((await served.ended).code).toBe(2);
      expect(served.heard.err).toContain(`Port ${port} is in use`);
      expect(served.heard.out).toBe('');
    } finally {
      other.close();
    }
  });

  it('says how to build a window that is missing', async () => {
    const served = serve(project(false), []);
    expect((await served.ended).code).toBe(2);
    expect(served.heard.err).toContain('npm run build');
  });
});
