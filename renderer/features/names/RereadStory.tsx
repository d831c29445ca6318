import { Check, SkipForward, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { keyName } from '../../../shared/keys.ts';
import type { Reread, RereadVerdict } from '../../../shared/tagging/names.ts';
import type { TextField } from '../../../shared/tagging/reasons.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { isTextField } from '../../commands/keyboard.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import { Marked } from './Marked.tsx';
import { answerReread } from './name-actions.ts';
import { LEVEL_TONES } from './names-model.ts';
import styles from './RereadView.module.css';
import { keyOfReread } from './reread-model.ts';

type Judgement = RereadVerdict | 'skipped';

/** Bound by position, so that the keys are in the same place on every layout. */
const KEYS: Record<string, Judgement> = { KeyR: 'right', KeyW: 'wrong', KeyS: 'skipped' };

/** RereadStory shows one accepted suggestion with its story, to be judged right, wrong or skipped. */
export function RereadStory({
  reread,
  position,
  total,
  next,
}: {
  reread: Reread;
  position: number;
  total: number;
  /** What a screen reader hears of the next suggestion; empty at the end. */
  next: string;
}) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const keys = useSession((s) => s.preferences.keys);
  const layout = useSession((s) => s.keyLayout);
  const [isWorking, setWorking] = useState(false);
  const name = byCode.get(reread.code)?.shortName ?? reread.code;
  const keyOf = (code: string) => (keys.singleLetter ? keyName(code, layout) : null);

  async function judge(judgement: Judgement) {
    if (isWorking) return;
    const { answerReread: keep, announce } = state.session.getState();
    const key = keyOfReread(reread);
    if (judgement === 'skipped') {
      keep(key, { verdict: 'skipped' });
      announce(`Skipped. ${next}`.trim());
      return;
    }
    setWorking(true);
    const entryId = await answerReread(state, reread, judgement);
    setWorking(false);
    if (entryId === 'gone') keep(key, { verdict: 'gone' });
    else if (entryId !== null) {
      keep(key, { verdict: judgement, entryId });
      announce(`${judgement === 'right' ? 'Right.' : `Wrong. Removed ${name}.`} ${next}`.trim());
    }
  }

  const newest = useRef(judge);
  newest.current = judge;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { dialog, question, preferences } = state.session.getState();
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.repeat;
      const judgement = KEYS[event.code];
      if (!judgement || !isPlain || !preferences.keys.singleLetter || event.defaultPrevented) return;
      const isElsewhere = event.target instanceof Element && event.target.closest('[role=dialog],[role=menu]') !== null;
      if (dialog !== null || question !== null || isElsewhere || isTextField(event.target)) return;
      event.preventDefault();
      void newest.current(judgement);
    }
    // Listen in the capture phase, so that these letters do not run the window's shortcuts.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [state]);

  const level = reread.evidence?.level;
  return (
    <section className={layoutStyles['column']} aria-label={`${position} of ${total}`}>
      <div className={styles['copy']} key={keyOfReread(reread)}>
        <p className={cx(styles['quiet'], textStyles['quiet'])}>
          {position} of {total}
          {' · '}
          {reread.publishedAt ? longDay(reread.publishedAt) : `undated, first seen ${longDay(reread.firstSeenOn)}`}
        </p>
        <h3 className={styles['title']}>
          <Words reread={reread} field="headline" words={reread.headline} />
        </h3>
        {reread.standfirst ? (
          <p className={styles['standfirst']}>
            <Words reread={reread} field="standfirst" words={reread.standfirst} />
          </p>
        ) : null}
        {reread.alt ? (
          <p className={styles['label']}>
            <span className={cx(styles['quiet'], textStyles['quiet'])}>Image label: </span>
            <Words reread={reread} field="alt" words={reread.alt} />
          </p>
        ) : null}
        {reread.body ? (
          <p className={styles['body']}>
            <Words reread={reread} field="body" words={reread.body} />
          </p>
        ) : null}
      </div>
      <div className={styles['verdict']}>
        <p className={styles['ask']}>
          <span>
            Filed to <strong>{name}</strong>, {reread.strength}
          </span>
          {level ? <Chip tone={LEVEL_TONES[level]}>{level}</Chip> : null}
        </p>
        <p>{reread.why ?? 'The reason was not saved.'}</p>
        <p className={cx(styles['quiet'], textStyles['quiet'])}>
          Accepted by {reread.by}, {longDay(reread.at)}
        </p>
        <div className={styles['buttons']}>
          <Button
            variant="primary"
            icon={<Check size={15} aria-hidden="true" />}
            keys={keyOf('KeyR')}
            onPress={() => void judge('right')}
          >
            Right
          </Button>
          <Button icon={<X size={15} aria-hidden="true" />} keys={keyOf('KeyW')} onPress={() => void judge('wrong')}>
            Wrong, remove tag
          </Button>
          <Button
            variant="quiet"
            icon={<SkipForward size={15} aria-hidden="true" />}
            keys={keyOf('KeyS')}
            onPress={() => void judge('skipped')}
          >
            Skip
          </Button>
        </div>
      </div>
    </section>
  );
}

/** The words of a field, with the phrase marked if it is still there. The story may have been edited since. */
function Words({ reread: { evidence }, field, words }: { reread: Reread; field: TextField; words: string }) {
  const isThere = evidence?.field === field && words.slice(evidence.start, evidence.end) === evidence.phrase;
  return isThere && evidence ? <Marked words={words} start={evidence.start} end={evidence.end} /> : words;
}
