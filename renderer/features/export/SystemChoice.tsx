import { useMemo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { System, SystemCode } from '../../../shared/models.ts';
import { useSession } from '../../state/app-state.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/forms/Checkbox.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { byRegion, withoutSystems, withSystems } from './export-model.ts';
import styles from './SystemChoice.module.css';

/** SystemChoice chooses all active systems or some of them, by region. */
export function SystemChoice({ systems, chosen }: { systems: readonly System[]; chosen: ReadonlySet<SystemCode> }) {
  const what = useSession((s) => s.exportWhat);
  const setExport = useSession((s) => s.setExport);
  const isRunning = useSession((s) => s.exportRun.kind === 'running');
  const regions = useMemo(() => byRegion(systems, chosen), [systems, chosen]);
  const add = (codes: readonly SystemCode[]) => setExport({ exportSystems: withSystems(chosen, codes) });
  const remove = (codes: readonly SystemCode[]) => setExport({ exportSystems: withoutSystems(chosen, codes) });

  return (
    <section aria-label="Which pages" className={layoutStyles['parts']}>
      <RadioGroup
        value={what}
        onChange={(value) => setExport({ exportWhat: value === 'some' ? 'some' : 'all' })}
        isDisabled={isRunning}
        className={styles['radios'] ?? ''}
      >
        <Label className={styles['label'] ?? ''}>Pages</Label>
        <Radio value="all" className={styles['radio'] ?? ''}>
          All {systems.length} active systems
        </Radio>
        <Radio value="some" className={styles['radio'] ?? ''}>
          Some systems
        </Radio>
      </RadioGroup>
      {what === 'some' ? (
        <div className={layoutStyles['form']}>
          {regions.map((region) => {
            const codes = region.systems.map((system) => system.code);
            return (
              <fieldset key={region.region} className={styles['region']} disabled={isRunning}>
                <legend className={styles['legend']}>
                  {region.region}
                  <span className={styles['count']}>
                    {region.chosen === 'some' ? `${region.count} of ${codes.length}` : region.chosen}
                  </span>
                </legend>
                <div className={styles['both']}>
                  <Button
                    variant="quiet"
                    aria-label={`Add all of ${region.region}`}
                    isDisabled={isRunning || region.chosen === 'all'}
                    onPress={() => add(codes)}
                  >
                    Add all
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`Remove all of ${region.region}`}
                    isDisabled={isRunning || region.chosen === 'none'}
                    onPress={() => remove(codes)}
                  >
                    Remove all
                  </Button>
                </div>
                <ul className={styles['systems']}>
                  {region.systems.map((system) => (
                    <li key={system.code}>
                      <Checkbox
                        isSelected={chosen.has(system.code)}
                        isDisabled={isRunning}
                        onChange={(isOn) => (isOn ? add([system.code]) : remove([system.code]))}
                      >
                        {system.shortName}
                      </Checkbox>
                    </li>
                  ))}
                </ul>
              </fieldset>
            );
          })}
        </div>
      ) : null}
    </section>
  );
}
