import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { COMMANDS, findCommand } from '../../shared/command-list.ts';
import type { StoryRow, System } from '../../shared/models.ts';
import { shortDay } from '../../shared/words/day-words.ts';
import { useCommandKeys, useCommands } from '../commands/context.tsx';
import { rankCommands, withRecent } from '../commands/ranking.ts';
import { useAppState, useSession } from '../state/app-state.tsx';
import { savePreferences } from '../state/preferences.ts';
import { useLibraryInfo, useQuery, useSystems, useSystemsByCode } from '../state/queries.ts';
import { useSettled } from '../state/settled.ts';
import { ALL_STORIES } from '../state/story-query.ts';
import { formatSuccessors, searchWithSuccessors } from '../state/system-search.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PickList, type PickOption } from '../ui/forms/PickList.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import textStyles from '../ui/text.module.css';
import styles from './PaletteDialog.module.css';

const MOST_STORIES = 8;
const MOST_SYSTEMS = 4;
const MOST_COMMANDS = 6;
const SETTLE_MS = 60;

/** PaletteDialog searches stories, systems and commands in one field. Text after `>` finds commands only. */
export function PaletteDialog({ text: startText, onClose }: { text: string; onClose: () => void }) {
  const state = useAppState();
  const { session } = state;
  const recent = useSession((s) => s.preferences.recentCommands);
  const { registry } = useCommands();
  const keysOf = useCommandKeys();
  const [text, setText] = useState(startText);
  const isCommand = text.trimStart().startsWith('>');
  const words = isCommand ? text.trimStart().slice(1).trim() : text.trim();
  const today = useLibraryInfo().data?.today ?? '';
  const systems = useSystems();
  const byCode = useSystemsByCode();

  const searched = useSettled(isCommand ? '' : words, SETTLE_MS);
  const found = useQuery(
    'stories.list',
    searched === ''
      ? null
      : { query: { ...ALL_STORIES, text: searched.slice(0, 400), withdrawn: 'show' }, limit: MOST_STORIES },
    { keepPrevious: true },
  );
  const hits = !isCommand && words !== '' && searched !== '' ? found.data : undefined;

  const recentIds = useMemo(() => recent.flatMap((id) => findCommand(id)?.id ?? []), [recent]);
  const commands = rankCommands(
    COMMANDS.filter((command) => command.id !== 'app.palette' && registry.isEnabled(command.id)),
    words,
    recentIds,
  ).slice(0, isCommand || words === '' ? undefined : MOST_COMMANDS);
  const places = isCommand || words === '' ? [] : searchWithSuccessors(systems, words).slice(0, MOST_SYSTEMS);

  const options: PickOption[] = [
    ...places.map((system) => systemOption(system, formatSuccessors(system, byCode))),
    ...(hits?.stories ?? []).map((story) => storyOption(story, today)),
    ...(hits && hits.total > 0
      ? [
          {
            id: 'all',
            section: 'Stories',
            content: `Show ${hits.total === 1 ? 'the one story' : `all ${hits.total.toLocaleString('en-GB')} stories`} found in the table`,
          },
        ]
      : []),
    ...commands.map((command) => {
      const keys = keysOf(command.id);
      return {
        id: `command ${command.id}`,
        section: words === '' && recentIds.includes(command.id) ? 'Recent commands' : 'Commands',
        content: (
          <>
            <span className={textStyles['line']}>{command.label}</span>
            {keys ? <Kbd>{keys}</Kbd> : null}
          </>
        ),
      };
    }),
  ];

  function pick(id: string) {
    const [kind, key] = id.split(' ');
    onClose();
    const story = hits?.stories.find((one) => one.id === key);
    const system = places.find((one) => one.code === key);
    const command = kind === 'command' && key ? findCommand(key) : null;
    if (kind === 'all') session.getState().showView(null);
    if (kind === 'all') session.getState().setQuery({ text: words, withdrawn: 'show' });
    else if (kind === 'story' && story) session.getState().showStory(story.id, story.headline);
    else if (kind === 'system' && system) session.getState().openPage(system.code);
    // Wait until the palette has closed and restored the focus, so that the command can move it.
    else if (command) {
      void savePreferences(state, { recentCommands: withRecent(recent, command.id) });
      setTimeout(() => registry.run(command.id));
    }
  }

  return (
    <Dialog title="Search and commands" bare onClose={onClose}>
      <PickList
        label="Search stories, systems and commands"
        icon={<Search size={16} aria-hidden="true" />}
        placeholder="Words of a story, a system, or > and a command"
        text={text}
        onText={setText}
        options={options}
        onPick={pick}
        onEscape={onClose}
        empty={
          found.error
            ? found.error.message
            : found.loading
              ? 'Searching…'
              : 'No results. Try fewer letters, or a system’s code or abbreviation.'
        }
      />
    </Dialog>
  );
}

function systemOption(system: System, former: string | null): PickOption {
  return {
    id: `system ${system.code}`,
    section: 'Pages',
    content: (
      <>
        <span className={textStyles['line']}>{system.shortName}</span>
        <span className={textStyles['detail']}>{former ?? system.code}</span>
      </>
    ),
  };
}

function storyOption(story: StoryRow, today: string): PickOption {
  const day = story.publishedAt ? shortDay(story.publishedAt, today) : 'undated';
  return {
    id: `story ${story.id}`,
    section: 'Stories',
    content: (
      <>
        <span className={cx(styles['headline'], textStyles['line'])}>{story.headline}</span>
        <span className={textStyles['detail']}>{story.withdrawn ? 'withdrawn' : day}</span>
      </>
    ),
  };
}
