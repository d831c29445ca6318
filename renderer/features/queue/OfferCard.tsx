import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Strength, SystemCode } from '../../../shared/models.ts';
import type { Offer } from '../../../shared/tagging/suggestions.ts';
import { useAppState } from '../../state/app-state.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './OfferCard.module.css';
import { acceptOffer, offerAgain, rejectOffer, setStrength, takeBackTag } from './queue-actions.ts';
import { STRENGTH_LABELS } from './queue-words.ts';
import { StrengthSwitch } from './StrengthSwitch.tsx';

/** A machine's work is dashed, an editor's solid, and what was rejected steps back. */
export function Card({
  name,
  state,
  cap,
  tone,
  level,
  why,
  children,
}: {
  name: string;
  state: Offer['state'];
  /** The key that accepts it; null where it has none. */
  cap: string | null;
  tone: ChipTone;
  level: string;
  why: string | null;
  children: ReactNode;
}) {
  return (
    <li className={cx(styles['card'], styles[state])} aria-label={name}>
      <div className={styles['cap']}>
        {state === 'accepted' ? (
          <Check size={16} aria-label="Filed" role="img" className={styles['tick']} />
        ) : cap ? (
          <Kbd>{cap}</Kbd>
        ) : null}
      </div>
      <div className={styles['content']}>
        <div className={styles['top']}>
          <h3 className={styles['name']}>{name}</h3>
          <Chip tone={state === 'rejected' ? 'plain' : tone} className={styles['level']}>
            {state === 'rejected' ? 'rejected' : level}
          </Chip>
        </div>
        {why ? <p className={styles['why']}>{why}</p> : null}
        <div className={styles['actions']}>{children}</div>
      </div>
    </li>
  );
}

/** One system on offer, and what can be decided about it. */
export function OfferCard({
  offer,
  name,
  cap,
  strength,
  usual,
  isNext,
}: {
  offer: Offer;
  name: string;
  cap: string | null;
  /** How it is filed; null while it is not. */
  strength: Strength | null;
  /** The strength it is accepted with when nothing else is said. */
  usual: Strength;
  /** The next one to decide on: its button stands out. */
  isNext: boolean;
}) {
  const state = useAppState();
  const { code } = offer;
  const other = usual === 'about' ? 'affects' : 'about';
  return (
    <Card name={name} state={offer.state} cap={cap} tone={offer.level} level={offer.level} why={offer.why}>
      {offer.state === 'accepted' && strength ? (
        <Filed code={code} name={name} strength={strength} />
      ) : offer.state === 'rejected' ? (
        <Button aria-label={`Offer again: ${name}`} onPress={() => void offerAgain(state, code)}>
          Offer again
        </Button>
      ) : (
        <>
          <Button
            variant={isNext ? 'primary' : 'plain'}
            aria-label={`Accept, ${usual}: ${name}`}
            onPress={() => void acceptOffer(state, code)}
          >
            Accept, {usual}
          </Button>
          <Button
            aria-label={`${STRENGTH_LABELS[other]}: ${name}`}
            onPress={() => void acceptOffer(state, code, other)}
          >
            {STRENGTH_LABELS[other]}
          </Button>
          <Button variant="quiet" aria-label={`Reject: ${name}`} onPress={() => void rejectOffer(state, code)}>
            Reject
          </Button>
        </>
      )}
    </Card>
  );
}

export function Filed({ code, name, strength }: { code: SystemCode; name: string; strength: Strength }) {
  const state = useAppState();
  return (
    <>
      <StrengthSwitch name={name} value={strength} onChange={(next) => void setStrength(state, code, next)} />
      <Button
        variant="quiet"
        className={styles['back']}
        aria-label={`Remove: ${name}`}
        onPress={() => void takeBackTag(state, code)}
      >
        Remove{' '}
      </Button>
    </>
  );
}
