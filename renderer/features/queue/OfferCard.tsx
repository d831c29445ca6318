import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Strength, SystemCode } from '../../../shared/models.ts';
import type { Offer } from '../../../shared/tagging/suggestions.ts';
import { useAppState } from '../../state/app-state.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './OfferCard.module.css';
import { acceptOffer, offerAgain, rejectOffer, setStrength, takeBackTag } from './queue-actions.ts';
import { STRENGTH_LABELS } from './queue-words.ts';
import { StrengthSwitch } from './StrengthSwitch.tsx';

/** Card draws offers dashed, editors' tags solid, and rejected offers faint. */
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
  /** The key that accepts the offer; null where there is none. */
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
          <Chip tone={state === 'rejected' ? 'plain' : tone} className={layoutStyles['fixed']}>
            {state === 'rejected' ? 'rejected' : level}
          </Chip>
        </div>
        {why ? <p className={cx(styles['why'], textStyles['secondAnywhere'])}>{why}</p> : null}
        <div className={layoutStyles['wrapsBelow']}>{children}</div>
      </div>
    </li>
  );
}

/** OfferCard shows one offered system and its actions. */
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
  /** The strength of the tag; null while the story is not filed to the system. */
  strength: Strength | null;
  /** The strength with which the offer is accepted by default. */
  usual: Strength;
  /** True for the next offer to decide on, whose button is highlighted. */
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
