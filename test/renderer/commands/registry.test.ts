import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { registerCommands } from '../../../renderer/app/register-commands.ts';
import { rankCommands } from '../../../renderer/commands/ranking.ts';
import { CommandRegistry } from '../../../renderer/commands/registry.ts';
import { COMMANDS } from '../../../shared/command-list.ts';
import type { StoryId } from '../../../shared/models.ts';
import { heldApi } from '../fake-api.ts';

function made() {
  const state = createAppState(heldApi().api);
  return { state, registry: new CommandRegistry(state) };
}

describe('commands', () => {
  it('lets the newest screen say how a command runs, and gives it back when the screen goes', () => {
    const { registry } = made();
    const ran: string[] = [];
    expect(registry.run('page.pin')).toBe(false);
    registry.register('page.pin', { run: () => void ran.push('first') });
    const end = registry.register('page.pin', { run: () => void ran.push('second') });
    registry.run('page.pin');
    end();
    registry.run('page.pin');
    expect(ran).toEqual(['second', 'first']);
  });

  it('runs nothing whose time it is not', () => {
    const { registry, state } = made();
    registerCommands(registry, state, { door: 'browser' });
    expect(registry.run('edit.undo')).toBe(false);
    expect(registry.run('library.open')).toBe(false);
    expect(registry.run('story.withdraw')).toBe(false);
    expect(registry.runById('no.such')).toBe(false);
    expect(registry.run('app.settings')).toBe(true);
    expect(state.session.getState().dialog).toEqual({ kind: 'settings' });
  });

  it('offers for one story only what would change it, as soon as it is known', async () => {
    const held = heldApi();
    const state = createAppState(held.api);
    const registry = new CommandRegistry(state);
    registerCommands(registry, state, { door: 'browser' });
    const id = '01890a5d-ac96-774b-bcce-b302099a8057' as StoryId;
    state.session.getState().setActive(id);
    expect(registry.isEnabled('story.withdraw')).toBe(true);
    let told = 0;
    registry.subscribe(() => told++);
    state.queries.watch('stories.get', { id }, () => undefined);
    await expect.poll(() => held.calls.length).toBe(1);
    await held.calls[0]?.answer({ id, withdrawn: true, national: false, tags: [] });
    expect(told).toBeGreaterThan(0);
    expect(registry.isEnabled('story.withdraw')).toBe(false);
    expect(registry.isEnabled('story.bringBack')).toBe(true);
    expect(registry.isEnabled('story.removeSystems')).toBe(false);
    state.session.getState().goTo('pages');
    expect(registry.isEnabled('story.bringBack')).toBe(false);
  });

  it('shows what goes wrong in a command, at once or later', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => logged.mockRestore());
    const { registry, state } = made();
    registry.register('page.pin', {
      run: () => {
        throw new Error('At once.');
      },
    });
    registry.register('page.unpin', { run: () => Promise.reject(new Error('Later.')) });
    registry.run('page.pin');
    registry.run('page.unpin');
    await expect
      .poll(() => state.session.getState().notices.map((notice) => notice.text))
      .toEqual(expect.arrayContaining(['At once.', 'Later.']));
  });

  it('ranks by how the words begin', () => {
    const labels = (typed: string) => rankCommands(COMMANDS, typed).map((command) => command.label);
    expect(labels('undo')[0]).toBe('Undo');
    expect(labels('pages')[0]).toBe('Pages');
    expect(labels('dark')).toEqual(['Theme: dark']);
    expect(labels('add sys')[0]).toBe('Add systems');
    expect(labels('')).toHaveLength(COMMANDS.length);
    expect(labels('qqq')).toEqual([]);
  });
});
