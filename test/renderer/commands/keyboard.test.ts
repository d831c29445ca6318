import { describe, expect, it } from 'vitest';
import { listenToKeys } from '../../../renderer/commands/keyboard.ts';
import { CommandRegistry } from '../../../renderer/commands/registry.ts';
import { DEFAULT_KEYS } from '../../../shared/keys.ts';
import { pageDesk } from '../../helpers/pages.ts';
import { openWindow } from '../page-editor/open-page.ts';

type Press = Partial<Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | 'ctrlKey'>>;

/** Key presses, and who hears them: a field's own handler, and the shortcuts, which ask first whether a dialog is open. */
async function windowWithKeys() {
  const { state } = await openWindow(await pageDesk(1, []));
  const target = new EventTarget();
  const heard: string[] = [];
  const isBlocked = () => heard.push('shortcuts') > 0;
  const situation = () => ({ isQueue: false, keys: DEFAULT_KEYS });
  const end = listenToKeys(target as Window, new CommandRegistry(state), 'other', isBlocked, situation);
  // As React attaches it: later, and on the way down.
  target.addEventListener('keydown', () => heard.push('field'), { capture: true });
  const press = (keys: Press) => {
    const event = new Event('keydown', { cancelable: true });
    for (const [name, value] of Object.entries({ isComposing: false, ...keys })) {
      Object.defineProperty(event, name, { value });
    }
    target.dispatchEvent(event);
    return event;
  };
  return { heard, press, end };
}

describe('a key that an input method uses', () => {
  it.each([
    { key: 'Enter', isComposing: true },
    { key: 'Enter', keyCode: 229 },
    { key: 'Escape', isComposing: true },
    { key: 'k', ctrlKey: true, isComposing: true },
  ])('reaches no field and no shortcut: %j', async (keys) => {
    const { heard, press } = await windowWithKeys();
    const event = press(keys);
    expect(heard).toEqual([]);
    // The input method itself still gets it.
    expect(event.defaultPrevented).toBe(false);
  });

  it('is told from the same key pressed by itself', async () => {
    const { heard, press, end } = await windowWithKeys();
    press({ key: 'Enter', keyCode: 13 });
    expect(heard.toSorted()).toEqual(['field', 'shortcuts']);
    end();
    press({ key: 'Enter', isComposing: true });
    expect(heard.toSorted()).toEqual(['field', 'field', 'shortcuts']);
  });
});
