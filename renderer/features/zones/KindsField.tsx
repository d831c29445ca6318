import { useQuery } from '../../state/queries.ts';
import { Select } from '../../ui/forms/Select.tsx';
import { PickMany } from './PickMany.tsx';
import styles from './RuleForm.module.css';
import { type DraftZone, withKinds } from './zones-draft.ts';

const WHICH = [
  { id: 'any', label: 'Stories of any kind' },
  { id: 'only', label: 'Only these kinds' },
  { id: 'except', label: 'All kinds except these' },
] as const;

/**
 * KindsField chooses the kinds of story for the zone. The library's own kinds are offered, and any other may be
 * typed.
 */
export function KindsField({
  kinds: { which, list },
  onChange,
  error,
}: {
  kinds: DraftZone['kinds'];
  onChange: (kinds: DraftZone['kinds']) => void;
  error: string | undefined;
}) {
  const known = useQuery('stories.kinds', {}).data ?? [];
  const isListed = (kind: string) => list.some((one) => one.toLowerCase() === kind.toLowerCase());

  function optionsFor(text: string) {
    const wanted = text.trim();
    const all = withKinds(known, list.join(','));
    const found = all.filter((kind) => kind.toLowerCase().includes(wanted.toLowerCase()));
    const isNew = wanted !== '' && !all.some((kind) => kind.toLowerCase() === wanted.toLowerCase());
    return [
      ...found.map((kind) => ({ id: kind, label: kind })),
      ...(isNew ? [{ id: wanted, label: `Add “${wanted}”`, detail: 'no story has this kind yet' }] : []),
    ];
  }

  const drop = (kind: string) =>
    onChange({ which, list: list.filter((one) => one.toLowerCase() !== kind.toLowerCase()) });

  return (
    <div className={styles['kinds']}>
      <Select label="Kinds" value={which} onChange={(next) => onChange({ which: next, list })} options={WHICH} />
      {which === 'any' ? null : (
        <PickMany
          label={which === 'only' ? 'Kinds to take' : 'Kinds to leave out'}
          opener={list.length === 0 ? 'Choose kinds' : 'Add another kind'}
          chosen={list.map((kind) => ({ id: kind, label: kind }))}
          placeholder="A kind of story"
          optionsFor={optionsFor}
          isPicked={isListed}
          onPick={(kind) => (isListed(kind) ? drop(kind) : onChange({ which, list: withKinds(list, kind) }))}
          onDrop={drop}
          empty="No story has a kind yet. Type one to add it."
          error={error}
        />
      )}
    </div>
  );
}
