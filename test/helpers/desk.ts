import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WorkPace } from '../../electron/desk/core/work.ts';
import { type Desk, type DeskEvent, openDesk } from '../../electron/desk/desk.ts';
import { contract, type DeskMethod, type MethodInput, type MethodOutput, type Reply } from '../../shared/contract.ts';
import { DeskFault } from '../../shared/errors.ts';
import type { Door } from '../../shared/models.ts';

export const RESOURCES = join(import.meta.dirname, '../../resources');

/** A folder for one test, removed afterwards. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'patchdesk-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestDesk {
  desk: Desk;
  path: string;
  events: DeskEvent[];
  /** The value of a call that must succeed; its output is checked against the contract. */
  ask<M extends DeskMethod>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** The error of a call that must be refused. Takes any input, as a door would send it. */
  refuse(method: string, input: unknown): Promise<DeskFault>;
  /** The same desk as one of several windows of its door calls it. */
  inWindow(window: string): Pick<TestDesk, 'ask' | 'refuse'>;
  reopen(door?: Door): Promise<TestDesk>;
}

export interface TestDeskOptions {
  path?: string;
  /** The person's own settings; beside the library, unless said. */
  preferences?: string;
  door?: Door;
  /** Who signs, whatever is set; null leaves it to the settings. */
  author?: string | null;
  /** When calls report their progress; as for people, unless said. */
  workPace?: WorkPace;
  /** The desk's current time, in English winter time. */
  now?: string;
}

/** A real desk over a real library file. */
export function testDesk(options: TestDeskOptions = {}): TestDesk {
  const path = options.path ?? join(tempFolder(), 'library.patchdesk');
  const now = new Date(`${options.now ?? '2026-11-22T10:00:00'}Z`);
  const desk = openDesk(
    {
      libraryPath: path,
      preferencesPath: options.preferences ?? join(dirname(path), 'preferences.json'),
      resourcesPath: RESOURCES,
      door: options.door ?? 'cli',
      ...(options.author === null ? {} : { author: options.author ?? 'A. Tester' }),
    },
    {
      clock: () => now,
      ...(options.workPace && { workPace: options.workPace }),
      log: (line) => {
        if (line.includes('failed')) throw new Error(line);
      },
    },
  );
  onTestFinished(() => desk.close());
  const events: DeskEvent[] = [];
  desk.subscribe((event) => events.push(event));
  return {
    desk,
    path,
    events,
    ...callsOf(desk),
    inWindow: (window) => callsOf(desk, window),
    async reopen(door) {
      await desk.close();
      return testDesk({ ...options, path, door: door ?? options.door ?? 'cli' });
    },
  };
}

function callsOf(desk: Desk, window?: string): Pick<TestDesk, 'ask' | 'refuse'> {
  return {
    async ask(method, input) {
      const reply = (await desk.call(method, input, window)) as Reply<unknown>;
      if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
      return contract[method].output.parse(reply.value) as MethodOutput<typeof method>;
    },
    async refuse(method, input) {
      const reply = await desk.call(method, input, window);
      if (reply.ok) throw new Error(`${method} was not refused`);
      return DeskFault.parse(reply.error);
    },
  };
}

/** A capture's text from `[label, headline, teaser]` triples. */
export function captureText(title: string, stories: readonly (readonly [string | null, string, string])[]): string {
  const records = stories.map(
    ([label, headline, teaser]) => `\n${label === null ? '' : `${label}\n`}\n${headline}\n\n\n${teaser}\n`,
  );
  return `${title}\n${records.join('')}`.replace(/\n$/, '');
}

export function asFile(name: string, text: string): { name: string; base64: string } {
  return { name, base64: Buffer.from(text, 'utf8').toString('base64') };
}
