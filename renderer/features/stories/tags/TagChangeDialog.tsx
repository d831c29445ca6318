import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { type Selection, STRENGTHS, type Strength, type SystemCode } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { useAppState } from '../../../state/app-state.tsx';
import type { OfferedTag } from '../../../state/dialogs.ts';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { NOTHING_SELECTED } from '../../../state/selection.ts';
import { write } from '../../../state/writes.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Checkbox } from '../../../ui/forms/Checkbox.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';
import { formatOutside } from '../selected-words.ts';
import { SystemChooser } from './SystemChooser.tsx';
import styles from './TagChangeDialog.module.css';
import { TagConsequences } from './TagConsequences.tsx';
import { EMPTY_BASKET, type TagBasket, toChange } from './tag-change-model.ts';
import { STRENGTH_WORDS, shareOf } from './tag-model.ts';
import { useTagState } from './use-tag-state.ts';

const STRENGTH_OPTIONS = STRENGTHS.map((id) => ({ id, label: STRENGTH_WORDS[id].label }));
const NATIONAL_OPTIONS = [
  { id: 'keep', label: 'National: no change' },
  { id: 'add', label: 'Make national' },
  { id: 'remove', label: 'Make not national' },
] as const;

const keyOf = ({ id, code }: OfferedTag) => `${id} ${code}`;

/**
 * TagChangeDialog changes tags of several stories in one step: the changes on the left, their effect on pages on the
 * right.
 */
export function TagChangeDialog({
  selection,
  offered,
  onClose,
}: {
  selection: Selection;
  /** The offers of the stories' rows on screen. */
  offered: readonly OfferedTag[];
  onClose: () => void;
}) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const tags = useTagState(selection);
  const [basket, setBasket] = useState<TagBasket>(EMPTY_BASKET);
  const [isWorking, setWorking] = useState(false);
  const offers = useId();
  const change = toChange(basket, selection);
  const preview = useQuery('tags.preview', change, { keepPrevious: true });
  const total = tags.data?.total ?? (selection.kind === 'ids' ? selection.ids.length : 0);
  const name = (code: SystemCode) => byCode.get(code)?.shortName ?? code;
  const put = (more: Partial<TagBasket>) => setBasket((now) => ({ ...now, ...more }));
  const taken = new Set(basket.accept.map(keyOf));
  const changing = change ? (preview.data?.stories ?? 0) : 0;

  async function apply() {
    if (!change || isWorking) return;
    setWorking(true);
    const done = await write(state, 'tags.change', change);
    setWorking(false);
    if (!done) return;
    onClose();
    // The ticked stories have been handled, so clear the selection.
    if (state.session.getState().place === 'queue') state.session.getState().setQueueSelection(NOTHING_SELECTED);
  }

  return (
    <Dialog
      title={`Change tags of ${counted(total, 'story', 'stories')}${formatOutside(total, tags.data?.outside ?? 0)}`}
      width="wide"
      isDismissable={change === null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={changing === 0 || preview.isPrevious || preview.error !== null}
            isPending={isWorking}
            onPress={() => void apply()}
          >
            {changing === 0 ? 'Change' : `Change ${counted(changing, 'story', 'stories')}`}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['basket']}>
          {offered.length > 0 ? (
            <section className={styles['part']} aria-labelledby={offers}>
              <div className={styles['title']}>
                <h3 id={offers} className={textStyles['title']}>
                  Accept offers on screen
                </h3>
                <Button variant="quiet" onPress={() => put({ accept: taken.size === offered.length ? [] : offered })}>
                  {taken.size === offered.length ? 'None' : `All ${offered.length}`}
                </Button>
              </div>
              <ul className={styles['offers']}>
                {offered.map((offer) => (
                  <li key={keyOf(offer)}>
                    <Checkbox
                      isSelected={taken.has(keyOf(offer))}
                      onChange={(isOn) =>
                        put({
                          accept: isOn
                            ? [...basket.accept, offer]
                            : basket.accept.filter((one) => keyOf(one) !== keyOf(offer)),
                        })
                      }
                    >
                      <span className={styles['offer']}>
                        <span className={styles['headline']}>{offer.headline}</span>
                        <span className={styles['system']}>
                          <span>
                            <b>{name(offer.code)}</b>, {offer.strength}
                          </span>
                          <Chip tone={offer.level}>{offer.level}</Chip>
                        </span>
                        <span className={textStyles['quiet']}>{offer.why}</span>
                      </span>
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section className={styles['part']} aria-label="Add">
            <div className={styles['title']}>
              <h3 className={textStyles['title']}>Add to all of them</h3>
              <SystemChooser
                label="Add a system…"
                hint="System to add"
                exclude={[...basket.add.map(({ code }) => code), ...basket.remove]}
                onChoose={(code) => put({ add: [...basket.add, { code, strength: 'about' }] })}
              />
            </div>
            <ul>
              {basket.add.map(({ code, strength }) => (
                <li key={code} className={styles['line']}>
                  <span className={layoutStyles['wide']}>{name(code)}</span>
                  <Select<Strength>
                    label={`How much the stories concern ${name(code)}`}
                    hideLabel
                    value={strength}
                    options={STRENGTH_OPTIONS}
                    onChange={(next) =>
                      put({ add: basket.add.map((one) => (one.code === code ? { code, strength: next } : one)) })
                    }
                  />
                  <IconButton
                    label={`Do not add ${name(code)}`}
                    icon={<X size={14} aria-hidden="true" />}
                    onPress={() => put({ add: basket.add.filter((one) => one.code !== code) })}
                  />
                </li>
              ))}
            </ul>
          </section>
          {tags.data && tags.data.systems.length > 0 ? (
            <section className={styles['part']} aria-label="Remove">
              <h3 className={textStyles['title']}>Remove</h3>
              <ul className={styles['present']}>
                {tags.data.systems.map(({ code, count }) => (
                  <li key={code} className={styles['line']}>
                    <Checkbox
                      isSelected={basket.remove.includes(code)}
                      isDisabled={basket.add.some((one) => one.code === code)}
                      onChange={(isOn) =>
                        put({ remove: isOn ? [...basket.remove, code] : basket.remove.filter((one) => one !== code) })
                      }
                    >
                      {name(code)}
                    </Checkbox>
                    <span className={textStyles['quiet']}>{shareOf(count, total)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section className={styles['part']} aria-label="Marks">
            <Select
              label="National"
              hideLabel
              value={basket.national}
              options={NATIONAL_OPTIONS}
              onChange={(national) => put({ national })}
            />
            <Checkbox isSelected={basket.reviewed} onChange={(reviewed) => put({ reviewed })}>
              Mark as reviewed as well
            </Checkbox>
          </section>
        </div>
        <TagConsequences
          isAsked={change !== null}
          preview={preview}
          reviewing={basket.reviewed ? total : null}
          name={name}
        />
      </div>
    </Dialog>
  );
}
