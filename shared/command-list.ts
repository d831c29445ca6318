export type CommandMenu = 'file' | 'edit' | 'view' | 'go' | 'queue' | 'story' | 'page' | 'help';

/**
 * Every action that an editor can call by name: the native menu, the palette, the shortcuts and the buttons all read
 * this list. A shortcut is modifiers and a key joined by `+`: `Mod` is Command on a Mac and Ctrl elsewhere, and the key
 * is named as in `KeyboardEvent.key` (letters in capitals). A shortcut without `Mod` or `Alt` works only outside text
 * fields, so a native menu may show it but must not bind it. A command with a `code` is bound to a physical key
 * (`KeyboardEvent.code`), whatever the layout prints on it. It works only in the queue, and the settings can change its
 * key.
 */
export const COMMANDS = [
  { id: 'story.new', label: 'New story', menu: 'file', shortcut: 'N' },
  { id: 'names.add', label: 'Add a name', menu: 'file', shortcut: 'A' },
  { id: 'import.start', label: 'Import…', menu: 'file', shortcut: 'Mod+I' },
  { id: 'export.start', label: 'Export pages', menu: 'file', shortcut: 'Mod+E' },
  { id: 'library.open', label: 'Open library…', menu: 'file', shortcut: 'Mod+O' },
  { id: 'library.openSample', label: 'Open the sample library', menu: 'file', shortcut: null },
  { id: 'library.freshSample', label: 'Start the sample afresh…', menu: 'file', shortcut: null },
  { id: 'library.openOwn', label: 'Back to my library', menu: 'file', shortcut: null },
  { id: 'library.backup', label: 'Back up…', menu: 'file', shortcut: null },
  { id: 'app.settings', label: 'Settings…', menu: 'file', shortcut: 'Mod+,' },

  { id: 'edit.undo', label: 'Undo', menu: 'edit', shortcut: 'Mod+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'edit', shortcut: 'Mod+Shift+Z' },
  { id: 'story.selectAll', label: 'Select all stories found', menu: null, shortcut: 'Mod+A' },
  { id: 'story.selectNone', label: 'Clear the selection', menu: 'edit', shortcut: 'Escape' },
  { id: 'story.search', label: 'Find in stories', menu: 'edit', shortcut: '/' },

  { id: 'app.palette', label: 'Search and commands', menu: 'view', shortcut: 'Mod+K' },
  { id: 'view.details', label: 'Show or hide the right pane', menu: 'view', shortcut: 'Mod+.' },
  { id: 'view.themeSystem', label: 'Theme: match the system', menu: 'view', shortcut: null },
  { id: 'view.themeLight', label: 'Theme: light', menu: 'view', shortcut: null },
  { id: 'view.themeDark', label: 'Theme: dark', menu: 'view', shortcut: null },

  { id: 'go.queue', label: 'Queue', menu: 'go', shortcut: 'Mod+1' },
  { id: 'go.stories', label: 'Stories', menu: 'go', shortcut: 'Mod+2' },
  { id: 'go.pages', label: 'Pages', menu: 'go', shortcut: 'Mod+3' },
  { id: 'go.export', label: 'Export', menu: 'go', shortcut: 'Mod+4' },
  { id: 'go.history', label: 'History', menu: 'go', shortcut: 'Mod+5' },
  { id: 'go.names', label: 'Names', menu: 'go', shortcut: 'Mod+6' },
  { id: 'go.register', label: 'Register', menu: 'go', shortcut: 'Mod+7' },
  { id: 'go.map', label: 'Coverage map', menu: 'go', shortcut: null },
  { id: 'go.reread', label: 'Spot-check accepted suggestions', menu: 'go', shortcut: null },
  { id: 'go.rejections', label: 'Rejections', menu: 'go', shortcut: null },
  { id: 'go.unfiled', label: 'Stories not filed', menu: 'go', shortcut: null },
  { id: 'go.national', label: 'National stories', menu: 'go', shortcut: null },
  { id: 'go.undated', label: 'Undated stories', menu: 'go', shortcut: null },
  { id: 'go.withdrawn', label: 'Withdrawn stories', menu: 'go', shortcut: null },
  { id: 'go.possibleDuplicates', label: 'Possible duplicates', menu: 'go', shortcut: null },

  { id: 'queue.done', label: 'Done and next', menu: 'queue', shortcut: 'E', code: 'KeyE' },
  { id: 'queue.acceptAll', label: 'Accept all and next', menu: 'queue', shortcut: 'A', code: 'KeyA' },
  { id: 'queue.next', label: 'Next story', menu: 'queue', shortcut: 'J', code: 'KeyJ' },
  { id: 'queue.previous', label: 'Previous story', menu: 'queue', shortcut: 'K', code: 'KeyK' },
  { id: 'queue.national', label: 'National', menu: 'queue', shortcut: 'N', code: 'KeyN' },
  { id: 'queue.notNational', label: 'Not national', menu: 'queue', shortcut: 'Shift+N', code: 'KeyN' },
  { id: 'queue.another', label: 'Add another system', menu: 'queue', shortcut: 'T', code: 'KeyT' },
  { id: 'queue.strength', label: 'Next strength', menu: 'queue', shortcut: 'S', code: 'KeyS' },
  { id: 'queue.changeTags', label: 'Change tags…', menu: 'queue', shortcut: 'C', code: 'KeyC' },
  { id: 'queue.openPage', label: 'Open page', menu: 'queue', shortcut: 'O', code: 'KeyO' },
  { id: 'queue.accept1', label: 'Accept offer 1', menu: null, shortcut: '1', code: 'Digit1' },
  { id: 'queue.accept2', label: 'Accept offer 2', menu: null, shortcut: '2', code: 'Digit2' },
  { id: 'queue.accept3', label: 'Accept offer 3', menu: null, shortcut: '3', code: 'Digit3' },
  { id: 'queue.accept4', label: 'Accept offer 4', menu: null, shortcut: '4', code: 'Digit4' },
  { id: 'queue.accept5', label: 'Accept offer 5', menu: null, shortcut: '5', code: 'Digit5' },
  { id: 'queue.accept6', label: 'Accept offer 6', menu: null, shortcut: '6', code: 'Digit6' },
  { id: 'queue.accept7', label: 'Accept offer 7', menu: null, shortcut: '7', code: 'Digit7' },
  { id: 'queue.accept8', label: 'Accept offer 8', menu: null, shortcut: '8', code: 'Digit8' },
  { id: 'queue.accept9', label: 'Accept offer 9', menu: null, shortcut: '9', code: 'Digit9' },
  { id: 'queue.reject1', label: 'Reject offer 1', menu: null, shortcut: 'Shift+1', code: 'Digit1' },
  { id: 'queue.reject2', label: 'Reject offer 2', menu: null, shortcut: 'Shift+2', code: 'Digit2' },
  { id: 'queue.reject3', label: 'Reject offer 3', menu: null, shortcut: 'Shift+3', code: 'Digit3' },
  { id: 'queue.reject4', label: 'Reject offer 4', menu: null, shortcut: 'Shift+4', code: 'Digit4' },
  { id: 'queue.reject5', label: 'Reject offer 5', menu: null, shortcut: 'Shift+5', code: 'Digit5' },
  { id: 'queue.reject6', label: 'Reject offer 6', menu: null, shortcut: 'Shift+6', code: 'Digit6' },
  { id: 'queue.reject7', label: 'Reject offer 7', menu: null, shortcut: 'Shift+7', code: 'Digit7' },
  { id: 'queue.reject8', label: 'Reject offer 8', menu: null, shortcut: 'Shift+8', code: 'Digit8' },
  { id: 'queue.reject9', label: 'Reject offer 9', menu: null, shortcut: 'Shift+9', code: 'Digit9' },

  { id: 'moves.carry', label: 'Carry stories over to new systems', menu: null, shortcut: null },
  { id: 'moves.none', label: 'Belongs to no successor', menu: 'queue', shortcut: '0', code: 'Digit0' },

  { id: 'story.edit', label: 'Edit story', menu: 'story', shortcut: 'E' },
  { id: 'story.addSystems', label: 'Add systems', menu: 'story', shortcut: 'T' },
  { id: 'story.removeSystems', label: 'Remove systems', menu: 'story', shortcut: 'Shift+T' },
  { id: 'story.makeNational', label: 'Make national', menu: 'story', shortcut: null },
  { id: 'story.endNational', label: 'Make not national', menu: 'story', shortcut: null },
  { id: 'story.changeTags', label: 'Change tags…', menu: 'story', shortcut: null },
  { id: 'story.markReviewed', label: 'Mark as reviewed', menu: 'story', shortcut: null },
  { id: 'story.reopen', label: 'Put back into the queue', menu: 'story', shortcut: null },
  { id: 'story.onPages', label: 'On pages…', menu: 'story', shortcut: 'G' },
  { id: 'story.shelve', label: 'Put on the shelf', menu: 'story', shortcut: 'Shift+H' },
  { id: 'story.copy', label: 'Copy stories', menu: 'story', shortcut: 'Mod+C' },
  { id: 'story.copyCsv', label: 'Copy as CSV', menu: 'story', shortcut: null },
  { id: 'story.withdraw', label: 'Withdraw', menu: 'story', shortcut: null },
  { id: 'story.bringBack', label: 'Bring back', menu: 'story', shortcut: null },

  { id: 'page.filter', label: 'Filter pages', menu: null, shortcut: '/' },
  { id: 'page.moveUp', label: 'Move up', menu: 'page', shortcut: 'Alt+ArrowUp' },
  { id: 'page.moveDown', label: 'Move down', menu: 'page', shortcut: 'Alt+ArrowDown' },
  { id: 'page.moveToTop', label: 'Move to the top', menu: 'page', shortcut: 'Alt+Home' },
  { id: 'page.moveToEnd', label: 'Move to the end', menu: 'page', shortcut: 'Alt+End' },
  { id: 'page.moveToNumber', label: 'Move to number…', menu: 'page', shortcut: 'M' },
  { id: 'page.moveToZone', label: 'Move to zone…', menu: 'page', shortcut: 'Shift+M' },
  { id: 'page.pin', label: 'Pin', menu: 'page', shortcut: 'P' },
  { id: 'page.unpin', label: 'Unpin', menu: 'page', shortcut: 'Shift+P' },
  { id: 'page.takeOff', label: 'Take off this page', menu: 'page', shortcut: 'Delete' },
  { id: 'page.release', label: 'Let the zone fill this place', menu: 'page', shortcut: 'Shift+Delete' },
  { id: 'page.putBack', label: 'Put back last teaser', menu: 'page', shortcut: 'B' },
  { id: 'page.cutTeasers', label: 'Cut teasers', menu: 'page', shortcut: 'Mod+X' },
  { id: 'page.copyTeasers', label: 'Copy teasers', menu: 'page', shortcut: 'Mod+C' },
  { id: 'page.pasteTeasers', label: 'Paste teasers', menu: 'page', shortcut: 'Mod+V' },
  { id: 'page.selectAll', label: 'Select all teasers', menu: null, shortcut: 'Mod+A' },
  { id: 'page.letGo', label: 'Clear the cut or selection', menu: null, shortcut: 'Escape' },
  { id: 'page.reword', label: 'Re-word on this page', menu: 'page', shortcut: 'E' },
  { id: 'page.image', label: 'Change the image on this page', menu: 'page', shortcut: null },
  { id: 'page.copyHtml', label: 'Copy page', menu: 'page', shortcut: null },
  { id: 'page.copyText', label: 'Copy page as text', menu: 'page', shortcut: null },
  { id: 'page.checks', label: 'Checks', menu: 'page', shortcut: 'K' },
  { id: 'page.fixCheck', label: 'Fix this problem', menu: 'page', shortcut: 'F' },
  { id: 'page.silenceCheck', label: 'Silence the check…', menu: 'page', shortcut: 'Shift+K' },
  { id: 'page.keepWords', label: 'Keep our version', menu: 'page', shortcut: null },
  { id: 'page.adoptWords', label: 'Use source version', menu: 'page', shortcut: null },
  { id: 'page.signOff', label: 'Sign off…', menu: 'page', shortcut: 'S' },
  { id: 'page.versions', label: 'Versions', menu: 'page', shortcut: 'V' },
  { id: 'page.preview', label: 'Preview', menu: 'page', shortcut: null },
  { id: 'page.leads', label: 'Lead history', menu: 'page', shortcut: null },
  { id: 'page.jointLead', label: 'Mark as a joint lead', menu: 'page', shortcut: null },
  { id: 'page.endJointLead', label: 'End the joint lead', menu: 'page', shortcut: null },
  { id: 'page.compare', label: 'Compare with another page…', menu: 'page', shortcut: 'W' },
  { id: 'page.twin', label: 'Go to the same story', menu: 'page', shortcut: 'O' },
  { id: 'page.swap', label: 'Swap the two pages', menu: 'page', shortcut: 'Shift+W' },
  { id: 'page.besidePrevious', label: 'Compare with the previous neighbour', menu: 'page', shortcut: ',' },
  { id: 'page.besideNext', label: 'Compare with the next neighbour', menu: 'page', shortcut: '.' },
  { id: 'page.candidates', label: 'Show or hide the candidates', menu: 'page', shortcut: 'C' },
  { id: 'page.shelf', label: 'Show or hide the shelf', menu: 'page', shortcut: 'H' },
  { id: 'page.zones', label: 'Zones…', menu: 'page', shortcut: 'Z' },
  { id: 'templates.manage', label: 'Page templates…', menu: 'page', shortcut: null },
  { id: 'page.previous', label: 'Page of the previous system', menu: 'page', shortcut: '[' },
  { id: 'page.next', label: 'Page of the next system', menu: 'page', shortcut: ']' },

  { id: 'help.shortcuts', label: 'Keyboard shortcuts', menu: 'help', shortcut: '?' },
  { id: 'help.about', label: 'About Patchdesk', menu: 'help', shortcut: null },
] as const satisfies readonly {
  id: string;
  label: string;
  menu: CommandMenu | null;
  shortcut: string | null;
  code?: string;
}[];

export type CommandId = (typeof COMMANDS)[number]['id'];

export interface Command {
  id: CommandId;
  label: string;
  menu: CommandMenu | null;
  shortcut: string | null;
  code?: string;
}

const byId = new Map<string, Command>(COMMANDS.map((command) => [command.id, command]));

export function findCommand(id: string): Command | null {
  return byId.get(id) ?? null;
}

export function getCommand(id: CommandId): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`There is no command ${id}.`);
  return command;
}

/** Whether a text field keeps this shortcut for itself. */
export function isFieldKey(shortcut: string): boolean {
  return !/(^|\+)(Mod|Alt)\+/.test(shortcut);
}
