import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import { useUnsaved } from '../../state/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { Consequence, useOutlook } from './Consequence.tsx';
import { PageScope } from './PageScope.tsx';
import { useZonesDraft } from './use-zones-draft.ts';
import styles from './ZonesWorkbench.module.css';
import { focusMistake, formatSaveStatus, ZonesWorkbench } from './ZonesWorkbench.tsx';
import { saveTemplate, setZones } from './zone-actions.ts';
import { toDraft } from './zones-draft.ts';
import {
  isOfTemplate,
  nameProblem,
  planPage,
  previewOf,
  type TemplateInUse,
  type ZonesPlan,
  type ZonesScope,
} from './zones-plan.ts';

interface Props {
  system: SystemCode;
  zoneId: string | null;
  onClose: () => void;
}

/** PageZonesDialog divides a page into zones and sets what fills each. The effect is shown before saving. */
export function PageZonesDialog(props: Props) {
  const zones = useQuery('zones.get', { system: props.system });
  const templates = useQuery('templates.list', {});
  const name = useSystemsByCode().get(props.system)?.shortName ?? props.system;
  const title = `Zones of ${name}`;
  if (zones.data && templates.data) {
    return <Editor {...props} title={title} start={zones.data} templates={templates.data} />;
  }
  const failed = zones.error ? zones : templates.error ? templates : null;
  return (
    <Dialog title={title} width="full" onClose={props.onClose}>
      {failed ? (
        <ErrorState
          title="The zones could not be read"
          message={failed.error?.message ?? ''}
          onRetry={() => {
            zones.retry();
            templates.retry();
          }}
        />
      ) : (
        <div className={styles['loading']}>
          <Skeleton lines={6} label="Loading the zones" />
        </div>
      )}
    </Dialog>
  );
}

const OWN = 'own';

function Editor({
  system,
  zoneId,
  onClose,
  title,
  start: given,
  templates,
}: Props & { title: string; start: MethodOutput<'zones.get'>; templates: readonly TemplateInUse[] }) {
  const state = useAppState();
  // What the editor has seen: saving compares it with what is there by then.
  const [start] = useState(given);
  const [seenTemplates] = useState(templates);
  const draft = useZonesDraft(toDraft(start.zones), zoneId);
  const [templateId, setTemplateId] = useState(start.template?.id ?? null);
  const [scope, setScope] = useState<ZonesScope>('page');
  const [name, setName] = useState('');
  const [more, setMore] = useState<readonly SystemCode[]>([]);
  const [wasAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  const template = templates.find(({ id }) => id === templateId) ?? null;
  const { read } = draft;
  const before = { template: start.template?.id ?? null, zones: start.zones };
  const plan: ZonesPlan | null = read.ok
    ? planPage({ system, before, template, zones: read.zones, scope, name, more })
    : null;
  const isTemplates = read.ok && isOfTemplate(template, read.zones);
  const isNew = scope === 'new' && !isTemplates;
  const nameError = isNew ? nameProblem(name, templates, null) : null;
  const outlook = useOutlook(plan ? previewOf(plan) : null);
  const isDirty = plan?.kind !== 'none';
  const mayLeave = useUnsaved(isDirty);

  async function close() {
    if (await mayLeave()) onClose();
  }

  /** Choosing another template drops changed zones, so ask first. */
  async function follow(id: string) {
    const next = templates.find((one) => one.id === id) ?? null;
    const isEdited = template ? !isTemplates : isDirty;
    if (next && isEdited && !(await mayDrop(next.name))) return;
    setTemplateId(next?.id ?? null);
    setRefusal(null);
    if (next) draft.replace(toDraft(next.zones));
    if (scope === 'template') setScope('page');
  }

  const mayDrop = (to: string) =>
    state.session.getState().ask({
      title: `Use the zones of “${to}”?`,
      body: 'The zones you changed here are not saved yet.',
      confirm: 'Use its zones',
      cancel: 'Keep mine',
    });

  async function save() {
    setAsked(true);
    if (isSaving) return;
    if (!read.ok) {
      state.session.getState().announce(read.sentence);
      return focusMistake(draft);
    }
    if (nameError !== null) {
      state.session.getState().announce(nameError);
      document.querySelector<HTMLElement>('[role=dialog] input[name=template]')?.focus();
      return;
    }
    if (!plan || plan.kind === 'none') return;
    setSaving(true);
    const refused = await (plan.kind === 'set'
      ? setZones(state, { ...plan.input, seen: { [system]: seenZones(start) } })
      : saveTemplate(state, { ...plan.input, ...seenTemplate(seenTemplates, plan.input.id) }));
    setSaving(false);
    setRefusal(refused);
    if (refused === null) onClose();
  }

  async function openTemplates() {
    if (await mayLeave()) state.session.getState().openDialog({ kind: 'templates', id: templateId });
  }

  return (
    <Dialog
      title={title}
      width="full"
      isDismissable={!isDirty}
      onClose={() => void close()}
      footer={
        <>
          <p role="status" className={layoutStyles['wideSecond']}>
            {formatSaveStatus(read, isSaving)}
          </p>
          <Button onPress={() => void close()}>Cancel</Button>
          <Button variant="primary" isDisabled={plan?.kind === 'none'} onPress={() => void save()}>
            {plan ? saveLabel(plan, system, template) : 'Save'}
          </Button>
        </>
      }
    >
      <div className={styles['top']}>
        <Select
          label="This page has"
          value={templateId ?? OWN}
          onChange={(id) => void follow(id)}
          options={[
            { id: OWN, label: 'Zones of its own' },
            ...templates.map((one) => ({
              id: one.id as string,
              label: `${one.name} (${counted(one.pages, 'page', 'pages')})`,
            })),
          ]}
        />
        <p className={styles['says']}>{formatScopeHint(template, isTemplates)}</p>
        <Button onPress={() => void openTemplates()}>Page templates…</Button>
      </div>
      <ZonesWorkbench draft={draft}>
        <PageScope
          system={system}
          template={template}
          templates={templates}
          isOpen={!isTemplates}
          scope={scope}
          onScope={setScope}
          name={name}
          onName={setName}
          nameError={wasAsked || name !== '' ? nameError : null}
          more={more}
          onMore={setMore}
        />
        <Consequence outlook={outlook} idle={formatIdle(read.ok, plan)} />
      </ZonesWorkbench>
      {refusal === null ? null : (
        <p role="alert" className={styles['refusal']}>
          {refusal}
        </p>
      )}
    </Dialog>
  );
}

function seenZones({ template, zones }: MethodOutput<'zones.get'>) {
  return { template: template?.id ?? null, zones: zones.map(({ id: _, ...zone }) => zone) };
}

function seenTemplate(templates: readonly TemplateInUse[], id: string | undefined) {
  const template = templates.find((one) => one.id === id);
  return template ? { seen: { name: template.name, zones: template.zones } } : {};
}

function formatScopeHint(template: TemplateInUse | null, isTemplates: boolean): string {
  if (!template) return 'Your changes here apply to this page only; no template changes it.';
  return isTemplates
    ? 'This page follows the template: changing the template changes this page. When you change a zone here, you choose which pages it applies to.'
    : `These zones are not those of “${template.name}” any more. Choose on the right where to apply them.`;
}

function formatIdle(isRead: boolean, plan: ZonesPlan | null): string | null {
  if (!isRead) return 'Fix the marked fields to see what happens.';
  return plan?.kind === 'none' ? 'No changes yet. The effect on the page appears here before you save.' : null;
}

function saveLabel(plan: ZonesPlan, system: SystemCode, template: TemplateInUse | null): string {
  if (plan.kind === 'none') return 'Save';
  if (plan.kind === 'set') {
    const [first, ...others] = plan.input.systems;
    const count = first === system && others.length === 0 ? 'this page' : counted(others.length + 1, 'page', 'pages');
    return plan.input.to.kind === 'template' && template ? `Use “${template.name}” for ${count}` : `Change ${count}`;
  }
  const count = counted(plan.pages.length, 'page', 'pages');
  return plan.input.id === undefined ? `Add the template for ${count}` : `Change the template and ${count}`;
}
