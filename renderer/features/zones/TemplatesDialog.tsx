import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MethodInput } from '../../../shared/contract.ts';
import { FIRST_TEMPLATE, sameZones, type TemplateId } from '../../../shared/pages/fill-rules.ts';
import { counted } from '../../../shared/words/counted.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { useUnsaved } from '../../state/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/forms/Field.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { Consequence, useOutlook } from './Consequence.tsx';
import { useZonesDraft } from './use-zones-draft.ts';
import styles from './ZonesWorkbench.module.css';
import { focusMistake, formatSaveStatus, ZonesWorkbench } from './ZonesWorkbench.tsx';
import { removeTemplate, saveTemplate } from './zone-actions.ts';
import { LONGEST_NAME, toDraft } from './zones-draft.ts';
import { nameProblem, type TemplateInUse } from './zones-plan.ts';

const TITLE = 'Page templates';
/** Key of the new template, which has no id yet. */
const NEW = 'new';

/** TemplatesDialog edits templates. A change to one reaches every page that follows it. */
export function TemplatesDialog({ id, onClose }: { id: TemplateId | null; onClose: () => void }) {
  const templates = useQuery('templates.list', {});
  const [chosen, setChosen] = useState<TemplateId | typeof NEW | null>(id);
  // A new template starts with the zones on screen.
  const [model, setModel] = useState<TemplateInUse | null>(null);
  const [serial, setSerial] = useState(0);
  if (!templates.data) {
    return (
      <Dialog title={TITLE} width="full" onClose={onClose}>
        {templates.error ? (
          <ErrorState
            title="The templates could not be read"
            message={templates.error.message}
            onRetry={templates.retry}
          />
        ) : (
          <div className={styles['loading']}>
            <Skeleton lines={6} label="Loading the templates" />
          </div>
        )}
      </Dialog>
    );
  }
  const known = templates.data.find((one) => one.id === chosen);
  const first = templates.data.find((one) => one.id === FIRST_TEMPLATE) ?? templates.data[0];
  const shown = chosen === NEW ? model : (known ?? first);
  if (!shown) return null;
  const isNew = chosen === NEW;
  return (
    <Editor
      // A new key resets the form for another template, and after saving.
      key={`${isNew ? NEW : shown.id} ${serial}`}
      templates={templates.data}
      template={shown}
      isNew={isNew}
      onChoose={setChosen}
      onNew={(from) => {
        setModel(from);
        setChosen(NEW);
      }}
      onSaved={(saved) => {
        setChosen(saved);
        setSerial(serial + 1);
      }}
      onClose={onClose}
    />
  );
}

function Editor({
  templates,
  template: given,
  isNew,
  onChoose,
  onNew,
  onSaved,
  onClose,
}: {
  templates: readonly TemplateInUse[];
  template: TemplateInUse;
  isNew: boolean;
  onChoose: (id: TemplateId) => void;
  onNew: (from: TemplateInUse) => void;
  onSaved: (id: TemplateId | null) => void;
  onClose: () => void;
}) {
  const state = useAppState();
  const [template] = useState(given);
  const draft = useZonesDraft(toDraft(template.zones), null);
  const [name, setName] = useState(isNew ? '' : template.name);
  const [wasAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  const { read } = draft;
  const id = isNew ? null : template.id;
  const followers = isNew ? [] : template.followers;
  const nameError = nameProblem(name, templates, id);
  const areZonesSame = read.ok && sameZones(template.zones, read.zones);
  const isDirty = isNew ? name.trim() !== '' || !areZonesSame : name.trim() !== template.name || !areZonesSame;
  const outlook = useOutlook(
    read.ok && !areZonesSame && followers.length > 0
      ? { systems: followers, to: { kind: 'own', zones: read.zones } }
      : null,
  );
  const mayLeave = useUnsaved(isDirty);

  async function close() {
    if (await mayLeave()) onClose();
  }

  async function choose(next: string) {
    const other = templates.find((one) => one.id === next);
    if (other && (await mayLeave())) onChoose(other.id);
  }

  async function save() {
    setAsked(true);
    if (isSaving) return;
    if (nameError !== null) {
      state.session.getState().announce(nameError);
      document.querySelector<HTMLElement>('[role=dialog] input[name=template]')?.focus();
      return;
    }
    if (!read.ok) {
      state.session.getState().announce(read.sentence);
      return focusMistake(draft);
    }
    const input: MethodInput<'templates.save'> = {
      name: name.trim(),
      zones: read.zones,
      ...(id === null ? {} : { id, seen: { name: template.name, zones: template.zones } }),
    };
    setSaving(true);
    const refused = await saveTemplate(state, input);
    setSaving(false);
    setRefusal(refused);
    if (refused === null) onClose();
  }

  async function remove() {
    const refused = await removeTemplate(state, template);
    setRefusal(refused);
    if (refused === null) onSaved(null);
  }

  return (
    <Dialog
      title={TITLE}
      width="full"
      isDismissable={!isDirty}
      onClose={() => void close()}
      footer={
        <>
          <p role="status" className={layoutStyles['wideSecond']}>
            {formatSaveStatus(read, isSaving)}
          </p>
          <Button onPress={() => void close()}>{isDirty ? 'Cancel' : 'Close'}</Button>
          <Button variant="primary" isDisabled={!isDirty} onPress={() => void save()}>
            {isNew ? 'Add template' : `Change the template and ${counted(followers.length, 'page', 'pages')}`}
          </Button>
        </>
      }
    >
      <div className={styles['top']}>
        <Select
          label="Template"
          value={id ?? NEW}
          onChange={(next) => void choose(next)}
          options={[
            ...templates.map((one) => ({
              id: one.id as string,
              label: `${one.name} (${counted(one.pages, 'page', 'pages')})`,
            })),
            ...(isNew ? [{ id: NEW, label: 'New template' }] : []),
          ]}
        />
        <TextField
          label="Name of the template"
          name="template"
          value={name}
          onChange={setName}
          error={wasAsked || (name.trim() !== '' && isDirty) ? nameError : null}
          maxLength={LONGEST_NAME}
          autoFocus={isNew}
          className={styles['name']}
        />
        <p className={styles['says']}>{formatFollowers(isNew, template)}</p>
        {isNew ? null : (
          <>
            <Button
              icon={<Plus size={15} aria-hidden="true" />}
              onPress={() => void mayLeave().then((goOn) => (goOn ? onNew(template) : undefined))}
            >
              New template
            </Button>
            <Button
              variant="danger"
              icon={<Trash2 size={15} aria-hidden="true" />}
              aria-label={`Remove the template ${template.name}`}
              onPress={() => void remove()}
            >
              Remove
            </Button>
          </>
        )}
      </div>
      {refusal === null ? null : (
        <p role="alert" className={styles['refusal']}>
          {refusal}
        </p>
      )}
      <ZonesWorkbench draft={draft}>
        <Consequence outlook={outlook} idle={formatIdle(read.ok, areZonesSame, followers.length)} />
      </ZonesWorkbench>
    </Dialog>
  );
}

function formatFollowers(isNew: boolean, { id, pages, name }: TemplateInUse): string {
  if (isNew) return `It starts with the zones of “${name}”. To make a page follow it, choose it in the page’s zones.`;
  const start = id === FIRST_TEMPLATE ? ' New pages start with it.' : '';
  if (pages === 0) return `No page follows it.${start}`;
  return `${counted(pages, 'page follows', 'pages follow')} it: a change here changes ${pages === 1 ? 'it' : 'all of them'}.${start}`;
}

function formatIdle(isRead: boolean, areZonesSame: boolean, followers: number): string | null {
  if (!isRead) return 'Fix the marked fields to see what happens.';
  if (followers === 0) return 'No page follows it, so no page changes.';
  return areZonesSame ? 'No changes yet. The effect on each page appears here before you save.' : null;
}
